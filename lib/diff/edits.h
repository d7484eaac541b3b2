/*
 * The fewest edits between two sequences, by Myers' algorithm in linear space
 * ("An O(ND) Difference Algorithm and Its Variations", 1986).
 */
#ifndef VTOOLS_DIFF_EDITS_H
#define VTOOLS_DIFF_EDITS_H

#include "lib/base/arena.h"

/*
 * Items that are equal have one id.  `changed`, false for every item at the
 * start, tells afterwards which ones the other sequence lacks; the others
 * stand in both, in the same order.  All memory is the caller's.
 */
struct sequence {
    const size_t *ids;
    ptrdiff_t count;
    bool *changed;
};

enum edits_result {
    EDITS_FOUND,
    EDITS_TOO_MANY, /* the search took more than `effort_most` comparisons */
    EDITS_NO_MEMORY
};

/* `changed` holds nothing of use unless the edits were found. */
enum edits_result edits_find(struct sequence *a, struct sequence *b,
                             size_t effort_most, struct arena *scratch);

#endif
