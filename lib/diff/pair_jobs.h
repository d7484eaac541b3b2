/* Working on very many pairs, by one thread or by several, in order. */
#ifndef VTOOLS_DIFF_PAIR_JOBS_H
#define VTOOLS_DIFF_PAIR_JOBS_H

#include "lib/diff/pair_list.h"
#include "lib/diff/pair_order.h"

/* As many pairs as keep a thread busy for a while, and what became of them. */
struct pair_job {
    struct tool_pair *pairs;
    size_t count;
    struct bytes text;            /* records, a line each */
    struct ordered_pair *ordered; /* room for as many as pairs */
};

enum { PAIRS_A_JOB = 128 };

struct pair_jobs {
    size_t workers; /* threads; 1: the caller's own alone */
    const struct contenders *contenders;
    struct pair_list *pairs;
    /* False when there is no memory.  Called by several threads at a time. */
    bool (*work)(void *self, struct comparer *comparer, struct pair_job *job);
    /* False: no more.  In the order of the pairs, one at a time. */
    bool (*take)(void *self, struct pair_job *job);
    void *self;
};

/* False when there is no memory; true also when no more was wanted. */
bool pair_jobs_run(const struct pair_jobs *jobs);

#endif
