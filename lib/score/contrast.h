/*
 * What sets one review of a panel off from the others, summed over panels:
 * how harsh and how much of one mind with them a reviewer is.
 */
#ifndef VTOOLS_SCORE_CONTRAST_H
#define VTOOLS_SCORE_CONTRAST_H

#include "lib/record/group.h"

/* What a panel comes to. */
struct panel_totals {
    int64_t judged[JUDGEMENT_UNRATED + 1]; /* by judgement */
    int64_t all_judged;
    int64_t score_sum, score_count;
};

/* Sums over reviews; starts zeroed. */
struct contrast {
    decimal_wide harshness; /* hundredths in parts, as in lib/score/alpha.h */
    int64_t compared;       /* scores, with those of others beside them */
    int64_t alike, others;  /* judgements of the others */
};

struct panel_totals contrast_totals(const struct verdict *v);

/* Adds one review of the panel. */
void contrast_add(struct contrast *c, const struct panel_totals *panel,
                  const struct panel_review *r);

/*
 * The harshness is the mean, over the reviews, of the mean score of the other
 * reviews of the tool less the review's own.  The agreement is the share of
 * the other reviews' judgements that are the review's own.
 */
struct group_contrast contrast_value(const struct contrast *c);

#endif
