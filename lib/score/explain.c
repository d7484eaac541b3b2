/* The arithmetic behind a verdict, for a reader. */
#include "lib/base/mask.h"
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
    if (slice_known(r->inferred)) {
        bytes_add_string(out, ", inferred ");
        mask_add(out, r->inferred);
    }
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

static void explain_threshold(struct bytes *out, const struct verdict *v,
                              int64_t value, int64_t ship_from, int64_t skip_to)
{
    add_percent(out, value);
    if (v->verdict == JUDGEMENT_SHIP) {
        bytes_add_string(out, " is at least ");
        add_percent(out, ship_from);
    } else if (v->verdict == JUDGEMENT_SKIP) {
        bytes_add_string(out, " is at most ");
        add_percent(out, skip_to);
    } else {
        bytes_add_string(out, " is between ");
        add_percent(out, skip_to);
        bytes_add_string(out, " and ");
        add_percent(out, ship_from);
    }
    bytes_add_string(out, ": ");
    bytes_add_slice(out, judgement_word(v->verdict));
}

static void explain_policy(struct bytes *out, const struct verdict *v,
                           const struct policy *policy)
{
    add_label(out, "policy");
    mask_add(out, policy->name);
    bytes_add_string(out, ": ");
    int64_t share = v->weighted_ship_pct != DECIMAL_UNKNOWN
                        ? v->weighted_ship_pct
                        : v->ship_pct;
    if (slice_is(v->basis, "aggregate"))
        bytes_add_string(out, "a rating of many, judged by its value");
    else if (share == DECIMAL_UNKNOWN)
        bytes_add_slice(out, judgement_word(v->verdict));
    else
        explain_threshold(out, v, share, policy->ship_from, policy->skip_to);
    if (v->provisional)
        bytes_add_format(out, "; provisional under %lld reviews",
                         (long long)policy->minimum);
    bytes_add_byte(out, '\n');
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
}

static void explain_stated(struct bytes *out, const struct verdict *v)
{
    const struct stated *s = &v->stated;
    if (s->verdict == JUDGEMENT_UNKNOWN && s->ship_pct == DECIMAL_UNKNOWN &&
        s->ship < 0)
        return;
    add_label(out, "stated");
    if (s->verdict != JUDGEMENT_UNKNOWN) {
        bytes_add_slice(out, judgement_word(s->verdict));
        bytes_add_byte(out, ' ');
    }
    if (s->ship >= 0 && s->skip >= 0)
        bytes_add_format(out, "%lld ship / %lld skip ", (long long)s->ship,
                         (long long)s->skip);
    if (s->ship_pct != DECIMAL_UNKNOWN)
        add_percent(out, s->ship_pct);
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
    explain_share(out, v);
    explain_policy(out, v, policy);
    explain_scores(out, v);
    explain_stated(out, v);
    explain_conflicts(out, v);
    bytes_add_byte(out, '\n');
}
