/* Which tools of a snapshot are to be compared with each other. */
#ifndef VTOOLS_DIFF_CHOICE_H
#define VTOOLS_DIFF_CHOICE_H

#include "lib/diff/snapshot.h"

/*
 * Names as a user gives them; NULL and none leave it open.  With neither,
 * every two tools are compared; with one, that tool and every other.
 */
struct choice {
    const char *first;
    const char *const *second;
    size_t second_count;
};

/* Places in a snapshot. */
struct tool_pair {
    size_t a, b;
};

/*
 * The pairs, handed out one by one as there may be very many: row after row,
 * and in each row the tools from first to last.  Starts zeroed.
 */
struct pair_list {
    /* Private. */
    size_t tool_count;
    bool has_first;
    size_t first;
    size_t *seconds;
    size_t second_count;
    size_t row, column;
};

/*
 * Resolves the names.  A name is a tool's key, else a tool's name, else one
 * whose slug is that of a tool's name.  False with *d filled when it fits no
 * tool or, after telling the listener of each, several; when a tool would be
 * compared with itself; or when there is no memory.
 */
bool choice_resolve(const struct choice *c, const struct snapshot *s,
                    struct pair_list *pairs, const struct listener *listener,
                    struct diag *d);
void pair_list_free(struct pair_list *pairs);

/* The next pair, in the order of the snapshot; false at the end. */
bool pair_list_next(struct pair_list *pairs, struct tool_pair *pair);

#endif
