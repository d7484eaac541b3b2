/*
 * What vdiff does: verdicts to comparisons, two snapshots to changes.
 * Records come out one by one, each a line without its LF, valid during the
 * call.
 */
#ifndef VTOOLS_DIFF_DIFF_H
#define VTOOLS_DIFF_DIFF_H

#include "lib/diff/comparing.h"
#include "lib/diff/joins.h"
#include "lib/diff/news.h"
#include "lib/record/snapshot.h"

/* Where records go; false when no more are wanted. */
struct diff_sink {
    bool (*take)(void *self, struct slice record);
    void *self;
};

enum diff_result {
    DIFF_DONE,
    DIFF_STOPPED, /* no more were wanted */
    DIFF_STRICT,  /* a line was rejected under `strict` */
    DIFF_FAILED,  /* *d says why */
    DIFF_NO_MEMORY
};

/* Two snapshots, the older one first, or three: base, ours and theirs. */
struct change_job {
    struct record_stream *stream;
    const char *const *sources;
    size_t source_count;
    bool sorted; /* they are, by tool key: memory for one tool is enough */
    bool brief;  /* no word diffs and no patches */
    bool since_policy; /* tell what the policy alone made */
    struct news_wanted wanted;
    struct diff_sink sink;

    /* To be filled: starts zeroed. */
    struct news_count *count;
    struct join_seen *seen; /* of each source */
};

/*
 * The changes, by tool key, kind, field and reviewer.  Two snapshots of which
 * all is told come with what makes the new one of the old.
 */
enum diff_result diff_snapshots(const struct change_job *job, struct diag *d);

#endif
