/*
 * Merging the sightings of each review, as one thread does it for some of the
 * tools.  Private to lib/score.
 */
#ifndef VTOOLS_SCORE_MERGING_H
#define VTOOLS_SCORE_MERGING_H

#include "lib/base/number_table.h"
#include "lib/base/sort.h"
#include "lib/score/sightings.h"

/*
 * Sightings of a tool that stand next to each other and are one review, until
 * the reviews are made.  `into` is the run that it belongs to, itself at
 * first.
 */
struct run {
    uint32_t first, count; /* of `at` in struct merging */
    uint32_t into;
    bool truncated; /* in every sighting */
};

/* Starts zeroed but for `s` and `alone`. */
struct merging {
    struct scorer *s;
    bool alone; /* no other thread works with the scorer */
    bool failed;

    /* What it makes, for all of its tools. */
    struct originals originals;
    struct review_list unlabelled; /* as the scorer has them */

    /* Tools that are merged when it is alone. */
    struct {
        uint32_t *at;
        size_t count, cap;
    } put_off;

    struct group_room group_room;
    struct review_sighting *at; /* what is being merged */

    /* Room that is kept from one tool to the next, for `cap` sightings. */
    uint32_t cap;
    struct run *runs;
    uint32_t count; /* of the runs */
    struct number_table writers;
    struct review_sighting *moved;
    uint32_t *by_text;   /* runs, in the order of their texts ... */
    struct slice *texts; /* ... of those that were looked at, in the room */
    struct text_room room;
    uint64_t joined_id; /* of the review being gathered */
    struct numbered *numbered;
    uint64_t *marks;  /* a table of what tells reviews apart; 0: free */
    uint32_t *marked; /* and which review each of them is of */
    uint32_t *review_of, *sizes; /* by sighting, by review */
};

/*
 * lib/score/merge_range.c: brings sightings of one tool that may be of one
 * review together, and flags the first of each.  False when there is no
 * memory, or a text could not be read again.
 */
bool merging_merge_range(struct merging *m, struct review_sighting *at,
                         uint32_t count);

/* The first sighting of a run. */
static inline const struct review_sighting *
merging_head(const struct merging *m, const struct run *run)
{
    return &m->at[run->first];
}

/* The first reviewer that a run's sightings name. */
static inline pooled merging_reviewer(const struct merging *m,
                                      const struct run *run)
{
    const struct review_sighting *r = merging_head(m, run);
    for (uint32_t i = 0; i < run->count; i++)
        if (r[i].reviewer != POOL_UNKNOWN)
            return r[i].reviewer;
    return POOL_UNKNOWN;
}

/*
 * lib/score/merge_beginnings.c: joins runs of truncated texts to one that has
 * more of the text.  False as above.
 */
bool merging_join_beginnings(struct merging *m);

/* lib/score/reviews.c: makes the first of them the review that they all are. */
bool merging_make_reviews(struct merging *m, struct tool *tool);

#endif
