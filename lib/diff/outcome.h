/*
 * Which of two tools is ahead, by what, and how far.  The one with the higher
 * share of `ship` in its panel wins; with equal or unknown shares the one with
 * the higher mean score.  What is known of one tool alone decides nothing.
 */
#ifndef VTOOLS_DIFF_OUTCOME_H
#define VTOOLS_DIFF_OUTCOME_H

#include "lib/diff/contender.h"

struct outcome {
    const struct contender *winner, *loser; /* of a tie, the first and second */
    bool tie;
    /* Whether the winner is ahead (1), level (0) or behind (-1). */
    int by_ship_pct, by_score; /* OUTCOME_UNKNOWN when one is not known */
    /*
     * The winner's lead in hundredths, from the numbers before they were
     * rounded and rounded once: 2 of 3 are 33.33 points ahead of 1 of 3.
     * DECIMAL_UNKNOWN when one is not known.
     */
    int64_t ship_pct, score;
};

enum { OUTCOME_UNKNOWN = 2 };

/* 1 when a wins, -1 when b does, 0 for a tie. */
int outcome_sign(const struct contender *a, const struct contender *b);

/* Everything but which of the two it was. */
void outcome_make(struct outcome *o, const struct contender *a,
                  const struct contender *b);

/*
 * Adds one sentence that gives the reason, as inside a JSON string.  With
 * `name_loser` it says whom the winner leads.  Tools of one name are told
 * apart by their keys.
 */
void outcome_add_why(struct bytes *out, const struct outcome *o,
                     bool name_loser);

/* Adds the tool's name, with its key behind if `whole` and it has a name. */
void outcome_add_name(struct bytes *out, const struct contender *c, bool whole);

#endif
