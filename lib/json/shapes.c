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

/* The step for a literal and the leaf behind it; false when it is too long. */
static bool make_step(struct shape_step *step, const char *from,
                      const struct shape_note *note)
{
    size_t len = (size_t)(note->from - from);
    if (len > SHAPE_LITERAL_MOST)
        return false;
    *step = (struct shape_step){
        .len = (unsigned char)len,
        .leaf = note->leaf,
        .key = (unsigned char)(note->from - note->key),
        .plain = note->plain,
        .opened = note->opened,
    };
    if (note->opened != SHAPE_NONE)
        step->opening = (unsigned char)(note->from - note->opening);
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

static inline bool has_literal(const struct walk *w,
                               const struct shape_step *step)
{
    size_t left = (size_t)(w->end - w->at), len = step->len;
    if (left >= SIXTEEN && len <= SIXTEEN) {
        uint32_t same =
            scan16_same(scan16_load(w->at), scan16_load(step->literal));
        return (~same & scan16_before(len)) == 0;
    }
    return left >= len && memcmp(w->at, step->literal, len) == 0;
}

/* Passes a number of a few digits, as most are. */
static inline bool take_short_number(struct walk *w)
{
    enum { SHORT = 9 };
    const char *at = w->at;
    while (at < w->end && *at >= '0' && *at <= '9')
        at++;
    size_t digits = (size_t)(at - w->at);
    if (digits == 0 || digits > SHORT || (*w->at == '0' && digits != 1) ||
        at == w->end || *at == '.' || *at == 'e' || *at == 'E')
        return false;
    w->at = at;
    return true;
}

/* A value, its column being known. */
static inline bool take_leaf(struct walk *w, bool plain, struct field *f)
{
    static const char null[] = "null";
    const char *from = w->at;
    if (from == w->end)
        return false;
    f->column = (size_t)(from - w->line) + 1;
    f->escaped = false;
    if (*from == '"') {
        w->at++;
        f->kind = FIELD_STRING;
        return walk_string(w, &f->raw, &f->escaped);
    }
    if (take_short_number(w)) {
        f->kind = FIELD_NUMBER;
    } else if (w->end - from >= 4 && memcmp(from, null, 4) == 0) {
        f->kind = FIELD_NULL;
        w->at += 4;
    } else {
        return !(plain && (*from == '{' || *from == '[')) && walk_value(w, f);
    }
    f->raw = slice_from(from, (size_t)(w->at - from));
    return true;
}

/* Takes a step, or says that it is none to be taken here. */
static inline bool take_step(const struct shape_step *step, struct walk *w,
                             struct field *fields, struct bytes *others)
{
    if (!has_literal(w, step))
        return false;
    w->at += step->len;
    if (step->leaf == SHAPE_END)
        return w->at == w->end;
    const char *from = w->at;
    struct field value;
    if (!take_leaf(w, step->plain, &value))
        return false;
    if (step->leaf < FIELDS_MOST)
        fields[step->leaf] = value;
    if (step->opened != SHAPE_NONE)
        fields[step->opened] = (struct field){
            .kind = FIELD_OBJECT,
            .column = (size_t)(from - step->opening - w->line) + 1};
    if (step->leaf == SHAPE_OTHER) {
        bytes_add_byte(others, ',');
        bytes_add(others, from - step->key, (size_t)(w->at - from) + step->key);
    }
    return true;
}

static inline uint64_t bit_of(unsigned char field)
{
    return field < FIELDS_MOST ? UINT64_C(1) << field : 0;
}

bool shapes_fit(struct shapes *s, struct slice line, const struct wide *wide,
                struct field *fields, struct bytes *others)
{
    struct walk w = walk_begin(line, false, wide);
    uint64_t before = s->set, set = 0;
    s->set = UINT64_MAX; /* should it not fit, or not be tried again */
    bytes_clear(others);
    const struct shape_step *step = &s->steps[0];
    do {
        const char *from = w.at;
        unsigned char next = step->next;
        while (next != 0 && !take_step(&s->steps[next], &w, fields, others)) {
            w.at = from;
            next = s->steps[next].instead;
        }
        if (next == 0)
            return false;
        step = &s->steps[next];
        set |= bit_of(step->leaf) | bit_of(step->opened);
    } while (step->leaf != SHAPE_END);
    for (uint64_t stale = before & ~set; stale != 0; stale &= stale - 1)
        fields[__builtin_ctzll(stale)] = (struct field){0};
    s->set = set;
    s->missed = 0;
    return true;
}
