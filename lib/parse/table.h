/*
 * Tables of reviews, of values separated by commas or tabs: a row a review,
 * and its tool once.  The first row names the columns.
 */
#ifndef VTOOLS_PARSE_TABLE_H
#define VTOOLS_PARSE_TABLE_H

#include "lib/base/arena.h"
#include "lib/io/page.h"
#include "lib/parse/forms.h"

/*
 * Whether a decoded page is a table: by what it is said to be, by its file's
 * name, or because its first row names columns of reviews, those of the map,
 * which may be NULL, among them.  *separator is set then.
 */
bool table_is(const struct page *page, struct slice text,
              const struct table_map *map, char *separator);

/* What came of it. */
struct table_counts {
    size_t tools, reviews;
    size_t rejected;        /* rows, and... */
    size_t tables_rejected; /* ...tables as a whole, counted in both */
};

/*
 * A line that ends a table: the next one names the columns of another.  It
 * stands between the tables among the rejects.
 */
static const struct slice table_mark = SLICE("\f\n");

/*
 * Adds the records of all good rows to *out as JSON Lines.  Bad rows are told
 * to the listener, each with its place, and where the choice asks for it added
 * to *rejects, behind the row that names the columns, each followed by a line
 * that says why.  False when there is no memory; then *out is as it was.
 */
bool table_read(const struct page *page, struct slice text, char separator,
                const struct forms_choice *choice,
                const struct listener *listener, struct arena *arena,
                struct bytes *out, struct bytes *rejects,
                struct table_counts *counts);

#endif
