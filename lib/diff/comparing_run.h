/* One run of compare_snapshot, and its two ways to write records. */
#ifndef VTOOLS_DIFF_COMPARING_RUN_H
#define VTOOLS_DIFF_COMPARING_RUN_H

#include "lib/diff/comparing.h"
#include "lib/diff/contender.h"

struct comparing_run {
    const struct comparing *what;
    const struct comparing_sink *sink;
    struct lineup lineup;
    struct chosen chosen;
    struct contenders contenders;
    size_t count; /* of the records */
};

/* A comparison of every pair.  False with *d filled. */
bool comparing_write_pairs(struct comparing_run *run, struct diag *d);

/* A matrix of all tools, or of each category.  False with *d filled. */
bool comparing_write_matrices(struct comparing_run *run, struct diag *d);

#endif
