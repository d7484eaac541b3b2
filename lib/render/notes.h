/*
 * What a reader has to know of a verdict beyond its numbers: that it is
 * provisional or held, what it rests on if not on its reviews, its place in a
 * ranking, where pages contradict each other or the reviews, and which values
 * were inferred.
 */
#ifndef VTOOLS_RENDER_NOTES_H
#define VTOOLS_RENDER_NOTES_H

#include "lib/record/verdict.h"

/* Sentences, each ended by NUL; they still have to be masked and escaped. */
struct notes {
    struct bytes text;
};

void notes_free(struct notes *n);

/*
 * Replaces the sentences by those on this verdict; without those on what it
 * rests on and its place if brief, for lists that say so beside it.
 */
void notes_collect(struct notes *n, const struct verdict *v, bool brief);

/* The sentence at `*at`, which starts as 0 and moves on; false at the end. */
bool notes_next(const struct notes *n, size_t *at, struct slice *sentence);

#endif
