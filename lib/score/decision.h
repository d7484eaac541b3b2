/*
 * The figure that decides a verdict, and what a policy makes of it beyond the
 * share of ships: verdicts by score, and verdicts that are held.
 */
#ifndef VTOOLS_SCORE_DECISION_H
#define VTOOLS_SCORE_DECISION_H

#include "lib/base/decimal.h"
#include "lib/record/verdict.h"
#include "lib/score/policy.h"

/* What decides a verdict, where more than the last is known. */
enum decision_figure {
    DECISION_NONE, /* nothing was judged, or a page states a word alone */
    DECISION_SHARE,
    DECISION_WEIGHTED_SHARE,
    DECISION_SCORE,
    DECISION_WEIGHTED_SCORE,
    DECISION_AGGREGATE /* a rating of many, brought to the scale of 100 */
};

/*
 * numerator / denominator, exactly, in hundredths of a percent or of a
 * score's point, and the thresholds that it is held against.
 */
struct decision {
    enum decision_figure figure;
    decimal_wide numerator, denominator;
    int64_t ship_from, skip_to;
};

struct decision decision_of(const struct policy *p, const struct verdict *v);

/* A rating of many with the bounds of its scale: without any, from 1 to 5. */
struct aggregate decision_bounded(const struct aggregate *a);

/*
 * The same on the scale from 0 to 100, where it is held to.  DECIMAL_UNKNOWN
 * when it says nothing.
 */
int64_t decision_aggregate(const struct aggregate *a);

/* The figure rounded, or DECIMAL_UNKNOWN when there is none. */
int64_t decision_value(const struct decision *d);

/*
 * Under a policy whose basis is the score: judges a panel that has scores by
 * their mean, weighted if the policy weighs.  All figures of *v but the
 * verdict itself must be there.
 */
void decision_by_score(const struct policy *p, struct verdict *v);

/*
 * Lets the verdict of the earlier snapshot stand while the figure has not
 * passed the threshold by the policy's margin; `held` is then what the figure
 * alone would give.
 */
void decision_hold(const struct policy *p, struct verdict *v);

#endif
