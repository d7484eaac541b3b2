/*
 * The patterns of short lines in the scorecard grammar, by PCRE2 with JIT
 * and match limits.
 */
#ifndef VTOOLS_PARSE_PATTERNS_H
#define VTOOLS_PARSE_PATTERNS_H

#include "lib/base/diag.h"
#include "lib/record/sighting.h"

struct patterns;

/* NULL with *d filled when there is no memory. */
struct patterns *patterns_new(struct diag *d);
void patterns_free(struct patterns *p);

/* A reviewer's score line, "74/100 · ship". */
struct score_line {
    int64_t score; /* hundredths; DECIMAL_UNKNOWN when past 100 */
    enum judgement verdict;
};
bool patterns_score(struct patterns *p, struct slice line,
                    struct score_line *score);

/* A percentage, "75%", in hundredths; at most 100. */
bool patterns_percentage(struct patterns *p, struct slice line,
                         int64_t *percentage);

/* The panel's verdict with its counts, "Mixed · 2 ship / 2 skip". */
bool patterns_panel(struct patterns *p, struct slice line,
                    struct stated *stated);

/*
 * What the community says: "—" and "No community votes yet" are 0 votes;
 * "62%", "13 votes" and both together are read; else both stay as they are.
 */
void patterns_community(struct patterns *p, struct slice line, int64_t *votes,
                        int64_t *ship_pct);

#endif
