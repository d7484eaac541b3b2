#include "lib/score/condition.h"

#include <math.h>
#include <stdlib.h>

static const char number_bytes[] = "+-.0123456789eE";

/* Neither hexadecimal nor infinite, which strtod would take too. */
static bool read_number(struct slice s, double *number)
{
    char text[64], *end;
    if (s.len == 0 || s.len >= sizeof text)
        return false;
    memcpy(text, s.at, s.len);
    text[s.len] = '\0';
    if (strspn(text, number_bytes) != s.len)
        return false;
    *number = strtod(text, &end);
    return end == text + s.len && isfinite(*number);
}

/* LOW..HIGH, of which one may be left out. */
static bool read_range(struct slice s, double *low, double *high)
{
    size_t at = 0;
    while (at + 1 < s.len && (s.at[at] != '.' || s.at[at + 1] != '.'))
        at++;
    if (at + 1 >= s.len || s.len == 2)
        return false;
    struct slice from = slice_from(s.at, at), to = slice_after(s, at + 2);
    *low = -HUGE_VAL;
    *high = HUGE_VAL;
    return (from.len == 0 || read_number(from, low)) &&
           (to.len == 0 || read_number(to, high));
}

static void take_equality(struct condition *c)
{
    c->equality = true;
    c->range = read_range(c->value, &c->low, &c->high);
    if (!c->range && read_number(c->value, &c->low)) {
        c->range = true;
        c->high = c->low;
    }
}

static bool take_comparison(struct condition *c, bool less, bool or_equal)
{
    double number;
    if (!read_number(c->value, &number))
        return false;
    c->range = true;
    c->low = less ? -HUGE_VAL : number;
    c->high = less ? number : HUGE_VAL;
    c->below = less && !or_equal;
    c->above = !less && !or_equal;
    return true;
}

bool condition_read(struct condition *c, const char *text, struct diag *d)
{
    *c = (struct condition){0};
    size_t at = strcspn(text, "=<>");
    char sign = text[at];
    bool double_sign = sign != '\0' && text[at + 1] == '=';
    if (sign != '\0')
        c->value = slice_of(text + at + (double_sign ? 2 : 1));
    /* Slips like != and a blank before the sign would be of no member. */
    bool good = sign != '\0' && (at == 0 || !strchr(" \t!", text[at - 1])) &&
                member_path_read(&c->path, slice_from(text, at));
    if (good && sign == '=')
        take_equality(c);
    else
        good = good && take_comparison(c, sign == '<', double_sign);
    bool empty = good && c->range && c->low > c->high;
    if (empty)
        diag_set(d, NULL, 0, 0, "--where: no number is in '%.60s'", text);
    else if (!good)
        diag_set(d, NULL, 0, 0,
                 "--where: '%.60s' is none of MEMBER=VALUE, MEMBER=LOW..HIGH "
                 "and MEMBER with >, >=, < or <= and NUMBER",
                 text);
    return good && !empty;
}

static bool in_range(const struct condition *c, struct slice number)
{
    /* The record goes on behind it. */
    double value = strtod(number.at, NULL);
    return c->range && (c->above ? value > c->low : value >= c->low) &&
           (c->below ? value < c->high : value <= c->high);
}

bool condition_holds(struct condition *c, struct slice record,
                     struct arena *arena, bool *failed)
{
    struct field f = member_find(&c->path, record);
    switch (f.kind) {
    case FIELD_ABSENT:
    case FIELD_NULL:
        return c->equality && slice_is(c->value, "null");
    case FIELD_TRUE:
        return c->equality && slice_is(c->value, "true");
    case FIELD_FALSE:
        return c->equality && slice_is(c->value, "false");
    case FIELD_NUMBER:
        return in_range(c, f.raw);
    case FIELD_STRING:
        return c->equality &&
               slice_equal(field_string(&f, arena, failed), c->value);
    case FIELD_ARRAY:
    case FIELD_OBJECT:
        break;
    }
    return false;
}
