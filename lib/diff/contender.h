/*
 * Contenders: tools that are compared, each prepared once for all of its
 * comparisons.
 */
#ifndef VTOOLS_DIFF_CONTENDER_H
#define VTOOLS_DIFF_CONTENDER_H

#include "lib/base/pool.h"
#include "lib/diff/lineup.h"
#include "lib/record/column.h"

/* A number in hundredths before it was rounded: sum / count. */
struct quotient {
    int64_t sum, count; /* `sum` is DECIMAL_UNKNOWN where nothing is known */
};

struct contender {
    struct column column;
    struct quotient ship_pct, mean;            /* as exact as they are known */
    struct slice ship_pct_digits, mean_digits; /* as the record has them */
    uint32_t name; /* the same for tools of one name; POOL_UNKNOWN: none */
    /*
     * Whose each review of the panel is: the same number in two panels for the
     * first review by one reviewer, another one for the second, and so on;
     * POOL_UNKNOWN when nobody knows the reviewer.
     */
    const uint32_t *judges;
};

/* Starts zeroed. */
struct contenders {
    struct contender *of; /* by the place in the lineup */
    uint32_t judge_count; /* judges have numbers up to this */
    uint32_t *categories; /* by the place: a number, POOL_UNKNOWN for none */
    struct pool category_names;

    /* Private. */
    struct arena arena;
    struct pool names, reviewers, judges;
    uint32_t *reviews; /* by reviewer: how many there are in this panel */
    size_t review_cap;
};

void contenders_free(struct contenders *c);

/*
 * Prepares the tools whose flag in `wanted` is set, without the texts of their
 * reviews if `brief`; the others have no column.  False when there is no
 * memory.
 */
bool contenders_make(struct contenders *c, const struct lineup *lineup,
                     const bool *wanted, bool brief);

#endif
