#include "lib/json/value.h"

#include <stdlib.h>

#include "lib/json/tree_memory.h"
#include "lib/json/write.h"

size_t json_value_size(const struct json_value *v)
{
    size_t size = 0;
    json_value_each(v, i) size++;
    return size;
}

const struct json_value *json_value_item(const struct json_value *v,
                                         size_t behind)
{
    const struct json_value *i = json_value_first(v);
    while (i != NULL && behind-- != 0)
        i = json_value_next(v, i);
    return i;
}

const struct json_value *json_value_member(const struct json_value *v,
                                           struct slice name)
{
    if (!json_value_is(v, FIELD_OBJECT))
        return NULL;
    const struct json_value *i = json_value_first(v);
    while (i != NULL && !slice_equal(i->key, name))
        i = json_value_next(v, i);
    return i;
}

/* -- numbers ------------------------------------------------------------ */

bool json_value_is_integer(const struct json_value *v)
{
    if (!json_value_is(v, FIELD_NUMBER))
        return false;
    for (size_t i = 0; i < v->text.len; i++)
        if (v->text.at[i] == '.' || (v->text.at[i] | 0x20) == 'e')
            return false;
    return true;
}

/* One of more digits than 64 bits hold is no valid number. */
int64_t json_value_integer(const struct json_value *v)
{
    bool negative = v->text.at[0] == '-';
    uint64_t number = 0;
    for (size_t i = negative; i < v->text.len; i++)
        number = number * 10 + (uint64_t)(v->text.at[i] - '0');
    return (int64_t)(negative ? 0 - number : number);
}

/*
 * A number of so few digits that they and the power of ten by which they are
 * divided are doubles: then the quotient is the double that is nearest.
 */
static bool read_short_real(struct slice text, double *number)
{
    static const double powers[] = {1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6, 1e7,
                                    1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14};
    enum { LENGTH_MOST = sizeof powers / sizeof *powers };
    bool negative = text.at[0] == '-';
    size_t decimals = 0;
    uint64_t digits = 0;
    bool point = false;
    if (text.len > LENGTH_MOST)
        return false;
    for (size_t i = negative; i < text.len; i++) {
        char c = text.at[i];
        if (c == '.') {
            point = true;
        } else if (c >= '0' && c <= '9') {
            digits = digits * 10 + (uint64_t)(c - '0');
            decimals += point;
        } else {
            return false;
        }
    }
    *number = (double)digits / powers[decimals];
    if (negative)
        *number = -*number;
    return true;
}

double json_value_real(const struct json_value *v)
{
    /* No longer one is taken from a line, nor comes from a tree. */
    char text[128];
    double number;
    if (!json_value_is(v, FIELD_NUMBER))
        return 0;
    if (read_short_real(v->text, &number))
        return number;
    if (json_value_is_integer(v))
        return (double)json_value_integer(v);
    size_t len = v->text.len < sizeof text ? v->text.len : sizeof text - 1;
    memcpy(text, v->text.at, len);
    text[len] = '\0';
    return strtod(text, NULL);
}

/* -- as text ------------------------------------------------------------ */

/* What needs no thought; a real does, as it has as few digits as it can. */
static bool is_plain(const struct json_value *v)
{
    for (uint32_t i = 0; i < v->span; i++)
        if (v[i].kind == FIELD_NUMBER && !json_value_is_integer(&v[i]))
            return false;
    return true;
}

static void add_plain(struct bytes *out, const struct json_value *v);

static void add_inside(struct bytes *out, const struct json_value *v)
{
    bool object = v->kind == FIELD_OBJECT;
    bytes_add_byte(out, object ? '{' : '[');
    json_value_each(v, i)
    {
        if (i != v + 1)
            bytes_add_byte(out, ',');
        if (object) {
            json_add_string(out, i->key);
            bytes_add_byte(out, ':');
        }
        add_plain(out, i);
    }
    bytes_add_byte(out, object ? '}' : ']');
}

static void add_plain(struct bytes *out, const struct json_value *v)
{
    if (v->kind == FIELD_OBJECT || v->kind == FIELD_ARRAY)
        add_inside(out, v);
    else if (v->kind == FIELD_STRING)
        json_add_string(out, v->text);
    else if (v->kind == FIELD_NUMBER && slice_is(v->text, "-0"))
        bytes_add_byte(out, '0');
    else
        bytes_add_slice(out, v->text);
}

void json_value_add_text(struct bytes *out, const struct json_value *v)
{
    if (is_plain(v)) {
        add_plain(out, v);
        return;
    }
    json_t *tree = tree_load(v->text, JSON_DECODE_ANY, NULL, &out->failed);
    if (tree == NULL)
        out->failed = true;
    else
        tree_add_text(out, tree);
    json_decref(tree);
}
