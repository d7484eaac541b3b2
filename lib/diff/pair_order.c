#include "lib/diff/pair_order.h"

#include <stdlib.h>

#include "lib/base/array.h"
#include "lib/base/decimal.h"

static int order_of(size_t a, size_t b)
{
    return (a > b) - (a < b);
}

int ordered_pair_compare(const struct ordered_pair *a,
                         const struct ordered_pair *b)
{
    for (int i = 0; i < 2; i++)
        if (a->figures[i] != b->figures[i])
            return a->figures[i] < b->figures[i] ? -1 : 1;
    int order = order_of(a->pair.a, b->pair.a);
    return order != 0 ? order : order_of(a->pair.b, b->pair.b);
}

/* What is not known comes last. */
static int64_t size_of(int64_t lead)
{
    if (lead == DECIMAL_UNKNOWN)
        return INT64_MAX;
    return lead < 0 ? -lead : lead;
}

static int64_t largest_first(int64_t lead)
{
    return lead == DECIMAL_UNKNOWN ? INT64_MAX : -lead;
}

static bool count_opinions(struct ordered_pair *o, struct comparer *comparer,
                           const struct contender *const *both)
{
    struct side_by_side s;
    if (compare_scorecard(comparer, both, 2, &s) != COMPARE_DONE)
        return false;
    o->figures[0] = o->figures[1] = 0;
    for (size_t i = 0; i < s.line_count; i++) {
        o->figures[0] -= s.lines[i].opinion == OPINION_SPLIT;
        o->figures[1] += s.lines[i].opinion == OPINION_AGREE;
    }
    return true;
}

bool ordered_pair_make(struct ordered_pair *o, enum pair_order order,
                       struct comparer *comparer, const struct contenders *all,
                       struct tool_pair pair)
{
    const struct contender *both[2] = {&all->of[pair.a], &all->of[pair.b]};
    struct outcome outcome;
    o->pair = pair;
    if (order == ORDER_SPLIT)
        return count_opinions(o, comparer, both);
    outcome_make(&outcome, both[0], both[1]);
    if (order == ORDER_CLOSEST) {
        o->figures[0] = size_of(outcome.ship_pct);
        o->figures[1] = size_of(outcome.score);
    } else {
        o->figures[0] = largest_first(outcome.ship_pct);
        o->figures[1] = largest_first(outcome.score);
    }
    return true;
}

void first_pairs_free(struct first_pairs *f)
{
    free(f->pairs);
    *f = (struct first_pairs){0};
}

static void rise(struct first_pairs *f, size_t at, struct ordered_pair o)
{
    while (at != 0) {
        size_t above = (at - 1) / 2;
        if (ordered_pair_compare(&f->pairs[above], &o) >= 0)
            break;
        f->pairs[at] = f->pairs[above];
        at = above;
    }
    f->pairs[at] = o;
}

static void sink(struct first_pairs *f, struct ordered_pair o)
{
    size_t at = 0;
    for (;;) {
        size_t below = 2 * at + 1;
        if (below + 1 < f->count &&
            ordered_pair_compare(&f->pairs[below], &f->pairs[below + 1]) < 0)
            below++;
        if (below >= f->count ||
            ordered_pair_compare(&o, &f->pairs[below]) >= 0)
            break;
        f->pairs[at] = f->pairs[below];
        at = below;
    }
    f->pairs[at] = o;
}

bool first_pairs_take(struct first_pairs *f, const struct ordered_pair *o)
{
    if (f->count == f->most) {
        if (ordered_pair_compare(o, &f->pairs[0]) < 0)
            sink(f, *o);
        return true;
    }
    struct ordered_pair *pairs =
        array_room(f->pairs, f->count, &f->cap, sizeof *pairs);
    if (pairs == NULL)
        return false;
    f->pairs = pairs;
    rise(f, f->count++, *o);
    return true;
}

static int compare(const void *a, const void *b)
{
    return ordered_pair_compare(a, b);
}

void first_pairs_sort(struct first_pairs *f)
{
    if (f->count != 0)
        qsort(f->pairs, f->count, sizeof *f->pairs, compare);
}
