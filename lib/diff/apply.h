/* A snapshot and what changed in it, to the newer snapshot. */
#ifndef VTOOLS_DIFF_APPLY_H
#define VTOOLS_DIFF_APPLY_H

#include "lib/diff/index.h"
#include "lib/record/change.h"

/* Where lines of the newer snapshot go; false when no more are wanted. */
struct apply_sink {
    bool (*take)(void *self, struct slice line);
    void *self;
};

/* Starts with the first two, and {.index = {.sides = 2}, .total = -1}. */
struct apply {
    struct record_stream *stream;
    const char *const *sources; /* the older snapshot, the changes */
    struct join_seen seen[2];   /* `verdicts` of the changes are these */
    bool refused;               /* something does not fit: it was told */

    /* Private. */
    struct tool_index index; /* the second side is the newer snapshot */
    struct change_line *lines;
    size_t line_count, line_cap;
    struct patched_tool *tools;
    size_t tool_count, tool_cap;
    struct table by_tool;
    size_t patch_count;
    int64_t total; /* of patches, as the changes have it; below 0: not said */
    struct arena texts;
};

/*
 * Makes the newer snapshot and hands it over.  Nothing is handed over when
 * something does not fit, all of which the stream's listener hears.
 */
enum side_result apply_run(struct apply *a, const struct apply_sink *sink,
                           struct diag *d);
void apply_free(struct apply *a);

#endif
