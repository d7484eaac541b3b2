/*
 * What of a sighting can be made ready before its turn comes, by any thread:
 * all but what needs to know the sightings before it.
 */
#ifndef VTOOLS_SCORE_PREPARED_H
#define VTOOLS_SCORE_PREPARED_H

#include "lib/record/sighting.h"

/* How values came about that no page states, as the record says it. */
struct prepared_provenance {
    struct slice tool, reviewer, score, verdict;
};

/* Where it was seen, and when: a time in the form that compares. */
struct prepared_where {
    struct slice page, fetched, file, url;
};

struct held_text; /* lib/score/scorer.h */

/* Slices belong to the record or the arena, and are unknown where it has none.
 */
struct prepared_review {
    struct slice key;           /* of its tool; unknown: it names none */
    struct slice name, tagline; /* the tagline only where there is no key */
    struct slice reviewer, others;
    struct prepared_where where;
    struct slice text;                     /* folded; of length 0: none */
    const struct prepared_provenance *how; /* NULL: nothing is said */
    const struct held_text *held; /* the text, where it is kept already */
    int64_t line, row, col;
    uint64_t name_hash;
    uint64_t id; /* by the text, and the key if there is one; 0: no text */
    uint64_t signature; /* of a long text, and the number of its beginning */
    uint32_t key_hash, reviewer_hash;
    uint32_t beginning;
    int16_t score;
    uint8_t verdict, flags; /* as in a struct review_sighting */
    bool failed;            /* there was no memory */
};

/* The strings of a tool that are kept as they are. */
enum tool_string {
    TOOL_NAME,
    TOOL_TAGLINE,
    TOOL_CATEGORY,
    TOOL_ENTRY,
    TOOL_PRICING,
    TOOL_OTHERS,
    TOOL_STRINGS
};

struct prepared_tool {
    struct slice key; /* unknown: it names none */
    struct slice strings[TOOL_STRINGS];
    uint32_t hashes[TOOL_STRINGS]; /* as pool_hash has them */
    uint32_t key_hash;
    struct prepared_where where;
    int64_t line, col;
    struct stated stated;
    int64_t community_votes, community_ship_pct;
    struct aggregate aggregate;
    bool has_aggregate, truncated;
    bool failed; /* there was no memory */
};

struct prepared_vote {
    struct slice key, voter, at;
    uint32_t key_hash;
    enum judgement vote;
    bool failed; /* there was no memory */
};

struct prepared_sighting {
    enum sighting_type type; /* SIGHTING_OTHER: there is nothing to add */
    union {
        struct prepared_tool tool;
        struct prepared_review review;
        struct prepared_vote vote;
    };
};

/* How much memory one of this type needs: most are reviews, the smallest. */
static inline size_t sighting_prepared_size(enum sighting_type type)
{
    return offsetof(struct prepared_sighting, tool) +
           (type == SIGHTING_TOOL     ? sizeof(struct prepared_tool)
            : type == SIGHTING_REVIEW ? sizeof(struct prepared_review)
                                      : sizeof(struct prepared_vote));
}

/*
 * Reviews' texts are kept in `texts`, which must live as long as the scorer;
 * NULL: they are not, but by the scorer when it takes the review.  `scratch` is
 * any that nobody uses meanwhile.
 */
void sighting_prepare(struct prepared_sighting *p, const struct sighting *s,
                      struct arena *arena, struct arena *texts,
                      struct bytes *scratch);

#endif
