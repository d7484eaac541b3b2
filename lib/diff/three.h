/*
 * Three snapshots: what two sides changed in what both began with, and where
 * they do not agree.
 */
#ifndef VTOOLS_DIFF_THREE_H
#define VTOOLS_DIFF_THREE_H

#include "lib/diff/changes.h"

/* Starts zeroed; used for one tool after the other. */
struct three_way {
    struct change *items;
    size_t count;

    /* Private. */
    size_t cap;
    struct change_list ours, theirs, between;
    struct arena arena;
};

void three_way_free(struct three_way *t);

/*
 * Lists who changed what of a tool, in the order of changes; verdicts may be
 * NULL where a snapshot lacks them.  Valid until the next call and as long as
 * the verdicts are.  False when there is no memory.
 */
bool three_way_list(struct three_way *t, bool brief,
                    const struct opened_verdict *base,
                    const struct opened_verdict *ours,
                    const struct opened_verdict *theirs);

#endif
