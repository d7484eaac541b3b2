/* How far panels agree: their verdicts and scores in Krippendorff's alpha. */
#ifndef VTOOLS_SCORE_AGREEMENT_H
#define VTOOLS_SCORE_AGREEMENT_H

#include "lib/base/table.h"
#include "lib/record/verdict.h"
#include "lib/score/alpha.h"

/*
 * The review's verdict, if it tells of agreement.  One that was inferred from
 * what a page states of the whole panel does not: only panels of one mind let
 * it be inferred, so it would make reviewers agree more than they do.
 */
enum judgement agreement_verdict(const struct panel_review *r);

/* Tools are the units, reviewers the observers.  Starts zeroed. */
struct panel_alphas {
    struct alpha_nominal verdicts;
    struct alpha_interval scores;
};

/* Adds a tool's panel. */
void panel_alphas_add(struct panel_alphas *a, const struct verdict *v);

/* The same, and who the observers are.  Starts zeroed. */
struct panel_agreement {
    struct panel_alphas alphas;
    int64_t tools;

    /* Private. */
    struct table reviewers;
    struct arena arena;
};

void panel_agreement_free(struct panel_agreement *a);

/* Adds a tool's panel; false when there is no memory. */
bool panel_agreement_add(struct panel_agreement *a, const struct verdict *v);

struct agreement_record panel_agreement_record(const struct panel_agreement *a);

#endif
