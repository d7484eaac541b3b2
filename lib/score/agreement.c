#include "lib/score/agreement.h"

enum judgement agreement_verdict(const struct panel_review *r)
{
    /* As vscore writes it, without spaces. */
    static const struct slice panel = SLICE("\"verdict\":\"panel\"");
    bool from_panel =
        slice_known(r->inferred) &&
        memmem(r->inferred.at, r->inferred.len, panel.at, panel.len) != NULL;
    return from_panel ? JUDGEMENT_UNKNOWN : r->verdict;
}

void panel_alphas_add(struct panel_alphas *a, const struct verdict *v)
{
    int64_t counts[ALPHA_CATEGORIES] = {0}, n = 0;
    decimal_wide sum = 0, squares = 0;
    for (size_t i = 0; i < v->panel_count; i++) {
        const struct panel_review *r = &v->panel[i];
        enum judgement verdict = agreement_verdict(r);
        if (verdict != JUDGEMENT_UNKNOWN)
            counts[verdict]++;
        if (r->score != DECIMAL_UNKNOWN) {
            n++;
            sum += r->score;
            squares += (decimal_wide)r->score * r->score;
        }
    }
    alpha_nominal_add(&a->verdicts, counts);
    alpha_interval_add(&a->scores, n, sum, squares);
}

void panel_agreement_free(struct panel_agreement *a)
{
    table_free(&a->reviewers);
    arena_free(&a->arena);
    *a = (struct panel_agreement){0};
}

static bool meet(struct panel_agreement *a, struct slice reviewer)
{
    bool failed = false, added;
    if (!slice_known(reviewer) || table_find(&a->reviewers, reviewer) != NULL)
        return true;
    struct slice copy = arena_copy(&a->arena, reviewer, &failed);
    return !failed && table_add(&a->reviewers, copy, 0, &added) != NULL;
}

bool panel_agreement_add(struct panel_agreement *a, const struct verdict *v)
{
    panel_alphas_add(&a->alphas, v);
    a->tools++;
    for (size_t i = 0; i < v->panel_count; i++)
        if (!meet(a, v->panel[i].reviewer))
            return false;
    return true;
}

struct agreement_record panel_agreement_record(const struct panel_agreement *a)
{
    const struct alpha_nominal *verdicts = &a->alphas.verdicts;
    const struct alpha_interval *scores = &a->alphas.scores;
    return (struct agreement_record){
        .tools = a->tools,
        .reviewers = (int64_t)a->reviewers.count,
        .verdict = {alpha_nominal_value(verdicts), verdicts->units,
                    verdicts->n},
        .score = {alpha_interval_value(scores), scores->units, scores->n},
    };
}
