/*
 * Tools side by side, as they are written: two as a `comparison` record,
 * any number as a `matrix` record.  A column is one tool, counted from 0.
 */
#ifndef VTOOLS_RECORD_SIDE_BY_SIDE_H
#define VTOOLS_RECORD_SIDE_BY_SIDE_H

#include "lib/base/decimal.h"
#include "lib/record/column.h"

/* What the known ones of some numbers, one a column, come to. */
struct spread {
    size_t known;            /* how many there are */
    int64_t highest, lowest; /* of them, if there are any */
    size_t first, leaders;   /* which has the highest first, and how many do */
};

/* What a reviewer says of the tools. */
enum opinion {
    OPINION_NONE, /* fewer than two are judged, or the reviewer is not known */
    OPINION_AGREE,
    OPINION_SPLIT
};

struct scorecard_line {
    struct slice reviewer; /* JSON: a string or null */
    struct spread scores;
    enum opinion opinion;
    enum judgement judgement; /* of the first tool that is judged */
};

/* A tool's place among the others. */
struct standing {
    size_t column, rank;
    size_t won, lost; /* comparisons with one of the others */
};

struct side_by_side {
    const struct column *const *columns;
    size_t count;
    struct spread decision[DECISION_FIELDS];
    const struct scorecard_line *lines;
    size_t line_count;
    /*
     * A cell for each column, line after line; NULL where the reviewer says
     * nothing of the tool.
     */
    const struct column_review *const *cells;
    const struct standing *ranking;        /* all columns, from the first */
    int64_t margin_ship_pct, margin_score; /* hundredths */
    struct slice why;                      /* inside a JSON string */
};

/* What stands in a cell of the decision table or of the scorecard to compare.
 */
static inline int64_t decision_number(const struct side_by_side *s,
                                      size_t field, size_t column)
{
    return s->columns[column]->numbers[field];
}

static inline int64_t scorecard_number(const struct side_by_side *s,
                                       size_t line, size_t column)
{
    const struct column_review *cell = s->cells[line * s->count + column];
    return cell == NULL ? DECIMAL_UNKNOWN : cell->score;
}

/* Adds the record without a LF; a comparison is of two columns. */
void comparison_add(struct bytes *out, const struct side_by_side *s);
void matrix_add(struct bytes *out, const struct side_by_side *s);

/* Adds `,"agree":[...],"split":[...]`. */
void opinions_add(struct bytes *out, const struct side_by_side *s);

/* Adds `{"ship_pct":...,"score":...}`. */
void margin_add(struct bytes *out, const struct side_by_side *s);

#endif
