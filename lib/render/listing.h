/*
 * A listing: records of one kind as a table, in words.  What a column means is
 * said once, here and in the files that make listings; the formats only set
 * them.  All text still has to be masked and escaped.
 */
#ifndef VTOOLS_RENDER_LISTING_H
#define VTOOLS_RENDER_LISTING_H

#include "lib/base/arena.h"
#include "lib/base/bytes.h"
#include "lib/base/decimal.h"
#include "lib/record/judgement.h"
#include "lib/render/site.h"

enum listing_kind {
    LISTING_NAME,    /* what the row is about */
    LISTING_WORDS,   /* some words */
    LISTING_PLACE,   /* files and addresses, where something was seen */
    LISTING_NUMBER,  /* a number, as text */
    LISTING_SCORE,   /* the same with its bar */
    LISTING_VERDICT, /* a judgement; its text is not used */
    LISTING_PROSE    /* sentences; the last column */
};

/*
 * Where there is no room for all columns, those with the highest `yields` are
 * left out first; those with 0 stay.
 */
struct listing_column {
    struct slice title;
    enum listing_kind kind;
    int yields;
};

struct listing_cell {
    struct slice text;  /* empty or unknown: a dash */
    struct slice aside; /* said more quietly beside it; may be unknown */
    int64_t score;      /* in hundredths, or DECIMAL_UNKNOWN */
    enum judgement judgement;
    enum site_page page; /* what the text may be a link to... */
    struct slice page_of;
};

/* Start zeroed; listing_free gives the memory back. */
struct listing {
    struct slice title, hint; /* the hint says how to read it, or is unknown */
    struct slice alone;       /* the title of what the page is about; unknown:
                                 the same */
    bool part;                /* of a section that has begun already */
    struct listing_column *columns;
    size_t column_count, column_cap;
    struct listing_cell *cells; /* row by row */
    size_t row_count, cell_cap;
    struct arena arena; /* for texts that nothing else holds */
    bool failed;        /* there was no memory */
};

void listing_free(struct listing *l);

/* Forgets everything, keeps the memory. */
void listing_clear(struct listing *l);

/* All columns come before the first row; titles are not copied. */
void listing_add_column(struct listing *l, const char *title,
                        enum listing_kind kind, int yields);

/* Begins a row of empty cells. */
void listing_add_row(struct listing *l);

/*
 * The cells of the row begun last, to be filled; a cell past the columns or
 * without memory is one that nobody looks at.
 */
struct listing_cell *listing_cell(struct listing *l, size_t column);

/* A row's cells. */
const struct listing_cell *listing_row(const struct listing *l, size_t row);

/*
 * Leaves out the columns in which nothing stands, and those that say in every
 * row what `said` does, the title of the page (may be unknown).  A single row
 * that the page is named after is no list: it has the title `alone`.
 */
void listing_tidy(struct listing *l, struct slice said);

/* A copy in the listing's arena; an unknown slice stays unknown. */
struct slice listing_keep(struct listing *l, struct slice s);

/* The same of words, which it clears; unknown when they are empty. */
struct slice listing_keep_words(struct listing *l, struct bytes *words);

#endif
