/*
 * The order of a snapshot's verdicts, told by what is unusual in it.
 *
 * Usual is: verdicts that were in the old snapshot stand as they stood there,
 * and one that was not stands before the first of those with a greater key.
 * So nothing is to be told of snapshots in the order of their keys.
 */
#ifndef VTOOLS_DIFF_MOVES_H
#define VTOOLS_DIFF_MOVES_H

#include "lib/diff/index.h"

#define MOVES_FIRST SIZE_MAX

/* Of each tool of the index. */
struct moves {
    bool *moved;
    size_t *after; /* behind which other tool it stands; or MOVES_FIRST */
};

/*
 * Lists the tools of the second side (number not 0) in their usual order, as
 * the first side has it.  NULL when there is no memory; the caller frees it.
 */
size_t *moves_usual_order(const struct tool_index *x, size_t *count);

/*
 * Finds the fewest tools of the second side that are not in their usual order
 * among the others.  False when there is no memory.
 */
bool moves_find(struct moves *m, const struct tool_index *x);
void moves_free(struct moves *m);

#endif
