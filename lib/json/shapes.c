#include "lib/json/shapes.h"

#include "lib/base/scan16.h"
#include "lib/json/walk.h"

/* -- learning ----------------------------------------------------------- */

enum {
    FIRST_STEP = 1,
    ALTERNATIVES_MOST = 8,
    PATIENCE = 64 /* lines that fit nothing before few of them are noted */
};

bool shapes_curious(struct shapes *s)
{
    s->missed++;
    return s->missed < PATIENCE || s->missed % PATIENCE == 0;
}

static inline uint64_t bit_of(unsigned char field)
{
    return field < FIELDS_MOST ? UINT64_C(1) << field : 0;
}

/* The step for a literal and the leaf behind it; false when it is too long. */
static bool make_step(struct shape_step *step, const char *from,
                      const struct shape_note *note)
{
    bool opens = note->opened != SHAPE_NONE, other = note->leaf == SHAPE_OTHER;
    size_t len = (size_t)(note->from - from);
    if (len > SHAPE_LITERAL_MOST || (opens && other))
        return false;
    *step = (struct shape_step){
        .set = bit_of(note->leaf) | bit_of(note->opened),
        .len = (unsigned char)len,
        .leaf = note->leaf,
        .plain = note->plain,
        .plenty = opens || other,
        .opened = note->opened,
        .back =
            (unsigned char)(note->from - (opens ? note->opening : note->key)),
    };
    memcpy(step->literal, from, len);
    return true;
}

static bool same_step(const struct shape_step *a, const struct shape_step *b)
{
    return a->len == b->len && a->leaf == b->leaf &&
           memcmp(a->literal, b->literal, a->len) == 0;
}

/* Finds the step behind another, or adds it; 0: there is no room. */
static unsigned char follow(struct shapes *s, unsigned char behind,
                            const struct shape_step *step)
{
    unsigned char *link = &s->steps[behind].next;
    for (size_t i = 0; *link != 0; i++) {
        if (same_step(&s->steps[*link], step))
            return *link;
        if (i == ALTERNATIVES_MOST)
            return 0;
        link = &s->steps[*link].instead;
    }
    if (s->count == SHAPE_STEPS_MOST)
        return 0;
    s->steps[s->count] = *step;
    s->steps[s->count].set |= s->steps[behind].set;
    *link = (unsigned char)s->count;
    return (unsigned char)s->count++;
}

void shapes_forget(struct shapes *s)
{
    s->steps[0].next = 0;
    s->count = FIRST_STEP;
    s->missed = 0;
}

void shapes_learn(struct shapes *s, struct slice line,
                  const struct shape_notes *notes)
{
    const char *from = line.at, *end = line.at + line.len;
    const struct shape_note last = {
        .key = end, .from = end, .leaf = SHAPE_END, .opened = SHAPE_NONE};
    if (notes->unfit || notes->opened != SHAPE_NONE)
        return;
    if (s->count == 0)
        s->count = FIRST_STEP;
    unsigned char at = 0;
    for (size_t i = 0; i <= notes->count; i++) {
        const struct shape_note *note =
            i == notes->count ? &last : &notes->at[i];
        struct shape_step step;
        if (!make_step(&step, from, note))
            return;
        at = follow(s, at, &step);
        if (at == 0) {
            s->steps[0].next = 0;
            s->count = FIRST_STEP;
            return;
        }
        from = note->end;
    }
}

/* -- fitting ------------------------------------------------------------ */

static inline bool has_literal(const struct shape_step *step, const char *at,
                               size_t left)
{
    size_t len = step->len;
    if (left >= SIXTEEN && len <= SIXTEEN) {
        uint32_t same =
            scan16_same(scan16_load(at), scan16_load(step->literal));
        return (~same & scan16_before(len)) == 0;
    }
    return left >= len && memcmp(at, step->literal, len) == 0;
}

/* One line being fitted, `at` standing with whoever works on it. */
struct fitting {
    const char *line, *end;
    struct field *fields;
    struct bytes *others;
    const struct wide *wide;
};

/* Any value, and where it ends; NULL: it is none, or none for here. */
static const char *take_any(const struct fitting *g, const char *at, bool plain,
                            struct field *f)
{
    if (at == g->end || (plain && (*at == '{' || *at == '[')))
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
static inline const char *take_step(const struct fitting *g,
                                    const struct shape_step *step,
                                    const char *at)
{
    if (!has_literal(step, at, (size_t)(g->end - at)))
        return NULL;
    at += step->len;
    if (step->leaf == SHAPE_END)
        return at == g->end ? at : NULL;
    const char *leaf = at;
    struct field *f = &g->fields[step->leaf];
    at = walk_short_value(leaf, g->end, g->line, f);
    if (at == NULL)
        at = take_any(g, leaf, step->plain, f);
    if (at == NULL)
        *f = (struct field){0};
    else if (step->plenty)
        finish_leaf(g, step, leaf, at);
    return at;
}

bool shapes_fit(struct shapes *s, struct slice line, const struct wide *wide,
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
        unsigned char next = step->next;
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
