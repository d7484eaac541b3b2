#include "lib/diff/changes.h"

/* Whether the policy's thresholds made the review's verdict of its score. */
static bool is_judged_by_score(const struct panel_review *r, bool *failed)
{
    struct diag ignored;
    if (!slice_known(r->inferred))
        return false;
    json_t *inferred = tree_read_line(r->inferred, NULL, 0, &ignored);
    *failed = *failed || (inferred == NULL && ignored.no_memory);
    bool by_score =
        slice_is(tree_string(json_object_get(inferred, "verdict")), "score");
    json_decref(inferred);
    return by_score;
}

bool changes_by_policy(const struct panel_review *a,
                       const struct panel_review *b, bool *failed)
{
    return a->score == b->score &&
           (a->verdict == JUDGEMENT_UNKNOWN || is_judged_by_score(a, failed)) &&
           (b->verdict == JUDGEMENT_UNKNOWN || is_judged_by_score(b, failed));
}

/* Whether a change other than of the panel may be made by the policy. */
static bool is_decided(const struct change *c)
{
    return c->kind == CHANGE_FLIPPED ||
           (c->kind == CHANGE_FACT && !slice_known(c->reviewer) &&
            (slice_is(c->field, "policy") || slice_is(c->field, "basis")));
}

bool changes_since_policy(const struct change_list *l, const struct verdict *a,
                          const struct verdict *b)
{
    bool judged_anew = false;
    if (slice_equal(a->policy, b->policy) || a->reviews != b->reviews)
        return false;
    for (size_t i = 0; i < l->count; i++) {
        const struct listed_change *c = &l->items[i];
        if (!c->by_policy && !is_decided(&c->change))
            return false;
        judged_anew = judged_anew || c->by_policy;
    }
    /* Nobody told who judges otherwise, where the panel is not in the record.
     */
    return judged_anew ||
           (a->ship == b->ship && a->skip == b->skip && a->mixed == b->mixed);
}
