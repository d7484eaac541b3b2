/* The text format's table of verdicts, a line each where names are short. */
#ifndef VTOOLS_RENDER_VERDICT_TABLE_H
#define VTOOLS_RENDER_VERDICT_TABLE_H

#include "lib/render/text.h"

/* A verdict in a list; `shared`: another tool there has the same name. */
struct listed {
    const struct verdict *verdict;
    bool shared;
};

enum { VERDICT_TABLE_COLUMNS = 8 };

struct verdict_table {
    size_t widths[VERDICT_TABLE_COLUMNS]; /* 0: left out */
};

/*
 * Fits the columns to the verdicts and into `width`, leaving out what matters
 * least.  False when there is no room for a table.
 */
bool verdict_table_fit(struct verdict_table *t, const struct listed *items,
                       size_t count, size_t width);

size_t verdict_table_width(const struct verdict_table *t);

void verdict_table_print(struct document *d, const struct verdict_table *t,
                         const struct listed *items, size_t count);

#endif
