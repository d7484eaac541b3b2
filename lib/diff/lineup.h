/* The tools of a snapshot in the order of their keys. */
#ifndef VTOOLS_DIFF_LINEUP_H
#define VTOOLS_DIFF_LINEUP_H

#include "lib/record/snapshot.h"

/*
 * Whatever stands in one order here does not depend on the order in which the
 * verdicts were read.  A tool's place is its index.
 */
struct lineup {
    const struct snapshot_tool **tools;
    size_t count;
};

/* False when there is no memory; the snapshot must outlive it. */
bool lineup_make(struct lineup *lineup, const struct snapshot *s);
void lineup_free(struct lineup *lineup);

#endif
