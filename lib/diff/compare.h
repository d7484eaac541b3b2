/* Two verdicts side by side. */
#ifndef VTOOLS_DIFF_COMPARE_H
#define VTOOLS_DIFF_COMPARE_H

#include "lib/diff/pairing.h"
#include "lib/record/comparison.h"

/* What is used again for every pair.  Starts zeroed. */
struct comparer {
    struct arena arena;
    struct pairing pairing;
};

void comparer_free(struct comparer *r);

/*
 * Fills *c, which is valid until the next call and as long as the verdicts
 * are.  False when there is no memory.
 */
bool compare_verdicts(struct comparer *r, const struct verdict *a,
                      const struct verdict *b, bool brief,
                      struct comparison *c);

/*
 * The parts, each from c->a and c->b, in the arena.  False when there is no
 * memory.
 */
bool compare_decision(struct comparison *c, struct arena *arena);
bool compare_scorecard(struct comparison *c, struct pairing *pairing,
                       struct arena *arena);
bool compare_winner(struct comparison *c, struct arena *arena);

/* Which number is higher; SIDE_NONE unless both are known. */
enum side compare_numbers(int64_t a, int64_t b);

#endif
