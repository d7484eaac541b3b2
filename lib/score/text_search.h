/*
 * Finding sightings that have the same texts as some others, in three steps:
 * these are wanted; all sightings that may have the texts are met, of which
 * what is noted tells that most have none of them; and of the few that are
 * left on both sides the texts are compared, by their hashes, read again where
 * they were not kept.  Private to lib/score.
 */
#ifndef VTOOLS_SCORE_TEXT_SEARCH_H
#define VTOOLS_SCORE_TEXT_SEARCH_H

#include "lib/base/number_table.h"
#include "lib/score/sightings.h"

/* A sighting, and the number of its text from 0 on; NONE: nothing matches. */
struct text_bearer {
    struct review_sighting *sighting;
    uint32_t text;
};

struct text_bearers {
    struct text_bearer *at;
    size_t count, cap;
};

/* Starts zeroed but for `s`. */
struct text_search {
    struct scorer *s;
    struct text_bearers wanted, met; /* and numbered, once compared */
    size_t text_count;

    /* Private. */
    struct number_table signatures; /* whether they were met, 0 or 1 */
    struct text_room room;
};

/*
 * Each false when there is no memory.  Without a long text a sighting is not
 * taken; what is met is told only what was wanted before.
 */
bool text_search_want(struct text_search *t, struct review_sighting *r);
bool text_search_meet(struct text_search *t, struct review_sighting *r);

/* False, as the scorer remembers, without memory or if a text has changed. */
bool text_search_compare(struct text_search *t);

void text_search_free(struct text_search *t);

#endif
