/* The columns of a listing on a terminal, and which of them there is room for.
 */
#ifndef VTOOLS_RENDER_TEXT_TABLE_H
#define VTOOLS_RENDER_TEXT_TABLE_H

#include "lib/render/text.h"

enum {
    TEXT_TABLE_GAP = 2,
    TEXT_TABLE_COLUMNS = 32 /* what is right of them is left to other formats */
};

/* A column on the terminal: a column of the listing, or the bars of one. */
struct text_column {
    size_t of;
    const struct listing_column *what;
    bool bar;
    size_t width; /* 0: left out */
};

struct text_table {
    const struct listing *listing;
    bool *shared; /* of each row: another one has the same name */
    struct text_column columns[TEXT_TABLE_COLUMNS];
    size_t count;
    size_t name;    /* which of them has the names */
    size_t labels;  /* how wide the widest title is */
    bool no_memory; /* the columns could not all be measured */
};

/* False without memory; text_table_free gives it back in any case. */
bool text_table_init(struct text_table *t, const struct listing *l);
void text_table_free(struct text_table *t);

/* Fits the columns into the width; false when there is no room for a table. */
bool text_table_fit(struct text_table *t, size_t width);

size_t text_table_width(const struct text_table *t);

/* Whether the column has numbers, which stand at its right end. */
bool text_column_is_number(const struct text_column *c);

const struct listing_cell *text_table_cell(const struct text_table *t,
                                           size_t row,
                                           const struct text_column *c);

/* Adds a cell, and below it what is said beside it. */
void text_table_add_cell(struct block *b, const struct text_table *t,
                         size_t row, const struct text_column *c, size_t width);

#endif
