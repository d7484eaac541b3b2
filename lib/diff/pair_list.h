/*
 * The pairs of tools to compare, handed out one by one as there may be very
 * many.  Pairs stand in the order of the keys, those of a list in its order.
 */
#ifndef VTOOLS_DIFF_PAIR_LIST_H
#define VTOOLS_DIFF_PAIR_LIST_H

#include <stdint.h>

#include "lib/diff/choice.h"

struct pair_list {
    /* Private. */
    const struct chosen *chosen;
    bool listed;
    size_t count;  /* of all tools */
    size_t *next;  /* the next tool that may be compared with the same ones */
    size_t *first; /* by tool: the first that may be compared with it */
    size_t row, column;
};

/*
 * All pairs that were chosen; with `categories`, which has a number by tool
 * and 0 for none, those within a category, unless pairs are listed.  False
 * when there is no memory.
 */
bool pair_list_make(struct pair_list *pairs, const struct chosen *chosen,
                    size_t count, const uint32_t *categories,
                    uint32_t category_count);
void pair_list_free(struct pair_list *pairs);

/* Up to `most` further pairs; how many there were, 0 at the end. */
size_t pair_list_next(struct pair_list *pairs, struct tool_pair *at,
                      size_t most);

#endif
