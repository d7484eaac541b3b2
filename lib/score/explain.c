/* The arithmetic behind a verdict, for a reader. */
#include "lib/base/mask.h"
#include "lib/json/value.h"
#include "lib/score/decision.h"
#include "lib/score/score.h"

static void add_label(struct bytes *out, const char *label)
{
    bytes_add_format(out, "  %-10s", label);
}

static void add_percent(struct bytes *out, int64_t hundredths)
{
    decimal_add(out, hundredths);
    bytes_add_string(out, "%");
}

/* What no page states, and how it was come by: "score by row". */
static void explain_inferred(struct bytes *out, struct slice inferred)
{
    struct arena arena = {0};
    struct diag ignored;
    bool failed = false;
    const char *before = ", inferred ";
    const struct json_value *object =
        json_line_read(inferred, NULL, 0, &arena, &failed, &ignored);
    json_value_each(object, method)
    {
        bytes_add_string(out, before);
        mask_add(out, method->key);
        bytes_add_string(out, " by ");
        mask_add(out, json_value_string(method));
        before = ", ";
    }
    out->failed = out->failed || failed;
    arena_free(&arena);
}

static void explain_review(struct bytes *out, const struct panel_review *r,
                           const struct policy *policy)
{
    mask_add(out,
             slice_known(r->reviewer) ? r->reviewer : slice_of("(unknown)"));
    if (r->score != DECIMAL_UNKNOWN) {
        bytes_add_byte(out, ' ');
        decimal_add(out, r->score);
    }
    bytes_add_byte(out, ' ');
    bytes_add_slice(out, r->verdict == JUDGEMENT_UNKNOWN
                             ? slice_of("no verdict")
                             : judgement_word(r->verdict));
    if (policy_weighs(policy)) {
        bytes_add_string(out, ", weight ");
        decimal_add(out, policy_weight(policy, r->reviewer));
    }
    if (slice_known(r->inferred))
        explain_inferred(out, r->inferred);
}

static void explain_panel(struct bytes *out, const struct verdict *v,
                          const struct policy *policy)
{
    for (size_t i = 0; i < v->panel_count; i++) {
        add_label(out, i == 0 ? "panel" : "");
        explain_review(out, &v->panel[i], policy);
        bytes_add_byte(out, '\n');
    }
}

/* A rating of many, as the page has it and on the scale of the thresholds. */
static void explain_rating(struct bytes *out, const struct verdict *v)
{
    struct aggregate a = decision_bounded(&v->aggregate);
    add_label(out, "rating");
    decimal_add(out, a.value);
    bytes_add_string(out, " (");
    decimal_add(out, a.worst);
    bytes_add_string(out, " to ");
    decimal_add(out, a.best);
    if (a.count >= 0)
        bytes_add_format(out, ", %lld rating%s", (long long)a.count,
                         a.count == 1 ? "" : "s");
    bytes_add_string(out, ") = ");
    decimal_add(out, decision_aggregate(&v->aggregate));
    bytes_add_string(out, " of 100\n");
}

static void explain_share(struct bytes *out, const struct verdict *v)
{
    add_label(out, "share");
    if (v->ship_pct == DECIMAL_UNKNOWN) {
        bytes_add_string(out, "nothing was judged\n");
        return;
    }
    if (v->ship >= 0)
        bytes_add_format(out, "%lld ship of %lld = ", (long long)v->ship,
                         (long long)(v->ship + v->skip + v->mixed));
    add_percent(out, v->ship_pct);
    bytes_add_string(out, slice_is(v->basis, "stated")
                              ? ", as the page states it\n"
                              : ", computed from the reviews\n");
    if (v->weighted_ship_pct != DECIMAL_UNKNOWN) {
        add_label(out, "");
        bytes_add_string(out, "weighted by reviewer: ");
        add_percent(out, v->weighted_ship_pct);
        bytes_add_byte(out, '\n');
    }
    if (v->interval_low != DECIMAL_UNKNOWN) {
        add_label(out, "interval");
        bytes_add_string(out, "Wilson 95%: ");
        add_percent(out, v->interval_low);
        bytes_add_string(out, " to ");
        add_percent(out, v->interval_high);
        bytes_add_byte(out, '\n');
    }
}

/* Which side of the thresholds a figure lies on. */
static void explain_threshold(struct bytes *out, enum judgement verdict,
                              const struct decision *d, const char *unit)
{
    decimal_add(out, decision_value(d));
    bytes_add_string(out, unit);
    if (verdict == JUDGEMENT_SHIP) {
        bytes_add_string(out, " is at least ");
        decimal_add(out, d->ship_from);
    } else if (verdict == JUDGEMENT_SKIP) {
        bytes_add_string(out, " is at most ");
        decimal_add(out, d->skip_to);
    } else {
        bytes_add_string(out, " is between ");
        decimal_add(out, d->skip_to);
        bytes_add_string(out, unit);
        bytes_add_string(out, " and ");
        decimal_add(out, d->ship_from);
    }
    bytes_add_string(out, unit);
    bytes_add_string(out, ": ");
    bytes_add_slice(out, judgement_word(verdict));
}

static void explain_policy(struct bytes *out, const struct verdict *v,
                           const struct policy *policy)
{
    struct decision d = decision_of(policy, v);
    bool by_share =
        d.figure == DECISION_SHARE || d.figure == DECISION_WEIGHTED_SHARE;
    /* What a held verdict would be is what the figure gives. */
    enum judgement given = v->held == JUDGEMENT_UNKNOWN ? v->verdict : v->held;
    add_label(out, "policy");
    mask_add(out, policy->name);
    bytes_add_string(out, ": ");
    if (d.figure == DECISION_NONE && v->ship_pct != DECIMAL_UNKNOWN)
        bytes_add_string(out, "nobody who judged has any weight: ");
    if (d.figure == DECISION_NONE)
        bytes_add_slice(out, judgement_word(v->verdict));
    else
        explain_threshold(out, given, &d, by_share ? "%" : "");
    if (v->provisional)
        bytes_add_format(out, "; provisional under %lld reviews",
                         (long long)policy->minimum);
    bytes_add_byte(out, '\n');
    if (v->held == JUDGEMENT_UNKNOWN)
        return;
    add_label(out, "held");
    bytes_add_slice(out, judgement_word(v->verdict));
    bytes_add_string(out, ", as it was: not past the threshold by ");
    decimal_add(out, policy->margin);
    bytes_add_string(out, policy->margin == 100 ? " point\n" : " points\n");
}

static void explain_scores(struct bytes *out, const struct verdict *v)
{
    const struct score_summary *s = &v->score;
    bool first = true;
    if (s->n <= 0)
        return;
    add_label(out, "score");
    bytes_add_byte(out, '(');
    for (size_t i = 0; i < v->panel_count; i++) {
        if (v->panel[i].score == DECIMAL_UNKNOWN)
            continue;
        bytes_add_string(out, first ? "" : " + ");
        decimal_add(out, v->panel[i].score);
        first = false;
    }
    bytes_add_format(out, ") / %lld = ", (long long)s->n);
    decimal_add(out, s->mean);
    bytes_add_string(out, "; median ");
    decimal_add(out, s->median);
    if (s->sd != DECIMAL_UNKNOWN) {
        bytes_add_string(out, "; standard deviation ");
        decimal_add(out, s->sd);
    }
    bytes_add_byte(out, '\n');
    if (v->weighted_score != DECIMAL_UNKNOWN) {
        add_label(out, "");
        bytes_add_string(out, "weighted by reviewer: ");
        decimal_add(out, v->weighted_score);
        bytes_add_byte(out, '\n');
    }
}

static void explain_rank(struct bytes *out, const struct verdict *v)
{
    const struct rank *r = &v->rank;
    if (r->place == 0)
        return;
    add_label(out, "rank");
    bytes_add_format(out, "%lld of %lld by ", (long long)r->place,
                     (long long)r->of);
    bytes_add_slice(out, rank_word(r->by));
    bytes_add_string(out, ": ");
    decimal_add(out, r->value);
    bytes_add_byte(out, '\n');
}

/* What stands before another count or word that a page states. */
static const char *stated_before(bool *first)
{
    const char *before = *first ? "" : " ";
    *first = false;
    return before;
}

static void explain_stated(struct bytes *out, const struct verdict *v)
{
    const struct stated *s = &v->stated;
    bool first = true;
    if (s->verdict == JUDGEMENT_UNKNOWN && s->ship_pct == DECIMAL_UNKNOWN &&
        s->ship < 0 && s->skip < 0)
        return;
    add_label(out, "stated");
    if (s->verdict != JUDGEMENT_UNKNOWN) {
        bytes_add_string(out, stated_before(&first));
        bytes_add_slice(out, judgement_word(s->verdict));
    }
    if (s->ship >= 0)
        bytes_add_format(out, "%s%lld ship", stated_before(&first),
                         (long long)s->ship);
    if (s->skip >= 0)
        bytes_add_format(out, "%s%lld skip",
                         s->ship >= 0 ? " / " : stated_before(&first),
                         (long long)s->skip);
    if (s->ship_pct != DECIMAL_UNKNOWN) {
        bytes_add_string(out, stated_before(&first));
        add_percent(out, s->ship_pct);
    }
    if (v->agrees != AGREEMENT_UNKNOWN)
        bytes_add_string(out, v->agrees == AGREEMENT_YES
                                  ? ": the reviews agree"
                                  : ": the reviews do not support it");
    bytes_add_byte(out, '\n');
}

static void explain_conflicts(struct bytes *out, const struct verdict *v)
{
    for (size_t i = 0; i < v->conflict_count; i++) {
        const struct conflict *c = &v->conflicts[i];
        add_label(out, i == 0 ? "conflicts" : "");
        bytes_add_slice(out, c->field);
        bytes_add_string(out, ": ");
        for (size_t j = 0; j < c->count; j++) {
            bytes_add_string(out, j == 0 ? "" : " or ");
            mask_add(out, c->values[j]);
        }
        bytes_add_byte(out, '\n');
    }
}

void score_explain(struct bytes *out, const struct verdict *v,
                   const struct policy *policy)
{
    mask_add(out, verdict_name(v));
    bytes_add_string(out, " (");
    mask_add(out, v->tool);
    bytes_add_string(out, "): ");
    bytes_add_string(out, judgement_title(v->verdict));
    bytes_add_byte(out, '\n');
    explain_panel(out, v, policy);
    if (slice_is(v->basis, "aggregate"))
        explain_rating(out, v);
    else
        explain_share(out, v);
    explain_policy(out, v, policy);
    explain_scores(out, v);
    explain_rank(out, v);
    explain_stated(out, v);
    explain_conflicts(out, v);
    bytes_add_byte(out, '\n');
}
