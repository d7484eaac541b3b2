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
 * Reviews that lack labels, with the number of each one's text, or NONE, and by
 * these numbers the labelled review of the text: NULL, there is none, or
 * `several`, as reviewers differ.
 */
struct matching {
    struct scorer *s;
    struct text_search search;
    uint32_t *text_of;
    struct review_sighting **labelled;
    struct review_sighting several;
};

/* Notes the labelled review of a text: one, the first by its tool's key. */
static void note_label(struct matching *m, struct review_sighting **noted,
                       struct review_sighting *r)
{
    const struct tool *tools = m->s->tools.at;
    if (*noted == NULL)
        *noted = r;
    else if ((*noted)->reviewer != r->reviewer)
        *noted = &m->several;
    else if (slice_compare(tool_key(&tools[r->tool]),
                           tool_key(&tools[(*noted)->tool])) < 0)
        *noted = r;
}

/* Has the texts found that stand with labels elsewhere. */
static bool search(struct matching *m)
{
    const struct review_list *reviews = &m->s->unlabelled;
    bool ok = true;
    for (size_t i = 0; ok && i < reviews->count; i++)
        ok = text_search_want(&m->search, reviews->at[i]);
    for (const struct bucket *b = m->s->buckets; b < m->s->buckets + BUCKETS;
         b++)
        for (size_t i = 0; ok && i < b->count; i++)
            if (sighting_is(&b->at[i], REVIEW_FIRST) &&
                is_labelled(m->s, &b->at[i]))
                ok = text_search_meet(&m->search, &b->at[i]);
    return ok;
}

static bool note_labels(struct matching *m)
{
    const struct review_list *reviews = &m->s->unlabelled;
    m->text_of = calloc(reviews->count, sizeof *m->text_of);
    m->labelled = calloc(reviews->count, sizeof(struct review_sighting *));
    if (m->text_of == NULL || m->labelled == NULL)
        return false;
    for (size_t i = 0; i < reviews->count; i++)
        m->text_of[i] = text_search_number(&m->search, reviews->at[i]);
    for (size_t i = 0; i < m->search.met.count; i++) {
        struct review_sighting *r = m->search.met.at[i];
        uint32_t text = text_search_find(&m->search, r);
        if (text != NONE)
            note_label(m, &m->labelled[text], r);
    }
    return true;
}

static bool match(struct matching *m)
{
    bool ok = search(m);
    if (!ok || m->search.met.count == 0)
        return ok;
    ok = note_labels(m);
    for (size_t i = 0; ok && i < m->s->unlabelled.count; i++) {
        const struct review_sighting *noted =
            m->text_of[i] == NONE ? NULL : m->labelled[m->text_of[i]];
        if (noted != NULL && noted != &m->several)
            ok = take_labels(m->s, m->s->unlabelled.at[i], noted);
    }
    return ok;
}

/*
 * The same review under another key of its tool: a tagline that was edited,
 * or that a page breaks off before, makes another key.
 */
bool scorer_infer_matches(struct scorer *s)
{
    struct matching m = {.s = s, .search.s = s, .several.reviewer = NONE};
    if ((s->infer & INFER_MATCH) == 0 || s->unlabelled.count == 0)
        return true;
    bool ok = match(&m);
    ok = text_search_end(&m.search) && ok;
    free(m.text_of);
    free(m.labelled);
    return ok;
}
