/*
 * Reading and changing what a scorer holds (lib/score/scorer.h), and what the
 * steps from sightings to verdicts are.  Private to lib/score.
 */
#ifndef VTOOLS_SCORE_SIGHTINGS_H
#define VTOOLS_SCORE_SIGHTINGS_H

#include "lib/score/scorer.h"

/* -- reading what is held ------------------------------------------------- */

static inline bool sighting_is(const struct review_sighting *r, unsigned flag)
{
    return (r->flags & flag) != 0;
}

/* Whether there is a note of it: of its text, or of its line. */
static inline bool sighting_is_noted(const struct scorer *s,
                                     const struct review_sighting *r)
{
    return sighting_is(r, REVIEW_TEXT) || !s->brief;
}

/* The note of one that is noted. */
static inline struct text_note *sighting_note(const struct scorer *s,
                                              const struct review_sighting *r)
{
    return &s->notes[r->more & ~NOTED_RARE].text;
}

void bucket_free(struct bucket *b);

/* The bucket of the tool of this number. */
static inline struct bucket *bucket_of(struct scorer *s, uint32_t tool)
{
    return &s->buckets[tool % BUCKETS];
}

/* How many of the buckets may hold any: with few tools most are of none. */
static inline uint32_t bucket_count(const struct scorer *s)
{
    return s->tools.count < BUCKETS ? s->tools.count : BUCKETS;
}

/* The sightings of a tool's reviews, once they are grouped; NULL: none. */
static inline struct review_sighting *review_sightings(const struct scorer *s,
                                                       const struct tool *tool)
{
    size_t number = (size_t)(tool - s->tools.at);
    struct review_sighting *at = s->buckets[number % BUCKETS].at;
    return at == NULL ? NULL : at + tool->first;
}

/* The id of the review by its tool and text; 0 without a text. */
static inline uint64_t sighting_text_id(const struct scorer *s,
                                        const struct review_sighting *r)
{
    return sighting_is(r, REVIEW_TEXT) ? sighting_note(s, r)->id : 0;
}

static inline int sighting_compare_ids(const struct scorer *s,
                                       const struct review_sighting *a,
                                       const struct review_sighting *b)
{
    uint64_t x = sighting_text_id(s, a), y = sighting_text_id(s, b);
    return (x > y) - (x < y);
}

static inline pooled sighting_rarity(const struct scorer *s,
                                     const struct review_sighting *r)
{
    if (!sighting_is_noted(s, r))
        return r->more;
    return (r->more & NOTED_RARE) == 0
               ? POOL_UNKNOWN
               : s->notes[(r->more & ~NOTED_RARE) + 1].rarity;
}

/*
 * Has fetched what a tool's sightings point to, their notes and where they were
 * seen, of as many as are soon needed: that is in the order of the input, which
 * is none to the tool.
 */
TOOLS_FETCHES void sightings_expect(const struct scorer *s,
                                    const struct tool *tool)
{
    enum { SIGHTINGS_MOST = 64 };
    const struct review_sighting *r = review_sightings(s, tool);
    uint32_t count =
        tool->count < SIGHTINGS_MOST ? tool->count : SIGHTINGS_MOST;
    for (uint32_t i = 0; i < count; i++) {
        if (sighting_is_noted(s, &r[i]))
            __builtin_prefetch(sighting_note(s, &r[i]));
        if (r[i].where != 0)
            __builtin_prefetch(&s->wheres.at[r[i].where]);
    }
}

/* Gives it another one; the scorer remembers when there is no memory. */
void sighting_set_rarity(struct scorer *s, struct review_sighting *r,
                         pooled rarity);

/* A text that was kept; unknown for any other. */
static inline struct slice sighting_text(const struct scorer *s,
                                         const struct review_sighting *r)
{
    if (!sighting_is(r, REVIEW_TEXT) || sighting_is(r, REVIEW_AWAY))
        return slice_from(NULL, 0);
    const struct held_text *held = sighting_note(s, r)->held;
    return slice_from(held->at, held->len);
}

/* The line it stood in; unknown under --brief. */
static inline int64_t sighting_line(const struct scorer *s,
                                    const struct review_sighting *r)
{
    return sighting_is(r, REVIEW_AWAY) || !sighting_is_noted(s, r)
               ? -1
               : sighting_note(s, r)->held->line;
}

static inline int64_t sighting_score(const struct review_sighting *r)
{
    return r->score == SCORE_UNKNOWN ? DECIMAL_UNKNOWN : r->score;
}

static inline enum judgement sighting_verdict(const struct review_sighting *r)
{
    return (enum judgement)r->verdict;
}

static inline struct where where_of(const struct scorer *s, uint32_t where)
{
    return wheres_get(&s->wheres, where);
}

struct rarity rarity_of(const struct scorer *s, pooled rarity);
struct stated stated_of(const struct scorer *s, pooled stated);

/* What a row or column is, if it may be found in the rarity; -1: unknown. */
static inline int64_t sighting_number(uint16_t small, int64_t rare)
{
    return small == SMALL_UNKNOWN ? -1 : small == SMALL_RARE ? rare : small;
}

/* Rows and columns from 0; -1: unknown. */
int64_t sighting_row(const struct scorer *s, const struct review_sighting *r);
int64_t sighting_col(const struct scorer *s, const struct review_sighting *r);
pooled sighting_name(const struct scorer *s, const struct review_sighting *r);

/* The number of a rarity in the pool; 0 when nothing in it is known. */
pooled rarity_hold(struct scorer *s, const struct rarity *rarity);

/* The number of a string; the scorer remembers when there is no memory. */
pooled scorer_hold(struct scorer *s, struct slice string);

/* Keeps a text and its line; NULL, with *failed set: no memory. */
const struct held_text *text_hold(struct arena *arena, struct slice text,
                                  int64_t line, bool *failed);

/*
 * Notes the text of a sighting, and the line that it stood in.  A text with a
 * place is not kept, but where it can be read again.
 */
void sighting_add_note(struct scorer *s, struct review_sighting *r,
                       const struct prepared_review *p, uint64_t place);

/* The number of the beginning of a sighting's text, which is long. */
uint32_t sighting_beginning(const struct scorer *s,
                            const struct review_sighting *r);

/* What texts are read again with, by one thread; starts zeroed. */
struct text_room {
    size_t reader;      /* of the scorer's `again` */
    struct arena arena; /* holds the texts; to be reset */
    bool changed;       /* one could not be read again as it was */
    bool no_memory;

    /* Private. */
    struct bytes read, folded, keyed;
};

void text_room_free(struct text_room *room);

/*
 * The text, wherever it is, for as long as the room's arena is not reset;
 * unknown when there is none or, which the room remembers, when it cannot be
 * read again.
 */
struct slice scorer_text(const struct scorer *s,
                         const struct review_sighting *r,
                         struct text_room *room);

/*
 * The id of a review (lib/record/key.h), as a number; of one without a text by
 * its reviewer.  What is hashed is put together in the room.
 */
uint64_t review_id(struct bytes *room, struct slice tool, struct slice reviewer,
                   struct slice text);

/* The same of a sighting that has a tool. */
uint64_t sighting_id(const struct scorer *s, const struct review_sighting *r,
                     struct slice text, struct bytes *room);

/*
 * Order by newness, the newest first; sightings of the same time are ordered
 * by where they stood, so that the order of the input never shows.
 */
int tool_sighting_compare(const struct scorer *s, const struct tool_sighting *a,
                          const struct tool_sighting *b);
int review_sighting_compare(const struct scorer *s,
                            const struct review_sighting *a,
                            const struct review_sighting *b);

/*
 * The members of one's own that two sightings carry, those of `a` counting
 * where both have one.
 */
pooled scorer_join_members(struct scorer *s, pooled a, pooled b);

/* -- the reviews of a tool ------------------------------------------------ */

/* Of so many sightings, how many are of the review that the first begins. */
uint32_t review_length(const struct review_sighting *first, uint32_t count);

/*
 * lib/score/originals.c: orders what was kept aside; due before sighting_said,
 * after changes.
 */
void scorer_sort_originals(struct scorer *s);

/* What sighting_said finds of one that was changed. */
const struct review_sighting *
sighting_original(const struct scorer *s, const struct review_sighting *r);

/* What a sighting said itself, before it became the review. */
static inline const struct review_sighting *
sighting_said(const struct scorer *s, const struct review_sighting *r)
{
    return sighting_is(r, REVIEW_CHANGED) ? sighting_original(s, r) : r;
}

/*
 * Before a review is changed: keeps aside what its first sighting said itself,
 * in the scorer's originals or some that are added to them later.  False when
 * there is no memory.
 */
bool review_change(struct originals *originals, struct review_sighting *review);

/* Adds some to others.  False when there is no memory. */
bool originals_add(struct originals *to, const struct originals *more);

/* Of its rarity, what the review holds: how its values were come by. */
struct provenance review_how(const struct scorer *s,
                             const struct review_sighting *r);
void review_set_how(struct scorer *s, struct review_sighting *r,
                    const struct provenance *how);

/*
 * lib/score/place.c: gives reviews that name no tool to the one that they are
 * about, and drops those that may be about any.
 */
bool scorer_place(struct scorer *s);

/*
 * lib/score/by_tool.c: orders everything by tool.  That is left to do for the
 * review sightings in each bucket, which may be done for all of them at the
 * same time.  False when there is no memory.
 */
bool scorer_group(struct scorer *s);

/*
 * What a thread moves them with, from one bucket to the next: as much memory
 * as the fullest takes.  Starts zeroed.
 */
struct group_room {
    struct bucket moved;
    uint32_t *next; /* where the next sighting of each tool goes */
    size_t tools;   /* for how many there is room */
};

void group_room_free(struct group_room *room);
bool scorer_group_bucket(struct scorer *s, uint32_t bucket,
                         struct group_room *room);

/* The votes on a tool; NULL when there are none. */
const struct vote *scorer_votes(const struct scorer *s, const struct tool *tool,
                                size_t *count);

/*
 * lib/score/merge.c: brings the sightings of each review together, with so
 * many threads.
 */
bool scorer_merge(struct scorer *s, size_t workers);

/* lib/score/key_order.c: makes `order`.  False when there is no memory. */
bool scorer_order_tools(struct scorer *s);

/* lib/score/infer*.c: fill in what no page states.  False: no memory. */
bool scorer_infer_matches(struct scorer *s);
bool scorer_infer_rows(struct scorer *s);
bool scorer_infer_panels(struct scorer *s);

/*
 * The one number of ships among `all` that makes this percentage when
 * rounded as pages round it; -1 when there is none or more than one.
 */
int64_t ships_of_percentage(int64_t ship_pct, int64_t all);

/* lib/score/conflicts.c, sources.c: what the pages contradict, and which. */
bool scorer_find_conflicts(const struct scorer *s, const struct tool *tool,
                           struct verdict_room *room, struct verdict *v);
bool scorer_find_sources(const struct scorer *s, const struct tool *tool,
                         struct verdict_room *room, struct verdict *v);

/* lib/score/facts.c: what the pages say of a tool, with both. */
bool scorer_add_facts(const struct scorer *s, const struct tool *tool,
                      struct verdict_room *room, struct verdict *v);

/* lib/score/panel.c: the reviews of the tool, as the verdict shows them. */
bool scorer_make_panel(const struct scorer *s, const struct tool *tool,
                       struct verdict_room *room, struct verdict *v);

/* lib/score/judge.c: the panel and the verdict on it. */
bool scorer_judge(const struct scorer *s, const struct tool *tool,
                  struct verdict_room *room, struct verdict *v);

#endif
