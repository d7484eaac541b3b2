/*
 * Finding sightings that have the same texts as some others, in three steps:
 * these are wanted; all the sightings that may have the texts are met, of which
 * what is noted tells that most have none of them; and of the few that are
 * left, and those that want them, the texts are compared by their hashes, read
 * again where they were not kept.  Private to lib/score.
 */
#ifndef VTOOLS_SCORE_TEXT_SEARCH_H
#define VTOOLS_SCORE_TEXT_SEARCH_H

#include "lib/base/number_table.h"
#include "lib/score/sightings.h"

/* Starts zeroed but for `s`. */
struct text_search {
    struct scorer *s;
    struct review_list met; /* that may have a wanted text, until the end */

    /* Private. */
    struct number_table signatures; /* whether they were met, 0 or 1 */
    struct number_table texts;      /* numbers, by hashes */
    struct text_room room;
};

/* Without a long text nothing is wanted.  False when there is no memory. */
bool text_search_want(struct text_search *t, const struct review_sighting *r);

/* Only what was wanted before is found.  False when there is no memory. */
bool text_search_meet(struct text_search *t, struct review_sighting *r);

/*
 * The number of a text that is wanted, from 0 on, fewer than were wanted; NONE
 * when nothing that was met can have it.
 */
uint32_t text_search_number(struct text_search *t,
                            const struct review_sighting *r);

/*
 * The number, if there is one, of the text of a sighting that was met; for
 * when those that are wanted have theirs.
 */
uint32_t text_search_find(struct text_search *t,
                          const struct review_sighting *r);

/* False, as the scorer remembers, without memory or if a text has changed. */
bool text_search_end(struct text_search *t);

#endif
