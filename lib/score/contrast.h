/*
 * What sets the reviews of one reviewer off from those of others on the same
 * tools, summed over panels: how harsh and how much of one mind with them a
 * reviewer is.
 */
#ifndef VTOOLS_SCORE_CONTRAST_H
#define VTOOLS_SCORE_CONTRAST_H

#include "lib/base/table.h"
#include "lib/record/group.h"

/* What some reviews of a panel come to. */
struct review_totals {
    int64_t judged[JUDGEMENT_UNRATED + 1]; /* by judgement */
    int64_t all_judged;
    int64_t score_sum, score_count;
};

/* A panel; starts zeroed. */
struct panel_totals {
    struct review_totals all;

    /* Private. */
    struct table reviewers;
    struct review_totals *own; /* of each reviewer */
    size_t room;
};

void panel_totals_free(struct panel_totals *t);

/* Takes a verdict's panel in place of the one before; false without memory. */
bool panel_totals_take(struct panel_totals *t, const struct verdict *v);

/* Sums over reviews; starts zeroed. */
struct contrast {
    decimal_wide harshness; /* hundredths in parts, as in lib/score/alpha.h */
    int64_t compared;       /* scores, with those of others beside them */
    int64_t alike, others;  /* judgements of the others */
};

/*
 * Adds one review of the panel.  The others are those that are not known to be
 * by the same reviewer.
 */
void contrast_add(struct contrast *c, const struct panel_totals *panel,
                  const struct panel_review *r);

/*
 * The harshness is the mean, over the reviews, of the mean score of the others
 * on the tool less the review's own.  The agreement is the share of the
 * others' judgements that are the review's own.
 */
struct group_contrast contrast_value(const struct contrast *c);

#endif
