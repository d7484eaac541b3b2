/*
 * A tool as comparisons are written of it: the numbers that are compared, and
 * the JSON texts that are the same in each of them, so that one of very many
 * comparisons is hardly more than putting these behind each other.
 */
#ifndef VTOOLS_RECORD_COLUMN_H
#define VTOOLS_RECORD_COLUMN_H

#include "lib/record/verdict.h"

/* The rows of the decision table, in their order. */
enum decision_field {
    DECISION_PANEL,
    DECISION_SCORE,
    DECISION_COMMUNITY,
    DECISION_PRICING,
    DECISION_BEST_FOR,
    DECISION_CATEGORY,
    DECISION_FIELDS
};

struct slice decision_field_title(enum decision_field field);

/* A review of the panel, as a cell of the scorecard. */
struct column_review {
    struct slice reviewer; /* JSON: a string or null */
    struct slice cell;     /* JSON: an object */
    int64_t score;
    enum judgement verdict;
};

struct column {
    struct slice verdict; /* JSON: the record without type and panel */
    struct slice name;    /* what readers call it, inside a JSON string */
    struct slice key;     /* the same of its key */
    struct slice words[DECISION_FIELDS]; /* JSON: strings or null */
    int64_t numbers[DECISION_FIELDS];    /* the higher is the better */
    struct column_review *panel;
    size_t panel_count;
};

/*
 * Makes the column of a verdict, without the reviews' texts if `brief`.  What
 * it points to is in the arena.  False when there is no memory.
 */
bool column_make(struct column *column, const struct verdict *v, bool brief,
                 struct arena *arena);

#endif
