/*
 * Whether tools come one after the other: each of them once, all that is of
 * it together.
 */
#ifndef VTOOLS_SCORE_TURNS_H
#define VTOOLS_SCORE_TURNS_H

#include "lib/base/bytes.h"

/* Starts zeroed.  Eight to sixteen bytes a tool that had its turn. */
struct turns {
    struct bytes key; /* of the tool whose turn it is */

    /* Private. */
    uint64_t *seen; /* hashes of keys; 0: free */
    size_t count, cap;
};

enum turn {
    TURN_SAME,
    TURN_NEXT,  /* the turn of another tool begins; `key` is its */
    TURN_AGAIN, /* the tool had its turn before */
    TURN_NO_MEMORY
};

void turns_free(struct turns *t);
enum turn turns_take(struct turns *t, struct slice key);

#endif
