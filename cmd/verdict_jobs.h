/* Making and writing all verdicts by several threads, in order. */
#ifndef VTOOLS_CMD_VERDICT_JOBS_H
#define VTOOLS_CMD_VERDICT_JOBS_H

#include "lib/score/score.h"

struct verdict_jobs {
    size_t workers;
    const struct scorer *scorer; /* settled */
    size_t count;                /* of its verdicts */
    enum verdict_parts parts;
    /* Takes lines; false: no more of them.  Called by one thread at a time. */
    bool (*take)(void *self, struct slice lines);
    void *self;
};

/* False when there is no memory. */
bool verdict_jobs_run(const struct verdict_jobs *jobs);

#endif
