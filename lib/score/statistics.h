/* The figures behind a verdict.  Scores and percentages are hundredths. */
#ifndef VTOOLS_SCORE_STATISTICS_H
#define VTOOLS_SCORE_STATISTICS_H

#include "lib/record/verdict.h"

/*
 * Puts scores from 0 to 100 in order, the lowest first; `room` is for as many
 * again.
 */
void statistics_sort_scores(int64_t *scores, int64_t *room, size_t count);

/*
 * Summarizes scores, the lowest first.  Mean and median are rounded
 * half away from zero; `sd` is the sample standard deviation (n - 1), unknown
 * for fewer than two.
 */
struct score_summary statistics_of_scores(const int64_t *scores, size_t count);

/*
 * The 95 % interval of a share of `ship` in `all` (not 0), in percent
 * (E. B. Wilson, "Probable inference, the law of succession, and statistical
 * inference", JASA 22, 1927).
 */
void statistics_wilson(int64_t ship, int64_t all, int64_t *low, int64_t *high);

/*
 * How evenly a panel is split between ship and skip, from 0 (nobody
 * disagrees) to 1 (half and half): 2 min(ship, skip) / all.
 */
int64_t statistics_polarization(int64_t ship, int64_t skip, int64_t all);

#endif
