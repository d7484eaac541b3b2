/* Which column of a table states what. */
#ifndef VTOOLS_PARSE_TABLE_COLUMNS_H
#define VTOOLS_PARSE_TABLE_COLUMNS_H

#include <stdint.h>

#include "lib/base/bytes.h"
#include "lib/base/diag.h"

enum table_column {
    COLUMN_NAME,
    COLUMN_TAGLINE,
    COLUMN_CATEGORY,
    COLUMN_DESCRIPTION,
    COLUMN_ENTRY,
    COLUMN_PRICING,
    COLUMN_SLUG,
    COLUMN_URL,
    COLUMN_BRAND,
    COLUMN_REVIEWER,
    COLUMN_SCORE,
    COLUMN_VERDICT,
    COLUMN_TEXT,
    COLUMN_TITLE,
    COLUMN_DATE,
    COLUMN_PROS,
    COLUMN_CONS,
    COLUMN_HELPFUL,
    COLUMN_USUAL, /* the number of those above, which many tables have; */
    /* vrender writes these, too. */
    COLUMN_REVIEWED = COLUMN_USUAL,
    COLUMN_STATED_VERDICT,
    COLUMN_STATED_SHIP,
    COLUMN_STATED_SKIP,
    COLUMN_STATED_SHIP_PCT,
    COLUMN_COMMUNITY_VOTES,
    COLUMN_COMMUNITY_SHIP_PCT,
    COLUMN_AGGREGATE_VALUE,
    COLUMN_AGGREGATE_BEST,
    COLUMN_AGGREGATE_WORST,
    COLUMN_AGGREGATE_COUNT,
    COLUMN_RATING_VALUE,
    COLUMN_RATING_BEST,
    COLUMN_RATING_WORST,
    COLUMN_TRUNCATED,
    COLUMN_INFERRED,
    COLUMN_PAGE,
    COLUMN_ROW,
    COLUMN_COL,
    COLUMN_SOURCE_URL,
    COLUMN_SOURCE_FETCHED,
    COLUMN_TOTAL
};

/*
 * What the user says of the columns: `reviewer=author,score=stars/5`.  The
 * text belongs to the caller.
 */
struct table_map {
    struct slice names[COLUMN_TOTAL]; /* unknown: not said */
    int64_t worst, best;              /* of the score; or DECIMAL_UNKNOWN */
};

/* Starts a map that says nothing. */
void table_map_init(struct table_map *map);

/* Adds what an option's argument says; false with *d filled. */
bool table_map_read(struct table_map *map, const char *argument,
                    struct diag *d);

/* Whether it names any column. */
bool table_map_says(const struct table_map *map);

/* Where the columns are, in a table with this first row. */
struct table_columns {
    size_t at[COLUMN_TOTAL]; /* NO_COLUMN: nowhere */
    size_t key;              /* `tool` beside another one with the name */
    size_t known;            /* how many there are */
    bool is_score; /* the score's column is named so: it is from 0 to 100 */
};

#define NO_COLUMN SIZE_MAX

void table_columns_find(struct table_columns *columns,
                        const struct table_map *map, const struct slice *fields,
                        size_t count);

/* Whether one of them states what a reviewer thinks. */
bool table_columns_judge(const struct table_columns *columns);

/* What a column states, as the map calls it. */
struct slice table_column_name(enum table_column column);

/* The first name in the map that no column has; unknown when there is none. */
struct slice table_columns_missing(const struct table_columns *columns,
                                   const struct table_map *map);

#endif
