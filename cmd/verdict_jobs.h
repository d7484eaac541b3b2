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

enum verdict_jobs_result {
    VERDICT_JOBS_DONE, /* or no more was wanted */
    VERDICT_JOBS_NO_MEMORY,
    VERDICT_JOBS_NOT_STARTED /* no threads to be had: nothing was taken */
};

enum verdict_jobs_result verdict_jobs_run(const struct verdict_jobs *jobs);

#endif
