/* What no page states, inferred from labels elsewhere and from scores. */
#include "lib/base/utf8.h"
#include "lib/score/sightings.h"

static const struct slice by_match = SLICE("match");
static const struct slice by_score = SLICE("score");

static bool is_labelled(const struct review *r)
{
    return slice_known(r->reviewer) && !slice_known(r->how.reviewer);
}

static void take_labels(struct review *r, const struct review *from)
{
    if (!slice_known(r->reviewer)) {
        r->reviewer = from->reviewer;
        r->how.reviewer = by_match;
    }
    if (r->score == DECIMAL_UNKNOWN && from->score != DECIMAL_UNKNOWN) {
        r->score = from->score;
        r->how.score = by_match;
    }
    if (r->verdict == JUDGEMENT_UNKNOWN && from->verdict != JUDGEMENT_UNKNOWN) {
        r->verdict = from->verdict;
        r->how.verdict = by_match;
    }
}

/*
 * The same review under another key of its tool: a tagline that was edited,
 * or that a page breaks off before, makes another key.
 */
bool scorer_infer_matches(struct scorer *s)
{
    struct table labelled = {0};
    bool ok = true;
    if ((s->infer & INFER_MATCH) == 0)
        return true;
    for (size_t i = 0; ok && i < s->review_count; i++) {
        const struct review *r = &s->reviews[i];
        bool added;
        if (!slice_known(r->text) || !is_labelled(r) ||
            utf8_count(r->text) < TEXT_LEAST)
            continue;
        size_t *found = table_add(&labelled, r->text, i, &added);
        ok = found != NULL;
        if (ok && !added && *found != NO_INDEX &&
            !slice_equal(s->reviews[*found].reviewer, r->reviewer))
            *found = NO_INDEX;
        else if (ok && !added && *found != NO_INDEX &&
                 slice_compare(s->tools[r->tool].key,
                               s->tools[s->reviews[*found].tool].key) < 0)
            *found = i;
    }
    for (size_t i = 0; ok && i < s->review_count; i++) {
        struct review *r = &s->reviews[i];
        size_t *found = slice_known(r->text) && !is_labelled(r)
                            ? table_find(&labelled, r->text)
                            : NULL;
        if (found != NULL && *found != NO_INDEX)
            take_labels(r, &s->reviews[*found]);
    }
    table_free(&labelled);
    return ok;
}

void scorer_infer_from_scores(struct scorer *s)
{
    for (size_t i = 0; (s->infer & INFER_SCORE) != 0 && i < s->review_count;
         i++) {
        struct review *r = &s->reviews[i];
        if (r->verdict != JUDGEMENT_UNKNOWN || r->score == DECIMAL_UNKNOWN)
            continue;
        r->verdict = policy_judge_score(s->policy, r->score);
        r->how.verdict = by_score;
    }
}
