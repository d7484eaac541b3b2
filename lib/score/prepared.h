/*
 * What of a review can be made ready before its turn comes, by any thread:
 * all but what needs to know the reviews before it.
 */
#ifndef VTOOLS_SCORE_PREPARED_H
#define VTOOLS_SCORE_PREPARED_H

#include "lib/record/sighting.h"

/* How values came about that no page states, as the record says it. */
struct prepared_provenance {
    struct slice tool, reviewer, score, verdict;
};

/* Slices belong to the record or the arena, and are unknown where it has none.
 */
struct prepared_review {
    struct slice key;           /* of its tool; unknown: it names none */
    struct slice name, tagline; /* the tagline only where there is no key */
    struct slice reviewer, others;
    struct slice page, fetched, file, url;
    struct slice text;                     /* folded; of length 0: none */
    const struct prepared_provenance *how; /* NULL: nothing is said */
    int64_t line, row, col;
    uint64_t name_hash;
    uint64_t id, text_hash; /* of a text, the id if there is a key too */
    uint32_t key_hash, reviewer_hash;
    uint32_t beginning; /* a hash of a long text's beginning */
    int16_t score;
    uint8_t verdict, flags; /* as in a struct review_sighting */
    bool failed;            /* there was no memory */
};

/* `scratch` is any that nobody uses meanwhile. */
void review_prepare(struct prepared_review *p, const struct review_record *r,
                    struct slice others, struct arena *arena,
                    struct bytes *scratch);

#endif
