/* What no page states, inferred from labels elsewhere. */
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

static bool take_labels(struct scorer *s, uint32_t index,
                        const struct review_sighting *from)
{
    struct review_sighting *r = review_change(s, &s->originals, index);
    if (r == NULL)
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

/* Stands for a review where reviewers differ. */
#define SEVERAL (NONE - 1)

/* Notes the labelled review of a text: one, the first by its tool's key. */
static void note_label(const struct scorer *s, uint32_t *noted, uint32_t index)
{
    const struct review_sighting *r = &s->sightings[index];
    if (*noted == NONE) {
        *noted = index;
        return;
    }
    if (*noted == SEVERAL)
        return;
    const struct review_sighting *other = &s->sightings[*noted];
    if (other->reviewer != r->reviewer)
        *noted = SEVERAL;
    else if (slice_compare(tool_key(&s->tools.at[r->tool]),
                           tool_key(&s->tools.at[other->tool])) < 0)
        *noted = index;
}

/*
 * The same review under another key of its tool: a tagline that was edited,
 * or that a page breaks off before, makes another key.
 */
bool scorer_infer_matches(struct scorer *s)
{
    struct number_table texts = {0};
    bool ok = true, added;
    if ((s->infer & INFER_MATCH) == 0 || s->unlabelled.count == 0)
        return true;
    for (size_t i = 0; ok && i < s->unlabelled.count; i++) {
        const struct review_sighting *r = &s->sightings[s->unlabelled.at[i]];
        if (is_known_again(r))
            ok = number_table_add(&texts, sighting_note(s, r)->hash, NONE,
                                  &added) != NULL;
    }
    for (size_t i = 0; ok && texts.count != 0 && i < s->sighting_count; i++) {
        const struct review_sighting *r = &s->sightings[i];
        uint32_t *noted =
            is_known_again(r) && is_labelled(s, r)
                ? number_table_find(&texts, sighting_note(s, r)->hash)
                : NULL;
        if (noted != NULL)
            note_label(s, noted, (uint32_t)i);
    }
    for (size_t i = 0; ok && texts.count != 0 && i < s->unlabelled.count; i++) {
        uint32_t index = s->unlabelled.at[i];
        const struct review_sighting *r = &s->sightings[index];
        uint32_t *noted =
            is_known_again(r)
                ? number_table_find(&texts, sighting_note(s, r)->hash)
                : NULL;
        if (noted != NULL && *noted < SEVERAL)
            ok = take_labels(s, index, &s->sightings[*noted]);
    }
    number_table_free(&texts);
    return ok;
}
