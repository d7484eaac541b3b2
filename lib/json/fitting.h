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

#include "lib/base/folding.h"
#include "lib/base/scan32.h"
#include "lib/base/utf8.h"
#include "lib/json/shapes.h"
#include "lib/json/walk.h"

/*
 * For what few leaves need: in line it would take the registers of what all of
 * them go through.
 */
#define APART SCAN_TARGET __attribute__((noinline))

/*
 * One line being fitted, `at` standing with whoever works on it.  It ends at
 * `end`, or at a line end before that if it is `open`.
 */
struct fitting {
    const char *line, *end;
    bool open;
    struct shape_target to;
};

/* Whether the half of the literal from `from` on is there. */
static inline SCAN_TARGET bool has_half(const struct shape_step *step,
                                        const char *at, size_t from)
{
    return scan32_same(scan32_load(at + from),
                       scan32_load(step->literal + from),
                       scan32_load(step->mask + from));
}

static inline SCAN_TARGET bool has_literal(const struct shape_step *step,
                                           const char *at)
{
    return has_half(step, at, 0) &&
           (step->len <= THIRTYTWO || has_half(step, at, THIRTYTWO));
}

/* What is behind the escape at a backslash; NULL: it is none. */
static const char *pass_escape(const struct fitting *g, const char *at,
                               struct field *f)
{
    struct walk w = {at + 1, g->end, g->line, false, g->to.wide};
    f->escaped = true;
    return walk_escape(&w) ? w.at : NULL;
}

/*
 * Where any string ends that has much past ASCII, which is looked at as a
 * whole; `from` stands behind its first quotation mark, and up to `at` it was
 * looked at.  NULL: it is none.
 */
static SCAN_TARGET const char *take_foreign_string(const struct fitting *g,
                                                   const char *from,
                                                   const char *at,
                                                   struct field *f)
{
    for (;;) {
        uint32_t ends = scan32_string_ends(scan32_load(at));
        at += ends == 0 ? THIRTYTWO : scan16_first(ends);
        if (at >= g->end)
            return NULL;
        if (ends == 0)
            continue;
        if (*at == '"')
            break;
        if (*at != '\\' || (at = pass_escape(g, at, f)) == NULL)
            return NULL;
    }
    f->raw = slice_from(from, (size_t)(at - from));
    return utf8_valid_by(g->to.wide, f->raw) == f->raw.len ? at + 1 : NULL;
}

/* Where the next string is decoded; NULL: nowhere. */
static inline char *room_for_string(const struct field_room *room)
{
    return room == NULL || room->end - room->at < FIELD_ROOM_BEFORE
               ? NULL
               : room->at + FIELD_ROOM_BEFORE;
}

/*
 * Where any string ends; NULL: it is none.  Few characters past ASCII are
 * looked at one by one.  As all of it is in registers once, and where an escape
 * stands has been waited for, it is decoded by the way, `to` moving on with
 * `at`; where there is no room, or no more, it goes to waste without moving.
 */
static APART const char *take_long_string(const struct fitting *g,
                                          const char *from, struct field *f)
{
    enum { FOREIGN_FEW = 12, SEQUENCE_MOST = 4 };
    struct field_room *const room = g->to.room;
    const char *const end = g->end, *at = from;
    char waste[FIELD_ROOM_BEHIND];
    char *const start = room_for_string(room);
    char *to, *last; /* what is put after that may not fit */
    size_t moves = start == NULL ? 0 : SIZE_MAX; /* all bits, or none */
    size_t foreign = 0, len;
    bool folded = *from != ' ';
    last = start == NULL ? waste : room->end - FIELD_ROOM_BEHIND;
    to = start == NULL ? waste : start;
    for (;;) {
        uint32_t odd = scan32_text_odd(at);
        if (to > last) {
            moves = 0;
            to = last = waste;
        }
        scan32_store(scan32_load(at), to);
        len = odd == 0 ? THIRTYTWO : scan16_first(odd);
        at += len;
        to += len & moves;
        if (at >= end)
            return NULL;
        if (odd == 0)
            continue;
        if (*at == '"')
            break;
        if (*at == '\\' && (at[1] == '"' || at[1] == '\\')) {
            f->escaped = true;
            *to = at[1];
            at += 2;
            to += 1 & moves;
        } else if (*at == '\\') {
            const char *escape = at;
            folded = false;
            at = pass_escape(g, at, f);
            if (at == NULL)
                return NULL;
            len = (size_t)(field_put_escape(to, &escape, end) - to);
            to += len & moves;
        } else if (*at == ' ') {
            folded = false;
            at++;
            to += 1 & moves;
        } else if ((unsigned char)*at < 0x80) {
            return NULL;
        } else {
            len = utf8_short_length(at);
            if (len == 0 || foreign++ == FOREIGN_FEW)
                return take_foreign_string(g, from, at, f);
            folded = folded && folding_keeps((const unsigned char *)at);
            memcpy(to, at, SEQUENCE_MOST); /* it may not be in the block */
            at += len;
            to += len & moves;
        }
    }
    f->folded = folded && at[-1] != ' ';
    f->raw = slice_from(from, (size_t)(at - from));
    if (moves != 0) {
        f->raw = slice_from(start, (size_t)(to - start));
        f->escaped = false;
        f->in_room = true;
        room->at = to;
    }
    return at + 1;
}

/* The same, fast if it is short and plain, as most are. */
static inline SCAN_TARGET const char *
take_string(const struct fitting *g, const char *from, struct field *f)
{
    uint32_t odd = scan32_string_odd(scan32_load(from));
    size_t len = odd == 0 ? 0 : scan16_first(odd);
    f->kind = FIELD_STRING;
    f->escaped = f->folded = f->in_room = false;
    if (odd == 0 || from[len] != '"')
        return take_long_string(g, from, f);
    f->raw = slice_from(from, len);
    return from + len + 1;
}

/* Any value, and where it ends; NULL: it is none, or none for here. */
static APART const char *take_any(const struct fitting *g, const char *at,
                                  bool plain, struct field *f)
{
    if (at >= g->end || (plain && (*at == '{' || *at == '[')))
        return NULL;
    struct walk w = {at, g->end, g->line, false, g->to.wide};
    bool inside = *at == '{' || *at == '[';
    if (!walk_any_value(&w, f))
        return NULL;
    /* To JSON a line end is space like any other. */
    return inside && g->open && memchr(at, '\n', (size_t)(w.at - at)) != NULL
               ? NULL
               : w.at;
}

/* Does what few leaves need. */
static APART void finish_leaf(const struct fitting *g,
                              const struct shape_step *step, const char *leaf,
                              const char *end)
{
    const char *back = leaf - step->back;
    if (step->leaf == SHAPE_OTHER) {
        bytes_add_byte(g->to.others, ',');
        bytes_add(g->to.others, back, (size_t)(end - back));
    } else {
        g->to.fields[step->opened] =
            (struct field){.kind = FIELD_OBJECT, .at = back};
    }
}

/* Takes the leaf into the field; where it ends, or NULL: none is taken here. */
static inline SCAN_TARGET const char *
take_leaf(const struct fitting *g, const struct shape_step *step,
          const char *leaf, const char *line_end, struct field *f)
{
    f->at = leaf;
    const char *end = *leaf == '"' ? take_string(g, leaf + 1, f)
                                   : walk_short_scalar(leaf, line_end, f);
    if (end == NULL)
        end = take_any(g, leaf, step->plain, f);
    if (end == NULL)
        *f = (struct field){0};
    else if (step->plenty)
        finish_leaf(g, step, leaf, end);
    return end;
}

static inline bool is_line_end(const struct fitting *g, const char *at)
{
    return at == g->end ||
           (g->open && (*at == '\n' || (*at == '\r' && at[1] == '\n')));
}

/*
 * The last step of the shape that the line has, and where it ends; NULL: it
 * has none.
 */
static inline SCAN_TARGET const struct shape_step *
follow_steps(const struct fitting *g, const struct shape_step *step,
             const char **line_end)
{
    struct field *const fields = g->to.fields; /* not to be looked up again */
    const char *const text_end = g->end, *at = g->line;
    while (step != NULL && at <= text_end) {
        if (has_literal(step, at)) {
            const char *leaf = at + step->len, *end;
            if (step->leaf == SHAPE_END && is_line_end(g, leaf)) {
                *line_end = leaf;
                return step;
            }
            if (step->leaf != SHAPE_END &&
                (end = take_leaf(g, step, leaf, text_end,
                                 &fields[step->leaf])) != NULL) {
                at = end;
                step = step->next;
                continue;
            }
        }
        step = step->instead;
    }
    return NULL;
}

static inline SCAN_TARGET size_t fit(struct shapes *s, struct slice line,
                                     bool open, const struct shape_target *to)
{
    const struct fitting g = {line.at, line.at + line.len, open, *to};
    const char *end;
    uint64_t before = s->set;
    s->set = UINT64_MAX; /* should it not fit */
    bytes_clear(to->others);
    const struct shape_step *last = follow_steps(&g, s->steps[0].next, &end);
    if (last == NULL)
        return 0;
    for (uint64_t stale = before & ~last->set; stale != 0; stale &= stale - 1)
        to->fields[__builtin_ctzll(stale)] = (struct field){0};
    s->set = last->set;
    s->missed = 0;
    return (size_t)(end - line.at);
}

#endif
