/*
 * Which pairs come first.  Every order goes by two figures of a comparison,
 * the lower first, an unknown one last; then by the keys of its tools, so that
 * it depends on nothing else.  With the lead in `margin` as the record has it:
 *
 *   closest  |margin.ship_pct|, then |margin.score|
 *   margin   -margin.ship_pct, then -margin.score
 *   split    -(reviewers in `split`), then (reviewers in `agree`)
 */
#ifndef VTOOLS_DIFF_PAIR_ORDER_H
#define VTOOLS_DIFF_PAIR_ORDER_H

#include "lib/diff/choice.h"
#include "lib/diff/compare.h"

enum pair_order { ORDER_CLOSEST, ORDER_SPLIT, ORDER_MARGIN };

struct ordered_pair {
    int64_t figures[2];
    struct tool_pair pair;
};

/* Below 0 when a comes before b. */
int ordered_pair_compare(const struct ordered_pair *a,
                         const struct ordered_pair *b);

/* False when there is no memory. */
bool ordered_pair_make(struct ordered_pair *o, enum pair_order order,
                       struct comparer *comparer, const struct contenders *all,
                       struct tool_pair pair);

/* The first `most` of the pairs that it took.  Starts with `most`, zeroed. */
struct first_pairs {
    size_t most;
    struct ordered_pair *pairs; /* a heap: the last of them is at its top */
    size_t count, cap;
};

void first_pairs_free(struct first_pairs *f);

/* False when there is no memory. */
bool first_pairs_take(struct first_pairs *f, const struct ordered_pair *o);

/* Puts them in their order; no more are taken after that. */
void first_pairs_sort(struct first_pairs *f);

#endif
