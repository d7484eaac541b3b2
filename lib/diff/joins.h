/*
 * Joining snapshots by tool: finding the tools of which they do not have the
 * same.  Equal lines are not looked into any further.
 */
#ifndef VTOOLS_DIFF_JOINS_H
#define VTOOLS_DIFF_JOINS_H

#include "lib/diff/side.h"

struct join_inputs {
    struct record_stream *stream; /* without a preparer */
    const char *const *sources;
    size_t count;           /* at most SIDES_MOST */
    struct join_seen *seen; /* as many, to be filled */
};

/*
 * Of snapshots in the order of their tools' keys, with memory for one tool.
 * SIDE_FAILED when one is in another order.  A lack of input that cannot be
 * read is for the caller to see in the stream's count.
 */
enum side_result sorted_join(const struct join_inputs *in,
                             const struct tool_taker *taker, struct diag *d);

/*
 * Of snapshots in any order, with an index of the smallest and of what differs
 * in the others.  Files are read a second time where they differ; SIDE_FAILED
 * when one has changed meanwhile.  With `places`, tools are taken as well that
 * only have another place in the second snapshot.
 */
enum side_result hashed_join(const struct join_inputs *in, bool places,
                             const struct tool_taker *taker, struct diag *d);

#endif
