#include "lib/base/decimal.h"
#include "lib/diff/compare.h"

enum { DECISION_ROWS = 6 };

typedef void add_words(struct bytes *out, const struct verdict *v);

/* Words that say nothing are not known. */
static struct slice in_words(add_words *add, const struct verdict *v,
                             struct arena *arena, bool *failed)
{
    struct bytes words = {0};
    add(&words, v);
    struct slice s = slice_from(NULL, 0);
    if (words.len != 0)
        s = arena_copy(arena, bytes_slice(&words), failed);
    *failed = *failed || words.failed;
    bytes_free(&words);
    return s;
}

static void add_panel(struct bytes *out, const struct verdict *v)
{
    if (v->verdict != JUDGEMENT_UNKNOWN)
        verdict_add_panel_words(out, v);
}

static void add_score(struct bytes *out, const struct verdict *v)
{
    const struct score_summary *s = &v->score;
    if (s->mean != DECIMAL_UNKNOWN && s->min != DECIMAL_UNKNOWN &&
        s->max != DECIMAL_UNKNOWN)
        verdict_add_score_words(out, v);
}

bool compare_decision(struct comparison *c, struct arena *arena)
{
    const struct verdict *a = &c->a, *b = &c->b;
    bool failed = false;
    c->decision = arena_array(arena, DECISION_ROWS, sizeof *c->decision);
    if (c->decision == NULL)
        return false;
    c->decision_count = DECISION_ROWS;
    const struct decision_row rows[DECISION_ROWS] = {
        {SLICE("Panel verdict"), in_words(add_panel, a, arena, &failed),
         in_words(add_panel, b, arena, &failed),
         compare_numbers(a->ship_pct, b->ship_pct)},
        {SLICE("Score"), in_words(add_score, a, arena, &failed),
         in_words(add_score, b, arena, &failed),
         compare_numbers(a->score.mean, b->score.mean)},
        {SLICE("Community"),
         in_words(verdict_add_community_words, a, arena, &failed),
         in_words(verdict_add_community_words, b, arena, &failed),
         compare_numbers(a->community.ship_pct, b->community.ship_pct)},
        {SLICE("Pricing"), a->pricing, b->pricing, SIDE_NONE},
        {SLICE("Best for"), a->tagline, b->tagline, SIDE_NONE},
        {SLICE("Category"), a->category, b->category, SIDE_NONE},
    };
    memcpy(c->decision, rows, sizeof rows);
    return !failed;
}
