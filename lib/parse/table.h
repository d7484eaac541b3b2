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
 * name, or because its first row names nothing but columns that are known.
 * *separator is set then.
 */
bool table_is(const struct page *page, struct slice text, char *separator);

/* What came of it. */
struct table_counts {
    size_t tools, reviews, rejected; /* rows */
};

/*
 * Its bad rows as they stand, each followed by a line that says why.  Before
 * the first one, in the first `header` bytes, is the row that names the
 * columns, so that they can be read again.
 */
struct table_rejects {
    struct bytes text;
    size_t header;
};

/*
 * Adds the records of all good rows to *out as JSON Lines.  Bad rows are told
 * to the listener, each with its place, and where the choice asks for it added
 * to *rejects.  False when there is no memory; then *out is as it was.
 */
bool table_read(const struct page *page, struct slice text, char separator,
                const struct forms_choice *choice,
                const struct listener *listener, struct arena *arena,
                struct bytes *out, struct table_rejects *rejects,
                struct table_counts *counts);

#endif
