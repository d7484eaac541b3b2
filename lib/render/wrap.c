#include "lib/render/wrap.h"

#include "lib/render/width.h"

static bool is_ideograph(const struct cluster *k)
{
    return k->columns == 2 && k->first >= 0x2e80;
}

/* What must not begin a line, in Chinese and Japanese. */
static bool closes(uint32_t c)
{
    static const uint32_t closing[] = {
        0x3001, 0x3002, 0x3009, 0x300b, 0x300d, 0x300f, 0x3011,
        0x3015, 0x30fb, 0x30fc, 0xff01, 0xff09, 0xff0c, 0xff0e,
        0xff1a, 0xff1b, 0xff1f, 0x2014, 0x2026, 0x201d, 0x2019};
    for (size_t i = 0; i < sizeof closing / sizeof *closing; i++)
        if (closing[i] == c)
            return true;
    return false;
}

/* What must not end one. */
static bool opens(uint32_t c)
{
    return c == 0x3008 || c == 0x300a || c == 0x300c || c == 0x300e ||
           c == 0x3010 || c == 0x3014 || c == 0xff08 || c == 0x2018 ||
           c == 0x201c || c == '(' || c == '[';
}

static bool is_letter(uint32_t c)
{
    return c >= 0x80 || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* Whether a line may break between two characters, neither a space. */
static bool may_break(const struct cluster *before, uint32_t last,
                      const struct cluster *next)
{
    if (closes(next->first))
        return false;
    if (before->first == '-' || before->first == '/')
        return is_letter(last) && is_letter(next->first);
    if (before->first == 0x2014 || before->first == 0x2013)
        return is_letter(next->first);
    return (is_ideograph(before) || is_ideograph(next)) &&
           !opens(before->first);
}

/* Passes over spaces, of which masked text has only the plain one. */
static size_t skip_spaces(struct slice s, size_t at)
{
    while (at < s.len && s.at[at] == ' ')
        at++;
    return at;
}

bool wrap_next(struct wrap *w, size_t columns, struct slice *line)
{
    size_t start = skip_spaces(w->text, w->at);
    if (start == w->text.len)
        return false;
    size_t at = start, used = 0;
    size_t end = 0, next_start = 0; /* where a break is possible; 0: nowhere */
    struct cluster before = {.first = ' '};
    uint32_t last = ' ';
    while (at < w->text.len) {
        size_t from = at;
        struct cluster k = cluster_next(w->text, &at);
        if (k.first == ' ' && before.first != ' ') {
            end = from;
            next_start = skip_spaces(w->text, from);
        } else if (from > start && may_break(&before, last, &k)) {
            end = next_start = from;
        }
        if (used + k.columns > columns && from > start) {
            if (end == 0)
                end = next_start = from;
            break;
        }
        used += k.columns;
        last = before.first;
        before = k;
        if (at == w->text.len && k.first != ' ')
            end = next_start = at;
    }
    *line = slice_from(w->text.at + start, end - start);
    w->at = next_start;
    return true;
}
