/* `matrix` records: several tools side by side, a column each. */
#ifndef VTOOLS_RECORD_MATRIX_H
#define VTOOLS_RECORD_MATRIX_H

#include "lib/record/comparison.h"

/* A row of the decision table; `values` and `better` have a column each. */
struct matrix_decision {
    struct slice field;
    struct slice *values;
    bool *better;
    bool compared; /* `better` is not null */
};

/* One reviewer's judgements; `cells` and `better` have a column each. */
struct matrix_row {
    struct slice reviewer;
    struct scorecard_cell *cells;
    bool *better;
    int64_t range; /* or DECIMAL_UNKNOWN */
};

/* A tool's place, from 1, and how many others it beats and loses to. */
struct matrix_place {
    size_t column;
    int64_t rank, won, lost;
};

struct matrix {
    struct slice title;
    struct verdict *tools; /* their panels are made from the scorecard */
    size_t tool_count;
    struct matrix_decision *decision;
    size_t decision_count;
    struct matrix_row *scorecard;
    size_t scorecard_count;
    bool *winner; /* of each column */
    struct matrix_place *ranking;
    size_t ranking_count;
    int64_t margin_ship_pct, margin_score; /* hundredths */
    struct slice why;
    struct slice *agree, *split;
    size_t agree_count, split_count;
};

/*
 * How many of its tools a title names: "A vs B vs C", "A vs B vs C and 9 more".
 */
static inline size_t matrix_named(size_t tools)
{
    enum { ALL = 4, SOME = 3 };
    return tools > ALL ? SOME : tools;
}

/* Which tool stands at a place; in the order of columns without a ranking. */
static inline size_t matrix_column_at(const struct matrix *m, size_t place)
{
    return m->ranking_count == m->tool_count ? m->ranking[place].column : place;
}

/* As verdict_read. */
bool matrix_read(struct object *o, struct arena *arena, struct matrix *m);

#endif
