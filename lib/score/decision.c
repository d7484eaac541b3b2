#include "lib/score/decision.h"

#include "lib/score/previous.h"

enum { HUNDRED_PERCENT = 100 * 100 };

/* The sums behind a panel's weighted mean and share. */
struct weighed {
    decimal_wide scores, score_weights, ships, judgement_weights;
};

static struct weighed weigh(const struct policy *p, const struct verdict *v)
{
    struct weighed w = {0};
    for (size_t i = 0; i < v->panel_count; i++) {
        const struct panel_review *r = &v->panel[i];
        int64_t weight = policy_weight(p, r->reviewer);
        if (r->score != DECIMAL_UNKNOWN) {
            w.scores += (decimal_wide)weight * r->score;
            w.score_weights += weight;
        }
        if (r->verdict == JUDGEMENT_SHIP)
            w.ships += weight;
        if (r->verdict != JUDGEMENT_UNKNOWN)
            w.judgement_weights += weight;
    }
    return w;
}

static struct decision by_scores(const struct policy *p,
                                 const struct verdict *v)
{
    struct weighed w = weigh(p, v);
    struct decision d = {.figure = DECISION_SCORE,
                         .numerator = w.scores,
                         .denominator = w.score_weights,
                         .ship_from = p->score_ship_from,
                         .skip_to = p->score_skip_to};
    if (policy_weighs(p))
        d.figure = DECISION_WEIGHTED_SCORE;
    if (w.score_weights == 0)
        d.figure = DECISION_NONE;
    return d;
}

static struct decision by_share(const struct policy *p, const struct verdict *v)
{
    struct decision d = {.ship_from = p->ship_from, .skip_to = p->skip_to};
    int64_t all = v->ship < 0 ? 0 : v->ship + v->skip + v->mixed;
    if (slice_is(v->basis, "none"))
        return d;
    if (v->weighted_ship_pct != DECIMAL_UNKNOWN) {
        struct weighed w = weigh(p, v);
        d.figure = DECISION_WEIGHTED_SHARE;
        d.numerator = w.ships * HUNDRED_PERCENT;
        d.denominator = w.judgement_weights;
    } else if (all != 0) {
        d.figure = DECISION_SHARE;
        d.numerator = (decimal_wide)v->ship * HUNDRED_PERCENT;
        d.denominator = all;
    } else if (v->ship_pct != DECIMAL_UNKNOWN) {
        d.figure = DECISION_SHARE;
        d.numerator = v->ship_pct;
        d.denominator = 1;
    }
    return d;
}

static struct decision by_aggregate(const struct policy *p,
                                    const struct verdict *v)
{
    return (struct decision){.figure = DECISION_AGGREGATE,
                             .numerator = decision_aggregate(&v->aggregate),
                             .denominator = 1,
                             .ship_from = p->score_ship_from,
                             .skip_to = p->score_skip_to};
}

struct aggregate decision_bounded(const struct aggregate *a)
{
    struct aggregate bounded = *a;
    if (bounded.best == DECIMAL_UNKNOWN)
        bounded.best = 5 * 100;
    if (bounded.worst == DECIMAL_UNKNOWN)
        bounded.worst = 1 * 100;
    return bounded;
}

int64_t decision_aggregate(const struct aggregate *a)
{
    struct aggregate b = decision_bounded(a);
    if (b.value == DECIMAL_UNKNOWN || b.best <= b.worst)
        return DECIMAL_UNKNOWN;
    if (b.value <= b.worst)
        return 0;
    if (b.value >= b.best)
        return HUNDRED_PERCENT;
    return decimal_divide(HUNDRED_PERCENT * ((decimal_wide)b.value - b.worst),
                          (decimal_wide)b.best - b.worst);
}

struct decision decision_of(const struct policy *p, const struct verdict *v)
{
    struct decision d = {.figure = DECISION_NONE};
    if (slice_is(v->basis, "aggregate"))
        return by_aggregate(p, v);
    if (p->by_score)
        d = by_scores(p, v);
    return d.figure != DECISION_NONE ? d : by_share(p, v);
}

int64_t decision_value(const struct decision *d)
{
    return d->figure == DECISION_NONE
               ? DECIMAL_UNKNOWN
               : decimal_divide(d->numerator, d->denominator);
}

static enum judgement judge(const struct decision *d)
{
    if (d->numerator >= d->ship_from * d->denominator)
        return JUDGEMENT_SHIP;
    if (d->numerator <= d->skip_to * d->denominator)
        return JUDGEMENT_SKIP;
    return JUDGEMENT_MIXED;
}

void decision_by_score(const struct policy *p, struct verdict *v)
{
    if (!p->by_score)
        return;
    struct decision d = by_scores(p, v);
    if (d.figure == DECISION_NONE)
        return;
    v->verdict = judge(&d);
    if (d.figure == DECISION_WEIGHTED_SCORE)
        v->weighted_score = decision_value(&d);
    if (slice_is(v->basis, "none"))
        v->basis = slice_of("computed");
}

/* Whether the figure is still within what the verdict may have. */
static bool holds(const struct decision *d, enum judgement verdict,
                  int64_t margin)
{
    bool above_skip = true, below_ship = true;
    if (verdict == JUDGEMENT_SHIP)
        return d->numerator > (d->ship_from - margin) * d->denominator;
    if (verdict == JUDGEMENT_SKIP)
        return d->numerator < (d->skip_to + margin) * d->denominator;
    above_skip = d->numerator > (d->skip_to - margin) * d->denominator;
    below_ship = d->numerator < (d->ship_from + margin) * d->denominator;
    return verdict == JUDGEMENT_MIXED && above_skip && below_ship;
}

void decision_hold(const struct policy *p, struct verdict *v)
{
    if (p->previous == NULL || p->margin == 0)
        return;
    enum judgement before = previous_verdict(p->previous, v->tool);
    struct decision d = decision_of(p, v);
    if (before == v->verdict || d.figure == DECISION_NONE ||
        !holds(&d, before, p->margin))
        return;
    v->held = v->verdict;
    v->verdict = before;
}
