/*
 * Policies: how a panel's judgements become a verdict.  A policy is a JSON
 * object; the default, `panel-1`, is one too.
 */
#ifndef VTOOLS_SCORE_POLICY_H
#define VTOOLS_SCORE_POLICY_H

#include <stdint.h>

#include "lib/base/arena.h"
#include "lib/base/diag.h"
#include "lib/base/table.h"
#include "lib/record/judgement.h"

struct previous;

/* Percentages, scores and weights are hundredths. */
struct policy {
    struct slice name;                      /* with the version, "panel-1" */
    int64_t ship_from, skip_to;             /* ship share, in percent */
    int64_t score_ship_from, score_skip_to; /* scores without verdicts */
    int64_t minimum;      /* reviews, under which it is provisional */
    struct table weights; /* by reviewer, into `weight_values` */
    int64_t *weight_values;
    bool by_score;  /* the mean of the scores decides, not the share */
    int64_t margin; /* by which a figure must pass a threshold to flip */
    const struct previous *previous; /* the caller's, set later, or NULL */
    struct arena arena;              /* owns all the others */
};

/* The default policy as text. */
struct slice policy_default_text(void);

/*
 * Reads a policy; members that it does not have are the default's.  False
 * with *d filled, `source` being its name, when it is no policy.
 */
bool policy_read(struct policy *p, struct slice text, const char *source,
                 struct diag *d);
void policy_free(struct policy *p);

/* The weight of a reviewer, 100 (one) when the policy names none. */
int64_t policy_weight(const struct policy *p, struct slice reviewer);

/* Whether any reviewer has a weight. */
static inline bool policy_weighs(const struct policy *p)
{
    return p->weights.count != 0;
}

/* The judgement of a share of ships, numerator / denominator (not 0). */
enum judgement policy_judge_share(const struct policy *p, int64_t numerator,
                                  int64_t denominator);

/* The judgement of a score on the scale from 0 to 100, in hundredths. */
enum judgement policy_judge_score(const struct policy *p, int64_t score);

#endif
