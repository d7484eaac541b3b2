/* What a grouping holds of each group; private to lib/score/grouping*.c. */
#ifndef VTOOLS_SCORE_GROUPING_STATE_H
#define VTOOLS_SCORE_GROUPING_STATE_H

#include "lib/score/agreement.h"
#include "lib/score/contrast.h"
#include "lib/score/grouping.h"

struct group {
    struct slice *values; /* JSON texts, one a name */
    size_t last_verdict;  /* whose tool was counted last, from 1 */
    int64_t tools, verdicts[JUDGEMENT_UNRATED + 1];
    int64_t reviews, ship, skip, mixed;
    struct contrast contrast;
    struct panel_alphas alphas;
    int64_t score_sum;
    struct score_summary summary;
};

struct group_score {
    size_t group;
    int64_t score;
};

#endif
