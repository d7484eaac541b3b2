/*
 * What a scorer holds while it works: the sightings as they came, and the
 * reviews merged of them.  Private to lib/score.
 *
 * Everything is in flat arrays that refer to each other by index.  Strings
 * are held once each: equal ones are the same bytes.
 */
#ifndef VTOOLS_SCORE_SIGHTINGS_H
#define VTOOLS_SCORE_SIGHTINGS_H

#include "lib/base/table.h"
#include "lib/score/score.h"

#define NO_INDEX ((size_t)-1)

/* Where and when something was seen; what decides which is the newest. */
struct place {
    struct slice fetched, page, file, url;
    int64_t line, row, col;
};

/* How a value that no page states was come by: "row"; unknown: stated. */
struct provenance {
    struct slice tool, reviewer, score, verdict;
};

struct tool_sighting {
    size_t tool;
    struct place place;
    struct slice name, tagline, category, entry, pricing;
    struct stated stated;
    int64_t community_votes, community_ship_pct;
    bool has_aggregate;
    struct aggregate aggregate;
    bool truncated; /* the page breaks off, so reviews may be missing */
    struct slice others;
    size_t panel_size; /* reviews of the tool on the page */
};

struct review_sighting {
    size_t tool; /* NO_INDEX: the page names none */
    struct place place;
    struct slice name, tagline, reviewer;
    struct slice text; /* none: unknown, never empty */
    int64_t score;
    enum judgement verdict;
    bool truncated;
    struct provenance how; /* as the record says */
    struct slice others;
    size_t review; /* which merged review it is of */
};

struct vote {
    size_t tool;
    struct slice voter, at;
    enum judgement vote;
};

/* One review, however often it was seen. */
struct review {
    size_t tool;
    struct slice reviewer, text;
    int64_t score;
    enum judgement verdict;
    struct provenance how;
    int64_t row; /* the lowest it was seen in; -1: none */
    struct slice others;
    bool contradicted;   /* sightings state different things */
    size_t first, count; /* its sightings, the fullest and newest first */
};

struct tool {
    struct slice key;
    /* Ranges of the arrays below, once they are sorted by tool. */
    size_t first_sighting, sighting_count;
    size_t first_review, review_count;
    size_t first_vote, vote_count;
};

struct scorer {
    const struct policy *policy;
    unsigned infer;
    struct arena arena;
    struct table strings; /* every string held */
    struct table tool_index;
    struct tool *tools;
    size_t tool_count, tool_cap;
    struct tool_sighting *tool_sightings;
    size_t tool_sighting_count, tool_sighting_cap;
    struct review_sighting *sightings;
    size_t sighting_count, sighting_cap;
    struct vote *votes;
    size_t vote_count, vote_cap;
    struct review *reviews;
    size_t review_count;
    size_t unplaced;
    struct verdict *verdicts;
    bool no_memory;
};

/*
 * Order by newness, the newest first; sightings of the same time are ordered
 * by where they stood, so that the order of the input never shows.
 */
int place_compare(const struct place *a, const struct place *b);
int tool_sighting_compare(const struct tool_sighting *a,
                          const struct tool_sighting *b);
int review_sighting_compare(const struct review_sighting *a,
                            const struct review_sighting *b);

/*
 * The members of one's own that two sightings carry, those of `a` counting
 * where both have one.
 */
struct slice scorer_join_members(struct scorer *s, struct slice a,
                                 struct slice b);

/* A text shorter than this could be, or begin, many reviews. */
enum { TEXT_LEAST = 40 };

/*
 * lib/score/place.c: gives reviews that name no tool to the one that they are
 * about, and drops those that may be about any.
 */
bool scorer_place(struct scorer *s);

/* lib/score/merge.c: from sightings to reviews, sorted by tool. */
bool scorer_merge(struct scorer *s);

/* lib/score/infer*.c: fill in what no page states.  False: no memory. */
bool scorer_infer_matches(struct scorer *s);
bool scorer_infer_rows(struct scorer *s);
bool scorer_infer_panels(struct scorer *s);
void scorer_infer_from_scores(struct scorer *s);

/*
 * The one number of ships among `all` that makes this percentage when
 * rounded as pages round it; -1 when there is none or more than one.
 */
int64_t ships_of_percentage(int64_t ship_pct, int64_t all);

/* lib/score/facts.c: what the pages say of a tool, and contradict. */
bool scorer_add_facts(struct scorer *s, const struct tool *tool,
                      struct verdict *v);

/* lib/score/judge.c: the panel and the verdict on it. */
bool scorer_judge(struct scorer *s, const struct tool *tool, struct verdict *v);

#endif
