/*
 * What vdiff does: verdicts to comparisons, two snapshots to changes.
 * Records come out one by one, each a line without its LF, valid during the
 * call.
 */
#ifndef VTOOLS_DIFF_DIFF_H
#define VTOOLS_DIFF_DIFF_H

#include "lib/diff/comparing.h"
#include "lib/diff/snapshot.h"

/* Where records go; false when no more are wanted. */
struct diff_sink {
    bool (*take)(void *self, struct slice record);
    void *self;
};

enum diff_result {
    DIFF_DONE,
    DIFF_STOPPED, /* no more were wanted */
    DIFF_NO_MEMORY
};

/* Hands a record on, if there was memory to make it. */
enum diff_result diff_hand_out(const struct diff_sink *sink,
                               const struct bytes *record);

/*
 * The changes, by tool key, kind, field and reviewer, from an older snapshot
 * to a newer one, whose base is the older one or NULL; without word diffs if
 * `brief`.  *count is how many there were.
 */
enum diff_result diff_snapshots(const struct snapshot *old_snapshot,
                                const struct snapshot *new_snapshot, bool brief,
                                const struct diff_sink *sink, size_t *count);

#endif
