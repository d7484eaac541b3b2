/*
 * Ratings as pages write them, brought to the scale from 0 to 100.
 *
 * Where a page does not state its scale, the one of schema.org holds: the
 * best is 5, the worst 1.  Three cases depart from it, because the value
 * itself would contradict it or because the scale is one of percentages:
 *
 *   a value above 5 and up to 10     the best is 10
 *   a value above 10 and up to 100   the best is 100
 *   a value below 1, or a best of 100 or more
 *                                    the worst is 0
 */
#ifndef VTOOLS_PARSE_RATING_H
#define VTOOLS_PARSE_RATING_H

#include "lib/record/sighting.h"

/*
 * Reads `4.5`, `4,5`, `4½`, `9.1 / 10`, `85 %`, `4 out of 5`, `4 stars`,
 * `★★★★☆`, whatever words stand around it.  What the text does not say is
 * DECIMAL_UNKNOWN.  False when there is no rating in it.
 */
bool rating_read(struct slice text, struct rating *r);

/* The first number of a text, in hundredths; DECIMAL_UNKNOWN if none. */
int64_t rating_read_number(struct slice text);

/*
 * The first whole number of a text, as counts are written: `178 reviews`,
 * `6,780`, `1.234`, `12k`.  -1 when there is none, or it is not whole.
 */
int64_t rating_read_count(struct slice text);

/* Gives a rating the scale that it lacks; see above. */
void rating_complete(struct rating *r);

/*
 * (value - worst) / (best - worst) on 0 to 100, in hundredths, rounded half
 * away from zero.  DECIMAL_UNKNOWN when the rating is not possible: a best
 * that is not above the worst, a value outside of them.
 */
int64_t rating_score(const struct rating *r);

/* Whether the scale is the one from 0 to 100 already. */
bool rating_is_score(const struct rating *r);

#endif
