#include "lib/json/shapes.h"

#include "lib/base/scan16.h"

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
    memset(step->mask, 0xff, len);
    return true;
}

static bool same_step(const struct shape_step *a, const struct shape_step *b)
{
    return a->len == b->len && a->leaf == b->leaf &&
           memcmp(a->literal, b->literal, a->len) == 0;
}

/* Finds the step behind another, or adds it; NULL: there is no room. */
static struct shape_step *follow(struct shapes *s, struct shape_step *behind,
                                 const struct shape_step *step)
{
    struct shape_step **link = &behind->next;
    for (size_t i = 0; *link != NULL; i++) {
        if (same_step(*link, step))
            return *link;
        if (i == ALTERNATIVES_MOST)
            return NULL;
        link = &(*link)->instead;
    }
    if (s->count == SHAPE_STEPS_MOST)
        return NULL;
    *link = &s->steps[s->count++];
    **link = *step;
    (*link)->set |= behind->set;
    return *link;
}

void shapes_forget(struct shapes *s)
{
    s->steps[0].next = NULL;
    s->count = FIRST_STEP;
    s->missed = 0;
    s->line_ends = false;
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
    struct shape_step *at = &s->steps[0];
    for (size_t i = 0; i <= notes->count; i++) {
        const struct shape_note *note =
            i == notes->count ? &last : &notes->at[i];
        struct shape_step step;
        if (!make_step(&step, from, note))
            return;
        s->line_ends = s->line_ends || memchr(from, '\n', step.len) != NULL;
        at = follow(s, at, &step);
        if (at == NULL) {
            s->steps[0].next = NULL;
            s->count = FIRST_STEP;
            return;
        }
        from = note->end;
    }
}

size_t shapes_fit(struct shapes *s, struct slice line, bool open,
                  const struct shape_target *to)
{
    if (open && s->line_ends)
        return 0;
#ifdef SCAN_REGISTERS
    if (to->wide == &wide_avx2)
        return shapes_fit_avx2(s, line, open, to);
#endif
    return shapes_fit_any(s, line, open, to);
}
