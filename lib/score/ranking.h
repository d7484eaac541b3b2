/*
 * Rankings: the highest value first, equal ones share a place and the places
 * behind them stay free (1, 2, 2, 4).  Values are equal when they are as they
 * are written, rounded to hundredths.
 *
 *   wilson  the lower bound of Wilson's 95 % interval of the ship share, which
 *           few reviews keep low
 *   mean    the mean of the scores
 *   bayes   the mean of the scores with `weight` scores more that are the mean
 *           of all scores ranked: (weight * prior + sum) / (weight + n)
 *   ship    the share of ships, weighted where the policy weighs
 */
#ifndef VTOOLS_SCORE_RANKING_H
#define VTOOLS_SCORE_RANKING_H

#include <stddef.h>

#include "lib/base/decimal.h"
#include "lib/record/rank.h"

/* What a value is made of; hundredths, or DECIMAL_UNKNOWN. */
struct rank_figures {
    int64_t low;   /* of the interval */
    int64_t share; /* of ships */
    int64_t mean, score_sum, score_count;
};

/* One of the ranked, which `item` tells. */
struct rank_row {
    size_t item;
    int64_t value; /* DECIMAL_UNKNOWN: it has no place */
    int64_t count; /* private: scores, of which `value` is the sum at first */
    int64_t place; /* from 1; 0: none */
};

/* A row whose place is yet to be found. */
struct rank_row rank_row_of(enum rank_by by, const struct rank_figures *f,
                            size_t item);

/*
 * Orders the rows and gives them places; those without one come last.  Rows
 * of one place stay in the order of their items.
 */
void rank_rows(enum rank_by by, int64_t weight, struct rank_row *rows,
               size_t count);

#endif
