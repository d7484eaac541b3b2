/*
 * Pairing the reviews of two panels: which review on one side is the
 * counterpart of which on the other.
 */
#ifndef VTOOLS_DIFF_PAIRING_H
#define VTOOLS_DIFF_PAIRING_H

#include "lib/base/table.h"
#include "lib/record/verdict.h"

#define PAIRING_NONE SIZE_MAX

/*
 * of_a[i] is the place in b's panel of the partner of a's review i, or
 * PAIRING_NONE; of_b the other way round.  Starts zeroed, is used for one pair
 * of panels after the other, and freed with pairing_free.
 */
struct pairing {
    size_t *of_a, *of_b;

    /* Private. */
    const struct verdict *a, *b;
    size_t *next; /* the next review of b with the same name */
    size_t cap;
    struct table first; /* the first such review */
};

void pairing_free(struct pairing *p);

/* Nothing paired yet.  False when there is no memory. */
bool pairing_start(struct pairing *p, const struct verdict *a,
                   const struct verdict *b);

/* What names a review; unknown when it cannot be paired by this. */
typedef struct slice pairing_name(const struct panel_review *r);

/*
 * Pairs what is not paired yet: the first review of a name in a with the
 * first of that name in b, the second with the second, and so on.  False
 * when there is no memory.
 */
bool pairing_match(struct pairing *p, pairing_name *name);

/* The reviewer. */
struct slice pairing_by_reviewer(const struct panel_review *r);

/* The id or, without one, the text: the same words are the same review. */
struct slice pairing_by_identity(const struct panel_review *r);

/* One name for all reviews that nothing names: no reviewer, id or text. */
struct slice pairing_by_place(const struct panel_review *r);

#endif
