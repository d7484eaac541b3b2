/*
 * What a scorer holds while it works: the sightings as they came, and the
 * reviews merged of them.  Private to lib/score.
 *
 * There may be many millions, so a sighting is 24 bytes, and a note of as many
 * where it has a text.  Strings and whatever is rare are in a pool, places and
 * notes in arrays, and referred to by number.  Sightings come into buckets by
 * their tools, so that one tool's, which came at any time, are brought together
 * within what the cache holds.  Those of a review stand beside each other once
 * they are merged, the fullest and newest first, and the first of them then
 * holds what the review comes to.
 */
#ifndef VTOOLS_SCORE_SCORER_H
#define VTOOLS_SCORE_SCORER_H

#include "lib/base/pool.h"
#include "lib/score/prepared.h"
#include "lib/score/review_text.h"
#include "lib/score/score.h"
#include "lib/score/tools.h"
#include "lib/score/wheres.h"

/* The number of a tool, review or place in an array, when there is none. */
#define NONE UINT32_MAX

/* Numbers of the pool, here and below. */
typedef uint32_t pooled;

/* How a value that no page states was come by: "row"; unknown: stated. */
struct provenance {
    pooled tool, reviewer, score, verdict;
};

/* What few sightings have; a struct in the pool.  All unknown: no struct. */
struct rarity {
    struct provenance how;
    pooled others;        /* members of a user's own */
    pooled name, tagline; /* where they are not the tool's own */
    uint32_t unused;
    int64_t row, col; /* past what a sighting has room for */
};

/*
 * A text that was kept, and the line that the review stood in.  Texts are not
 * looked for among each other: most are seen once.
 */
struct held_text {
    int64_t line;
    uint32_t len;
    char at[];
};

enum review_flag {
    REVIEW_TRUNCATED = 1,
    REVIEW_NAMED = 2,         /* by the tool's name, if no other is rare */
    REVIEW_FIRST = 4,         /* of the sightings of one review */
    REVIEW_CHANGED = 8,       /* it holds more than it said itself */
    REVIEW_CONTRADICTED = 16, /* the sightings state different things */
    REVIEW_TEXT = 32,         /* has a text ... */
    REVIEW_LONG = 64,         /* ... that is long enough to be known again */
    REVIEW_AWAY = 128         /* ... and was not kept */
};

enum { AWAY_BITS = 64 - BEGINNING_BITS };

/* Small numbers that are unknown, or too large and so in the rarity. */
enum { SMALL_UNKNOWN = 0xffff, SMALL_RARE = 0xfffe, SCORE_UNKNOWN = -1 };

/* What is noted of the text; all zero without one. */
struct text_note {
    uint64_t id;        /* of the review, by its tool and text; until there is
                           a tool, the hash of the text */
    uint64_t signature; /* of a long text (lib/score/review_text.h) */
    union {
        const struct held_text *held;
        /*
         * Of a text that is away: where it can be read again, in the lowest
         * AWAY_BITS, and above them the number of its beginning if it is
         * long, which says whether that is worth while.
         */
        uint64_t away;
    };
};

/* A sighting that is both noted and rare has a second note. */
union note {
    struct text_note text;
    pooled rarity;
};

/* Added to the number of a note when there is a second one behind it. */
#define NOTED_RARE (UINT32_C(1) << 31)

struct review_sighting {
    uint32_t tool; /* NONE: the page names none */
    pooled reviewer;
    uint32_t where; /* of the scorer's wheres; 0: nowhere */
    uint32_t more;  /* its note, or if it is not noted its rarity */
    int16_t score;  /* hundredths */
    uint16_t row, col;
    uint8_t verdict; /* an enum judgement */
    uint8_t flags;
};

_Static_assert(sizeof(struct review_sighting) == 24 && sizeof(union note) == 24,
               "at most 48 bytes a review");

struct tool_sighting {
    uint32_t tool;
    uint32_t where;
    int64_t line, col;
    pooled name, tagline, category, entry, pricing, others;
    pooled stated, community, aggregate; /* structs; unknown: nothing said */
    bool truncated;      /* the page breaks off, so reviews may be missing */
    uint32_t panel_size; /* reviews of the tool on the page */
};

/* What a tool record says of the community; a struct in the pool. */
struct community_said {
    int64_t votes, ship_pct;
};

struct vote {
    uint32_t tool;
    pooled voter, at;
    uint32_t vote; /* an enum judgement */
};

/* Sightings of reviews: of the tools whose numbers have the same remainder. */
struct bucket {
    struct review_sighting *at;
    size_t count, cap;
};

enum { BUCKETS = 256 };

/* What a first sighting said before it became the review. */
struct original {
    const struct review_sighting *of;
    struct review_sighting said;
};

/* Both start zeroed. */
struct originals {
    struct original *at;
    size_t count, cap;
};

struct review_list {
    struct review_sighting **at; /* the first sightings */
    size_t count, cap;
};

struct scorer {
    const struct policy *policy;
    unsigned infer;
    struct pool pool;
    struct arena arena;
    struct arena preparing; /* of the review at hand */
    struct bytes scratch, id_room;
    struct wheres wheres;
    uint32_t last_where; /* of the sightings taken */
    struct tools tools;
    uint32_t *order; /* of the tools by key, once finished */
    struct tool_sighting *tool_sightings;
    size_t tool_sighting_count, tool_sighting_cap;
    struct bucket buckets[BUCKETS]; /* by the tools' numbers */
    struct bucket nameless;         /* without a tool, to be placed */
    union note *notes;
    size_t note_count, note_cap;
    struct vote *votes;
    size_t vote_count, vote_cap;
    /* What changed first sightings said themselves, sorted by these. */
    struct originals originals;
    pooled by_score; /* "score", as a way of inferring */
    size_t unplaced;
    struct review_list unlabelled; /* whose reviewer no page states */
    bool brief;                    /* no texts and sources are asked for */
    struct text_again again;       /* `read` is NULL: texts are kept */
    size_t kept_size;              /* of texts that could be read again */
    bool changed;                  /* a text was not there again */
    bool no_memory;
};

#endif
