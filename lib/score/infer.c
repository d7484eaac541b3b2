/* What no page states, inferred from labels elsewhere. */
#include <stdlib.h>

#include "lib/score/text_search.h"

static bool is_labelled(const struct scorer *s, const struct review_sighting *r)
{
    return r->reviewer != POOL_UNKNOWN &&
           (sighting_rarity(s, r) == POOL_UNKNOWN ||
            review_how(s, r).reviewer == POOL_UNKNOWN);
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

/*
 * Reviews that lack labels are looked for by their texts, whose numbers give
 * the labelled review: NULL, there is none, or `several`, as reviewers differ.
 */
struct matching {
    struct text_search search;
    struct review_sighting **labelled;
    struct review_sighting several;
};

static bool search_labels(struct text_search *t)
{
    const struct scorer *s = t->s;
    bool ok = true;
    for (size_t i = 0; ok && i < s->unlabelled.count; i++)
        ok = text_search_want(t, s->unlabelled.at[i]);
    for (const struct bucket *b = s->buckets; b < s->buckets + bucket_count(s);
         b++)
        for (size_t i = 0; ok && i < b->count; i++)
            if (sighting_is(&b->at[i], REVIEW_FIRST) &&
                is_labelled(s, &b->at[i]))
                ok = text_search_meet(t, &b->at[i]);
    return ok && text_search_compare(t);
}

/* Notes the labelled review of a text: one, the first by its tool's key. */
static void note_label(struct matching *m, const struct text_bearer *met)
{
    const struct tool *tools = m->search.s->tools.at;
    struct review_sighting *r = met->sighting,
                           **noted = &m->labelled[met->text];
    if (*noted == NULL)
        *noted = r;
    else if ((*noted)->reviewer != r->reviewer)
        *noted = &m->several;
    else if (slice_compare(tool_key(&tools[r->tool]),
                           tool_key(&tools[(*noted)->tool])) < 0)
        *noted = r;
}

static bool match(struct matching *m)
{
    const struct text_search *t = &m->search;
    bool ok = true;
    m->labelled = calloc(t->text_count + 1, sizeof(struct review_sighting *));
    if (m->labelled == NULL)
        return false;
    for (size_t i = 0; i < t->met.count; i++)
        if (t->met.at[i].text != NONE)
            note_label(m, &t->met.at[i]);
    for (size_t i = 0; ok && i < t->wanted.count; i++) {
        const struct review_sighting *noted = m->labelled[t->wanted.at[i].text];
        if (noted != NULL && noted != &m->several)
            ok = take_labels(t->s, t->wanted.at[i].sighting, noted);
    }
    return ok;
}

/*
 * The same review under another key of its tool: a tagline that was edited,
 * or that a page breaks off before, makes another key.
 */
bool scorer_infer_matches(struct scorer *s)
{
    struct matching m = {.search.s = s};
    m.several.reviewer = NONE; /* who is none of those that differ */
    if ((s->infer & INFER_MATCH) == 0 || s->unlabelled.count == 0)
        return true;
    bool ok = search_labels(&m.search) && match(&m);
    text_search_free(&m.search);
    free(m.labelled);
    return ok;
}
