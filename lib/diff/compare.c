#include "lib/diff/compare.h"

#include "lib/base/decimal.h"

enum side compare_numbers(int64_t a, int64_t b)
{
    if (a == DECIMAL_UNKNOWN || b == DECIMAL_UNKNOWN)
        return SIDE_NONE;
    if (a == b)
        return SIDE_TIE;
    return a > b ? SIDE_A : SIDE_B;
}

/* What the site and its readers call a tool. */
static bool make_title(struct comparison *c, struct arena *arena)
{
    struct bytes title = {0};
    bool failed = false;
    bytes_add_slice(&title, verdict_name(&c->a));
    bytes_add_string(&title, " vs ");
    bytes_add_slice(&title, verdict_name(&c->b));
    c->title = arena_copy(arena, bytes_slice(&title), &failed);
    failed = failed || title.failed;
    bytes_free(&title);
    return !failed;
}

void comparer_free(struct comparer *r)
{
    arena_free(&r->arena);
    pairing_free(&r->pairing);
}

bool compare_verdicts(struct comparer *r, const struct verdict *a,
                      const struct verdict *b, bool brief, struct comparison *c)
{
    arena_reset(&r->arena);
    *c = (struct comparison){.a = *a, .b = *b, .brief = brief};
    return make_title(c, &r->arena) && compare_decision(c, &r->arena) &&
           compare_scorecard(c, &r->pairing, &r->arena) &&
           compare_winner(c, &r->arena);
}
