/* What no page states, inferred from labels elsewhere. */
#include <stdlib.h>

#include "lib/base/number_table.h"
#include "lib/score/sightings.h"

static bool is_labelled(const struct scorer *s, const struct review_sighting *r)
{
    return r->reviewer != POOL_UNKNOWN &&
           (sighting_rarity(s, r) == POOL_UNKNOWN ||
            review_how(s, r).reviewer == POOL_UNKNOWN);
}

/* The reviews that have a text long enough to be known again. */
static bool is_known_again(const struct review_sighting *r)
{
    return sighting_is(r, REVIEW_FIRST) && sighting_is(r, REVIEW_LONG);
}

static bool take_labels(struct scorer *s, struct review_sighting *r,
                        const struct review_sighting *from)
{
    if (!review_change(&s->originals, r))
        return false;
    struct provenance how = review_how(s, r);
    pooled by_match = scorer_hold(s, slice_of("match"));
    if (r->reviewer == POOL_UNKNOWN) {
        r->reviewer = from->reviewer;
        how.reviewer = by_match;
    }
    if (r->score == SCORE_UNKNOWN && from->score != SCORE_UNKNOWN) {
        r->score = from->score;
        how.score = by_match;
    }
    if (r->verdict == JUDGEMENT_UNKNOWN && from->verdict != JUDGEMENT_UNKNOWN) {
        r->verdict = from->verdict;
        how.verdict = by_match;
    }
    review_set_how(s, r, &how);
    return !s->no_memory;
}

/* Texts of reviews that lack labels, and the labelled review of each. */
struct matching {
    struct scorer *s;
    struct number_table texts; /* numbers in `labelled`, or what stands below */
    struct review_list labelled;
};

/* Stands for a review where reviewers differ; NONE: there is none. */
#define SEVERAL (NONE - 1)

/* The number of the labelled review of its text; NULL: nobody asks for it. */
static uint32_t *label_of(const struct matching *m,
                          const struct review_sighting *r)
{
    return is_known_again(r)
               ? number_table_find(&m->texts, sighting_note(m->s, r)->hash)
               : NULL;
}

static bool list_texts(struct matching *m)
{
    const struct review_list *unlabelled = &m->s->unlabelled;
    bool ok = true, added;
    for (size_t i = 0; ok && i < unlabelled->count; i++) {
        const struct review_sighting *r = unlabelled->at[i];
        if (is_known_again(r))
            ok = number_table_add(&m->texts, sighting_note(m->s, r)->hash, NONE,
                                  &added) != NULL;
    }
    return ok;
}

/* Notes the labelled review of a text: one, the first by its tool's key. */
static bool note_label(struct matching *m, uint32_t *noted,
                       struct review_sighting *r)
{
    const struct tool *tools = m->s->tools.at;
    if (*noted == NONE) {
        *noted = (uint32_t)m->labelled.count;
        return review_list_add(&m->labelled, r);
    }
    if (*noted == SEVERAL)
        return true;
    const struct review_sighting *other = m->labelled.at[*noted];
    if (other->reviewer != r->reviewer)
        *noted = SEVERAL;
    else if (slice_compare(tool_key(&tools[r->tool]),
                           tool_key(&tools[other->tool])) < 0)
        m->labelled.at[*noted] = r;
    return true;
}

static bool note_labels(struct matching *m, const struct bucket *b)
{
    bool ok = true;
    for (size_t i = 0; ok && i < b->count; i++) {
        uint32_t *noted = label_of(m, &b->at[i]);
        if (noted != NULL && is_labelled(m->s, &b->at[i]))
            ok = note_label(m, noted, &b->at[i]);
    }
    return ok;
}

/*
 * The same review under another key of its tool: a tagline that was edited,
 * or that a page breaks off before, makes another key.
 */
bool scorer_infer_matches(struct scorer *s)
{
    struct matching m = {.s = s};
    if ((s->infer & INFER_MATCH) == 0 || s->unlabelled.count == 0)
        return true;
    bool ok = list_texts(&m);
    for (size_t i = 0; ok && m.texts.count != 0 && i < BUCKETS; i++)
        ok = note_labels(&m, &s->buckets[i]);
    for (size_t i = 0; ok && i < s->unlabelled.count; i++) {
        const uint32_t *noted = label_of(&m, s->unlabelled.at[i]);
        if (noted != NULL && *noted < SEVERAL)
            ok = take_labels(s, s->unlabelled.at[i], m.labelled.at[*noted]);
    }
    number_table_free(&m.texts);
    free(m.labelled.at);
    return ok;
}
