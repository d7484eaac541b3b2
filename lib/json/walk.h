/*
 * Walking over a JSON line without building anything.  Each step stands
 * behind what it took, or gives false where the line is not plainly valid:
 * that says nothing, for then jansson decides.
 */
#ifndef VTOOLS_JSON_WALK_H
#define VTOOLS_JSON_WALK_H

#include "lib/base/scan16.h"
#include "lib/base/wide.h"
#include "lib/json/fields.h"

struct walk {
    const char *at, *end;
    const char *line;
    bool trusted; /* jansson has taken the line: nothing is checked again */
    const struct wide *wide;
};

static inline struct walk walk_begin(struct slice line, bool trusted,
                                     const struct wide *wide)
{
    return (struct walk){line.at, line.at + line.len, line.at, trusted, wide};
}

void walk_long_space(struct walk *w);

static inline void walk_space(struct walk *w)
{
    if (w->at < w->end && (unsigned char)*w->at <= ' ')
        walk_long_space(w);
}

/* One byte, if it is this one. */
static inline bool walk_take(struct walk *w, char c)
{
    if (w->at == w->end || *w->at != c)
        return false;
    w->at++;
    return true;
}

/*
 * Where a string ends, `from` standing behind its first quotation mark, if it
 * is short and plain, as most are; else NULL, which says nothing.
 */
static inline const char *walk_short_string(const char *from, const char *end)
{
    enum { SHORT = 2 * SIXTEEN };
    if (end - from < SHORT)
        return NULL;
    struct sixteen low = scan16_load(from);
    struct sixteen high = scan16_load(from + SIXTEEN);
    uint32_t ends = scan16_string_ends(low) | scan16_string_ends(high)
                                                  << SIXTEEN;
    uint32_t tops = scan16_tops(low) | scan16_tops(high) << SIXTEEN;
    if (ends == 0 || (tops & (ends ^ (ends - 1))) != 0)
        return NULL;
    const char *quote = from + scan16_first(ends);
    return *quote == '"' ? quote : NULL;
}

/* What walk_string does with any string. */
bool walk_any_string(struct walk *w, struct slice *raw, bool *escaped);

/*
 * A string, `at` standing behind its first quotation mark.  As all that is
 * not ASCII stands in strings, it is they that are held to be UTF-8.
 */
static inline bool walk_string(struct walk *w, struct slice *raw, bool *escaped)
{
    const char *from = w->at, *quote = walk_short_string(from, w->end);
    if (quote == NULL)
        return walk_any_string(w, raw, escaped);
    *raw = slice_from(from, (size_t)(quote - from));
    *escaped = false;
    w->at = quote + 1;
    return true;
}

/* Where a number of a few digits ends; NULL: it is another, or none. */
static inline const char *walk_short_number(const char *from, const char *end)
{
    enum { SHORT = 9 };
    const char *at = from;
    while (at < end && *at >= '0' && *at <= '9')
        at++;
    size_t digits = (size_t)(at - from);
    if (digits == 0 || digits > SHORT || at == end)
        return NULL;
    bool ends = *at == ',' || *at == '}';
    return !ends || (*from == '0' && digits != 1) ? NULL : at;
}

/*
 * Where a value ends that is one of the most frequent: a short string, a
 * short number or null.  NULL says nothing.
 */
static inline const char *walk_short_value(const char *at, const char *end,
                                           const char *line, struct field *f)
{
    if (at == end)
        return NULL;
    size_t quote = *at == '"';
    const char *from = at + quote, *behind;
    if (quote != 0) {
        behind = walk_short_string(from, end);
        f->kind = FIELD_STRING;
    } else if (*at == 'n' && end - at >= 4 && memcmp(at, "null", 4) == 0) {
        behind = at + 4;
        f->kind = FIELD_NULL;
    } else {
        behind = walk_short_number(at, end);
        f->kind = FIELD_NUMBER;
    }
    if (behind == NULL)
        return NULL;
    f->escaped = false;
    f->column = (size_t)(at - line) + 1;
    f->raw = slice_from(from, (size_t)(behind - from));
    return behind + quote;
}

/* What walk_value does with any value. */
bool walk_any_value(struct walk *w, struct field *f);

static inline bool walk_value(struct walk *w, struct field *f)
{
    const char *behind = walk_short_value(w->at, w->end, w->line, f);
    if (behind == NULL)
        return walk_any_value(w, f);
    w->at = behind;
    return true;
}

/* The number that four hex digits make, or -1. */
long walk_hex4(const char *at, const char *end);

#endif
