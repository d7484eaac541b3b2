/*
 * Where and when pages were seen: each once, by number.  Private to lib/score.
 *
 * Most of what is done to many sightings asks for their pages; there are far
 * fewer of these than of strings, so they have an array of their own.
 */
#ifndef VTOOLS_SCORE_WHERES_H
#define VTOOLS_SCORE_WHERES_H

#include <stdbool.h>
#include <stdint.h>

/* Numbers of strings in the scorer's pool. */
struct where {
    uint32_t page, fetched, file, url;
};

/* Starts zeroed.  The first, of number 0, is nowhere. */
struct wheres {
    struct where *at;
    uint32_t count, cap;
    uint32_t *slots; /* numbers; 0: free */
    uint32_t slot_cap;
};

void wheres_free(struct wheres *w);

/* The number of a place, new or known; 0 when there is no memory. */
uint32_t wheres_add(struct wheres *w, struct where where);

static inline struct where wheres_get(const struct wheres *w, uint32_t number)
{
    return number == 0 ? (struct where){0} : w->at[number];
}

#endif
