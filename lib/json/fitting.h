/*
 * Fitting a line to the shapes that are known: the same for each width of
 * registers (lib/base/scan32.h).  Private to the files that make a
 * shapes_fit_... of it.
 *
 * Nothing here asks at each byte where the line ends.  A step begins before
 * the end and looks at less than WIDE_BEHIND bytes from there, and as it
 * only ever moves on, a line in which a step went too far does not end where
 * its last step wants it to.
 */
#ifndef VTOOLS_JSON_FITTING_H
#define VTOOLS_JSON_FITTING_H

#include "lib/base/scan32.h"
#include "lib/base/utf8.h"
#include "lib/json/shapes.h"
#include "lib/json/walk.h"

/* One line being fitted, `at` standing with whoever works on it. */
struct fitting {
    const char *line, *end;
    struct field *fields;
    struct bytes *others;
    const struct wide *wide;
};

static inline SCAN_TARGET bool has_literal(const struct shape_step *step,
                                           const char *at)
{
    const char *literal = step->literal;
    uint32_t same = scan32_same(scan32_load(at), scan32_load(literal));
    if ((~same & step->first) != 0)
        return false;
    if (step->len <= THIRTYTWO)
        return true;
    same = scan32_same(scan32_load(at + THIRTYTWO),
                       scan32_load(literal + THIRTYTWO));
    return (~same & step->second) == 0;
}

/*
 * The quotation mark that ends the string behind another; NULL when the
 * string has an escape or is none.
 */
static inline SCAN_TARGET const char *
find_quote(const struct fitting *g, const char *from, bool *past_ascii)
{
    const char *at = from;
    struct thirtytwo bytes = scan32_load(at);
    uint32_t ends, tops = 0;
    while ((ends = scan32_string_ends(bytes)) == 0) {
        tops |= scan32_tops(bytes);
        at += THIRTYTWO;
        if (at >= g->end)
            return NULL;
        bytes = scan32_load(at);
    }
    /* The bits below the lowest of the ends. */
    tops |= scan32_tops(bytes) & (ends ^ (ends - 1));
    *past_ascii = tops != 0;
    at += scan16_first(ends);
    return *at == '"' ? at : NULL;
}

/* Where a string without escapes ends; NULL: it is another, or none. */
static inline SCAN_TARGET const char *
take_string(const struct fitting *g, const char *at, struct field *f)
{
    bool past_ascii;
    const char *from = at + 1, *quote = find_quote(g, from, &past_ascii);
    if (quote == NULL)
        return NULL;
    f->kind = FIELD_STRING;
    f->raw = slice_from(from, (size_t)(quote - from));
    if (past_ascii && utf8_valid_by(g->wide, f->raw) != f->raw.len)
        return NULL;
    return quote + 1;
}

/* Where a number of a few digits ends; NULL: it is another, or none. */
static inline const char *take_number(const char *at, struct field *f)
{
    enum { SHORT = 9 };
    const char *from = at;
    while (*at >= '0' && *at <= '9' && at - from <= SHORT)
        at++;
    size_t digits = (size_t)(at - from);
    if (digits == 0 || digits > SHORT || (*at != ',' && *at != '}') ||
        (*from == '0' && digits != 1))
        return NULL;
    f->kind = FIELD_NUMBER;
    f->raw = slice_from(from, digits);
    return at;
}

/* Any value, and where it ends; NULL: it is none, or none for here. */
static const char *take_any(const struct fitting *g, const char *at, bool plain,
                            struct field *f)
{
    if (at >= g->end || (plain && (*at == '{' || *at == '[')))
        return NULL;
    struct walk w = {at, g->end, g->line, false, g->wide};
    return walk_any_value(&w, f) ? w.at : NULL;
}

/* Does what few leaves need. */
static void finish_leaf(const struct fitting *g, const struct shape_step *step,
                        const char *leaf, const char *end)
{
    const char *back = leaf - step->back;
    if (step->leaf == SHAPE_OTHER) {
        bytes_add_byte(g->others, ',');
        bytes_add(g->others, back, (size_t)(end - back));
    } else {
        g->fields[step->opened] = (struct field){
            .kind = FIELD_OBJECT, .column = (size_t)(back - g->line) + 1};
    }
}

/* Where a step leads; NULL: it is none to be taken here. */
static inline SCAN_TARGET const char *take_step(const struct fitting *g,
                                                const struct shape_step *step,
                                                const char *at)
{
    enum { NULL_LENGTH = 4 };
    if (!has_literal(step, at))
        return NULL;
    const char *leaf = at + step->len;
    if (step->leaf == SHAPE_END)
        return leaf == g->end ? leaf : NULL;
    struct field *f = &g->fields[step->leaf];
    f->escaped = false;
    f->column = (size_t)(leaf - g->line) + 1;
    if (*leaf == '"') {
        at = take_string(g, leaf, f);
    } else if (memcmp(leaf, "null", NULL_LENGTH) == 0) {
        f->kind = FIELD_NULL;
        f->raw = slice_from(leaf, NULL_LENGTH);
        at = leaf + NULL_LENGTH;
    } else {
        at = take_number(leaf, f);
    }
    if (at == NULL)
        at = take_any(g, leaf, step->plain, f);
    if (at == NULL)
        *f = (struct field){0};
    else if (step->plenty)
        finish_leaf(g, step, leaf, at);
    return at;
}

static inline SCAN_TARGET bool fit(struct shapes *s, struct slice line,
                                   const struct wide *wide,
                                   struct field *fields, struct bytes *others)
{
    const struct fitting g = {line.at, line.at + line.len, fields, others,
                              wide};
    const struct shape_step *step = &s->steps[0];
    const char *at = line.at;
    uint64_t before = s->set;
    s->set = UINT64_MAX; /* should it not fit */
    bytes_clear(others);
    do {
        const char *from = at;
        unsigned char next = at <= g.end ? step->next : 0;
        while (next != 0 && (at = take_step(&g, &s->steps[next], from)) == NULL)
            next = s->steps[next].instead;
        if (next == 0)
            return false;
        step = &s->steps[next];
    } while (step->leaf != SHAPE_END);
    for (uint64_t stale = before & ~step->set; stale != 0; stale &= stale - 1)
        fields[__builtin_ctzll(stale)] = (struct field){0};
    s->set = step->set;
    s->missed = 0;
    return true;
}

#endif
