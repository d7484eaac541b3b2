/* What the parts of taking sightings share.  Private to lib/score. */
#ifndef VTOOLS_SCORE_ADDING_H
#define VTOOLS_SCORE_ADDING_H

#include "lib/score/sightings.h"

/*
 * Room for more items in an array that is full, half as many again.  False,
 * and the scorer remembers, when there is no memory.
 */
bool scorer_grow_array(struct scorer *s, void **array, size_t *cap,
                       size_t size);

/* Room for one more item in an array; NULL when there is no memory. */
#define NEXT_ITEM(s, array)                                                    \
    ((s)->array##_count != (s)->array##_cap ||                                 \
             scorer_grow_array((s), (void **)&(s)->array##s,                   \
                               &(s)->array##_cap, sizeof *(s)->array##s)       \
         ? &(s)->array##s[(s)->array##_count++]                                \
         : NULL)

/* What scorer_hold_where does where something is known. */
uint32_t scorer_hold_known_where(struct scorer *s,
                                 const struct prepared_where *w);

/* The same for sightings in a bucket. */
bool scorer_grow_bucket(struct scorer *s, struct bucket *b);

/*
 * One more sighting in a bucket; NULL when there is no memory.  It is long
 * until the next one comes: where that goes is fetched meanwhile.
 */
static inline struct review_sighting *scorer_next_sighting(struct scorer *s,
                                                           struct bucket *b)
{
    enum { AHEAD = 4 }; /* in the next line of the cache, or the one behind */
    if (b->count == b->cap && !scorer_grow_bucket(s, b))
        return NULL;
    struct review_sighting *next = &b->at[b->count++];
    __builtin_prefetch(next + AHEAD, 1);
    return next;
}

/* The number of a place in the scorer's wheres. */
static inline uint32_t scorer_hold_where(struct scorer *s,
                                         const struct prepared_where *w)
{
    return slice_known(w->page) || slice_known(w->fetched) ||
                   slice_known(w->file) || slice_known(w->url)
               ? scorer_hold_known_where(s, w)
               : 0;
}

void scorer_add_review(struct scorer *s, const struct prepared_review *p,
                       uint64_t place);

#endif
