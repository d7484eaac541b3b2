/* Which changes are told, and how many of the others there were. */
#ifndef VTOOLS_DIFF_NEWS_H
#define VTOOLS_DIFF_NEWS_H

#include "lib/record/change.h"

/* What is wanted; starts zeroed, when all changes are. */
struct news_wanted {
    int64_t score_least;        /* hundredths; smaller moves are not */
    bool ignored[CHANGE_KINDS]; /* none of these kinds is */
};

struct news_count {
    size_t told;
    size_t small_moves;
    size_t ignored[CHANGE_KINDS];
    size_t since_policy, since_policy_tools;
};

/* Whether not all changes are wanted. */
bool news_leaves_out(const struct news_wanted *wanted);

/* Whether the change is to be told; counts it in any case. */
bool news_take(const struct news_wanted *wanted, const struct change *c,
               struct news_count *count);

#endif
