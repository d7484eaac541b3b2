/* Comparing the tools of one snapshot with each other. */
#ifndef VTOOLS_DIFF_COMPARING_H
#define VTOOLS_DIFF_COMPARING_H

#include "lib/diff/pair_order.h"

/* What is asked for. */
struct comparing {
    struct choice choice;
    bool brief;  /* without the texts of the reviews */
    bool matrix; /* all tools at once, those of each category apart */
    size_t top;  /* only so many pairs, in this order; 0: all of them */
    enum pair_order order;
    size_t workers;
};

/* Where records go, a line each, some at a time; false: no more of them. */
struct comparing_sink {
    bool (*take)(void *self, struct slice lines);
    void *self;
};

/*
 * Writes what is asked for: a comparison of each pair, or a matrix.  *count is
 * how many records there were, whether all of them were wanted or not.  The
 * listener hears of tools that are left out.  False with *d filled.
 */
bool compare_snapshot(const struct snapshot *s, const struct comparing *what,
                      const struct comparing_sink *sink,
                      const struct listener *listener, size_t *count,
                      struct diag *d);

#endif
