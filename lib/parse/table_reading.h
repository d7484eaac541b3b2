/* A table being read.  Private to the files that read tables. */
#ifndef VTOOLS_PARSE_TABLE_READING_H
#define VTOOLS_PARSE_TABLE_READING_H

#include "lib/base/table.h"
#include "lib/parse/table.h"
#include "lib/parse/table_columns.h"
#include "lib/parse/table_rows.h"

enum { LIST_MOST = 64 };

/* What is told once: how often, and where and what the first was. */
struct table_oddity {
    size_t count, line;
    struct slice first;
};

struct table_reading {
    const struct page *page;
    const struct forms_choice *choice;
    const struct listener *listener;
    const struct table_map *map;
    struct arena *arena; /* of the page: keys of tools */
    struct arena row;    /* of the row at hand */
    struct table_columns columns;
    struct table tools; /* by key, to their places */
    struct slice page_key;
    struct slice syntax;
    struct bytes *out;
    int64_t worst, best; /* of the scores */
    bool no_memory;
    struct table_oddity words, ratings; /* that mean nothing */
    size_t row_count;
    struct slice header;   /* the row that names the columns */
    bool header_kept;      /* among the rejects */
    struct bytes *rejects; /* NULL: not kept */
    struct slice pros[LIST_MOST], cons[LIST_MOST];
    struct table_counts counts;
};

/* A field of the row, without a guard; unknown where there is none. */
struct slice table_field(const struct table_row *row, size_t at);

/* A cell as folded text; unknown when it is empty. */
struct slice table_cell(struct table_reading *r, const struct table_row *row,
                        enum table_column column);

/* Numbers in hundredths and counts; DECIMAL_UNKNOWN or -1 without one. */
int64_t table_number(struct table_reading *r, const struct table_row *row,
                     enum table_column column);
int64_t table_count(struct table_reading *r, const struct table_row *row,
                    enum table_column column);

/* From 0 to 100; what is not is unknown. */
int64_t table_percentage(struct table_reading *r, const struct table_row *row,
                         enum table_column column);

/*
 * The items of a cell with pros or cons: its lines or, where it has only one,
 * parts behind `;` or `|`.  Returns how many, at most LIST_MOST.
 */
size_t table_items(struct table_reading *r, const struct table_row *row,
                   enum table_column column, struct slice *items);

/* Where what a row says was read. */
struct table_place {
    bool is_stated; /* else here: the row has this number in the table */
    struct slice page;
    int64_t row, col; /* -1: unknown */
    struct slice url, fetched;
};

/*
 * The place that the row itself states, as tables of vrender do, where all of
 * it has their form; or its own.  The strings belong to the row.
 */
struct table_place table_place(struct table_reading *r,
                               const struct table_row *row, size_t number);

/* The object of strings in the column `inferred`, as JSON; or unknown. */
struct slice table_inferred(struct table_reading *r,
                            const struct table_row *row);

/* Writes what the row says: its tool, if that is new, and its review. */
void table_write_review(struct table_reading *r, const struct table_row *row,
                        size_t number);

void table_count_oddity(struct table_reading *r, struct table_oddity *oddity,
                        const struct table_row *row, struct slice text);

/* Tells of the columns that this first row names, and of the oddities. */
void table_tell_columns(const struct table_reading *r,
                        const struct table_row *row);
void table_tell_oddities(const struct table_reading *r);

#endif
