/* What applying has read of the changes.  Private to lib/diff/apply*. */
#ifndef VTOOLS_DIFF_APPLY_STATE_H
#define VTOOLS_DIFF_APPLY_STATE_H

#include "lib/diff/apply.h"

#define APPLY_NONE SIZE_MAX

/* A change, in a line of the changes. */
struct change_line {
    struct slice text;
    size_t number;
    size_t next; /* change of the same tool, or APPLY_NONE */
};

/* A tool that they are about. */
struct patched_tool {
    struct slice tool;
    size_t first, last;    /* its changes, or APPLY_NONE */
    struct slice patch;    /* its patch as JSON, or unknown */
    size_t patch_number;   /* the line where that stands */
    size_t in_index;       /* where it is in the index */
    struct slice new_line; /* unknown: it was removed */
    bool moved;
    struct slice after; /* as in its patch */
};

/*
 * Refuses the changes of a line, and says why: `format` and what follows are
 * as in diag_set.
 */
void apply_refuse(struct apply *a, size_t line_number, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Reads the changes. */
enum side_result apply_read_changes(struct apply *a);

/*
 * Makes the new line of a tool, after checking that its changes are those from
 * the old line to it.
 */
enum side_result apply_make_line(struct apply *a, struct patched_tool *t,
                                 struct diag *d);

/*
 * Lists the index's tools in the order of the newer snapshot.  NULL when there
 * is no memory or, which is told, no such order.
 */
size_t *apply_order(struct apply *a, size_t *count);

#endif
