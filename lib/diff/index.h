/*
 * An index of snapshots: where the verdicts of each tool stand.  Of a regular
 * file it remembers where a line is, of any other input the line itself, but
 * not one that another snapshot has too.
 */
#ifndef VTOOLS_DIFF_INDEX_H
#define VTOOLS_DIFF_INDEX_H

#include "lib/base/table.h"
#include "lib/diff/side.h"

/* A line of at most 4 GiB; its number is 0 where there is none. */
struct line_ref {
    uint64_t hash;
    size_t place; /* in the file, in memory, or INDEX_ELSEWHERE */
    uint32_t len, number;
};

/* The same line is found on another side. */
#define INDEX_ELSEWHERE SIZE_MAX

/* Starts with {.sides = ...}.  The tools stand as they were met. */
struct tool_index {
    size_t sides;
    size_t count;
    struct slice *tools;       /* their keys */
    struct line_ref *refs;     /* `sides` of each tool */
    bool in_order[SIDES_MOST]; /* the keys came in their order */

    /* Private. */
    size_t cap;
    struct table by_tool;
    struct arena keys, lines;
    const char *sources[SIDES_MOST];
    int fds[SIDES_MOST]; /* 1 more than what it is; 0: not open */
};

void tool_index_free(struct tool_index *x);

/* One side's reference to a tool's line. */
static inline struct line_ref *tool_index_ref(const struct tool_index *x,
                                              size_t tool, size_t side)
{
    return &x->refs[tool * x->sides + side];
}

/* Reads a whole snapshot into the index. */
enum side_result tool_index_read(struct tool_index *x, size_t side,
                                 struct record_stream *stream,
                                 const char *const *source,
                                 struct join_seen *seen);

/* The index of the tool with this key; SIZE_MAX: there is none. */
size_t tool_index_find(const struct tool_index *x, struct slice tool);

/* The same, adding it without a line; SIZE_MAX: there is no memory. */
size_t tool_index_add(struct tool_index *x, struct slice tool);

/* Puts keys of `tools` in their order. */
void tool_index_sort(const struct slice **keys, size_t count);

/* Whether all sides have the same line of the tool. */
bool tool_index_equal(const struct tool_index *x, size_t tool);

/*
 * Reads a line back, into `memory` unless it is in memory already.  SIDE_FAILED
 * when the file has changed.
 */
enum side_result tool_index_line(struct tool_index *x, size_t tool, size_t side,
                                 struct bytes *memory, struct record_line *line,
                                 struct diag *d);

#endif
