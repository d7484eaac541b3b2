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

/* Passes an escape, `at` standing behind the backslash. */
bool walk_escape(struct walk *w);

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
static inline const char *walk_short_number(const char *from, const char *end,
                                            struct field *f)
{
    enum { DIGITS_MOST = 9 };
    const char *at = from;
    uint32_t value = 0;
    for (; at < end && *at >= '0' && *at <= '9'; at++)
        value = value * 10 + (uint32_t)(*at - '0');
    size_t digits = (size_t)(at - from);
    if (digits == 0 || digits > DIGITS_MOST || at == end ||
        (*at != ',' && *at != '}') || (*from == '0' && digits != 1))
        return NULL;
    f->kind = FIELD_NUMBER;
    f->escaped = f->folded = f->in_room = false;
    f->small = value + 1;
    f->raw = slice_from(from, digits);
    return at;
}

/* Where null or a number of a few digits ends; NULL: it is none of them. */
static inline const char *walk_short_scalar(const char *at, const char *end,
                                            struct field *f)
{
    static const struct slice null = SLICE("null");
    if (at < end && *at >= '0' && *at <= '9')
        return walk_short_number(at, end, f);
    if (end - at < (ptrdiff_t)null.len || memcmp(at, null.at, null.len) != 0)
        return NULL;
    f->kind = FIELD_NULL;
    f->escaped = f->folded = f->in_room = false;
    f->raw = slice_from(at, null.len);
    return at + null.len;
}

/* What walk_value does with any value. */
bool walk_any_value(struct walk *w, struct field *f);

static inline bool walk_value(struct walk *w, struct field *f)
{
    const char *from = w->at, *behind = NULL;
    bool quote = from < w->end && *from == '"';
    if (quote)
        behind = walk_short_string(from + 1, w->end);
    else if (from < w->end)
        behind = walk_short_scalar(from, w->end, f);
    if (behind == NULL)
        return walk_any_value(w, f);
    if (quote) {
        f->kind = FIELD_STRING;
        f->escaped = f->folded = f->in_room = false;
        f->raw = slice_from(from + 1, (size_t)(behind - from - 1));
    }
    f->at = from;
    w->at = behind + quote;
    return true;
}

/* The number that four hex digits make, or -1. */
long walk_hex4(const char *at, const char *end);

#endif
