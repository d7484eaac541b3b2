/* From the sightings of a review, which stand beside each other, to it. */
#include "lib/base/array.h"
#include "lib/score/merging.h"

/* Whether both state the reviewer, score or verdict, and differently. */
static bool contradicts(const struct review_sighting *r,
                        const struct review_sighting *from)
{
    return (r->reviewer != POOL_UNKNOWN && from->reviewer != POOL_UNKNOWN &&
            r->reviewer != from->reviewer) ||
           (r->score != SCORE_UNKNOWN && from->score != SCORE_UNKNOWN &&
            r->score != from->score) ||
           (r->verdict != JUDGEMENT_UNKNOWN &&
            from->verdict != JUDGEMENT_UNKNOWN && r->verdict != from->verdict);
}

/* Whether a value is to be taken over one that is there. */
static bool is_better(bool known, bool have, pooled how, pooled have_how)
{
    return known &&
           (!have || (have_how != POOL_UNKNOWN && how == POOL_UNKNOWN));
}

/*
 * Takes what a sighting says where the review has nothing yet, or has only
 * what was inferred and the sighting's page states it.
 */
static void take_values(struct scorer *s, struct review_sighting *r,
                        struct rarity *rarity,
                        const struct review_sighting *from)
{
    struct rarity other = rarity_of(s, sighting_rarity(s, from));
    struct provenance *have = &rarity->how;
    const struct provenance *how = &other.how;
    if (is_better(from->reviewer != POOL_UNKNOWN, r->reviewer != POOL_UNKNOWN,
                  how->reviewer, have->reviewer)) {
        r->reviewer = from->reviewer;
        have->reviewer = how->reviewer;
    }
    if (is_better(from->score != SCORE_UNKNOWN, r->score != SCORE_UNKNOWN,
                  how->score, have->score)) {
        r->score = from->score;
        have->score = how->score;
    }
    if (is_better(from->verdict != JUDGEMENT_UNKNOWN,
                  r->verdict != JUDGEMENT_UNKNOWN, how->verdict,
                  have->verdict)) {
        r->verdict = from->verdict;
        have->verdict = how->verdict;
    }
    if (how->tool == POOL_UNKNOWN)
        have->tool = POOL_UNKNOWN;
    int64_t row = sighting_number(from->row, other.row);
    int64_t least = sighting_number(r->row, rarity->row);
    if (row >= 0 && (least < 0 || row < least)) {
        r->row = from->row;
        rarity->row = other.row;
    }
    rarity->others = scorer_join_members(s, rarity->others, other.others);
}

/* Makes the first of some sightings the review that they all are. */
static bool make_review(struct merging *m, struct review_sighting *first,
                        uint32_t count)
{
    struct scorer *s = m->s;
    struct review_sighting review = *first;
    struct rarity rarity = rarity_of(s, sighting_rarity(s, &review));
    for (uint32_t i = 1; i < count; i++) {
        const struct review_sighting *from = &first[i];
        if (contradicts(&review, from))
            review.flags |= REVIEW_CONTRADICTED;
        take_values(s, &review, &rarity, from);
    }
    sighting_set_rarity(s, &review, rarity_hold(s, &rarity));
    if (memcmp(&review, first, sizeof review) == 0)
        return true;
    if (!review_change(&m->originals, first))
        return false;
    review.flags |= REVIEW_CHANGED;
    *first = review;
    return !s->no_memory;
}

bool merging_make_reviews(struct merging *m, struct tool *tool)
{
    struct scorer *s = m->s;
    struct review_sighting *r = review_sightings(s, tool);
    bool ok = true;
    tool->review_count = 0;
    for (uint32_t left = tool->count, count; ok && left != 0;
         r += count, left -= count) {
        count = review_length(r, left);
        ok = count == 1 || make_review(m, r, count);
        if (r->reviewer == POOL_UNKNOWN ||
            (sighting_rarity(s, r) != POOL_UNKNOWN &&
             review_how(s, r).reviewer != POOL_UNKNOWN))
            ok = ARRAY_ADD(&m->unlabelled, r) && ok;
        tool->unjudged = tool->unjudged || r->verdict == JUDGEMENT_UNKNOWN;
        tool->review_count++;
    }
    return ok;
}
