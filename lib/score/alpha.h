/*
 * Krippendorff's alpha: how far observers agree beyond chance on units that
 * not all of them observed (K. Krippendorff, "Computing Krippendorff's
 * Alpha-Reliability", University of Pennsylvania, 2011).
 *
 *   alpha = 1 - observed / expected disagreement
 *
 * where the disagreement of the pairs of values within a unit of m values
 * counts 1 / (m - 1) times, and the expected one is that of the pairs of all
 * n values.  A unit of fewer than two values says nothing and is passed over.
 *
 * Sums are integers, so the order of the units never shows.  1 / (m - 1) is
 * exact up to 21 values in a unit, and rounded to a part in 10^8 beyond.
 */
#ifndef VTOOLS_SCORE_ALPHA_H
#define VTOOLS_SCORE_ALPHA_H

#include "lib/base/decimal.h"
#include "lib/record/agreement.h"

enum { ALPHA_CATEGORIES = 8 };

/*
 * Fractions with small denominators are summed as whole parts: one is
 * lcm(1..20) of them.
 */
enum { ALPHA_PARTS = 232792560 };

/* numerator / denominator in parts, rounded half away from zero. */
decimal_wide alpha_parts(decimal_wide numerator, int64_t denominator);

/* Nominal: values are alike or not.  Starts zeroed. */
struct alpha_nominal {
    int64_t totals[ALPHA_CATEGORIES];
    decimal_wide observed; /* in parts */
    int64_t n, units;
};

/* Interval: the disagreement of two values is the square of their distance. */
struct alpha_interval {
    decimal_wide sum, squares;
    decimal_wide observed; /* in parts */
    int64_t n, units;
};

/* Adds a unit: how many values of each category it has. */
void alpha_nominal_add(struct alpha_nominal *a,
                       const int64_t counts[ALPHA_CATEGORIES]);

/* Adds a unit of n values of at most 10^4, by their sum and squares. */
void alpha_interval_add(struct alpha_interval *a, int64_t n, decimal_wide sum,
                        decimal_wide squares);

/*
 * In thousandths, rounded half away from zero; ALPHA_UNKNOWN without units, or
 * when all values are one, which leaves nothing to be explained by chance.
 */
int64_t alpha_nominal_value(const struct alpha_nominal *a);
int64_t alpha_interval_value(const struct alpha_interval *a);

#endif
