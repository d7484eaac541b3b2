/* The verdict on a panel. */
#include <stdlib.h>

#include "lib/score/decision.h"
#include "lib/score/sightings.h"
#include "lib/score/statistics.h"

enum { HUNDRED_PERCENT = 100 * 100 };

/* The panel's judgements, and the same with the policy's weights. */
struct tally {
    int64_t ship, skip, mixed, unknown;
    int64_t weighted_ship, weighted_all;
};

static struct tally count_panel(const struct policy *policy,
                                const struct verdict *v)
{
    struct tally t = {0};
    bool weighs = policy_weighs(policy);
    for (size_t i = 0; i < v->panel_count; i++) {
        const struct panel_review *r = &v->panel[i];
        int64_t weight = weighs ? policy_weight(policy, r->reviewer) : 0;
        t.ship += r->verdict == JUDGEMENT_SHIP;
        t.skip += r->verdict == JUDGEMENT_SKIP;
        t.mixed += r->verdict == JUDGEMENT_MIXED;
        t.unknown += r->verdict == JUDGEMENT_UNKNOWN;
        if (r->verdict == JUDGEMENT_SHIP)
            t.weighted_ship += weight;
        if (r->verdict != JUDGEMENT_UNKNOWN)
            t.weighted_all += weight;
    }
    return t;
}

static void set_counts(struct verdict *v, int64_t ship, int64_t skip,
                       int64_t mixed)
{
    int64_t all = ship + skip + mixed;
    v->ship = ship;
    v->skip = skip;
    v->mixed = mixed;
    if (all == 0)
        return;
    v->ship_pct = decimal_divide(HUNDRED_PERCENT * (decimal_wide)ship, all);
    v->polarization = statistics_polarization(ship, skip, all);
    statistics_wilson(ship, all, &v->interval_low, &v->interval_high);
}

static void judge_computed(const struct policy *policy, const struct tally *t,
                           struct verdict *v)
{
    v->basis = slice_of("computed");
    set_counts(v, t->ship, t->skip, t->mixed);
    if (!policy_weighs(policy)) {
        v->verdict =
            policy_judge_share(policy, t->ship, t->ship + t->skip + t->mixed);
    } else if (t->weighted_all != 0) {
        v->weighted_ship_pct = decimal_divide(
            HUNDRED_PERCENT * (decimal_wide)t->weighted_ship, t->weighted_all);
        v->verdict =
            policy_judge_share(policy, t->weighted_ship, t->weighted_all);
    } else {
        v->basis = slice_of("none"); /* nobody's judgement counts */
    }
}

/*
 * How many ships a stated percentage comes to, by a page that has the tool's
 * whole panel and states it; -1 when there is none.
 */
static int64_t derived_ships(const struct scorer *s, const struct tool *tool,
                             int64_t ship_pct)
{
    for (uint32_t i = 0; i < tool->sighting_count; i++) {
        const struct tool_sighting *t =
            &s->tool_sightings[tool->first_sighting + i];
        if (stated_of(s, t->stated).ship_pct == ship_pct && !t->truncated &&
            t->panel_size == tool->review_count)
            return ships_of_percentage(ship_pct, (int64_t)t->panel_size);
    }
    return -1;
}

/*
 * Some reviews carry no verdict, but the page states the outcome: its counts
 * stand, or those that its percentage leaves open to nothing else.
 */
static void judge_stated(const struct scorer *scorer, const struct tool *tool,
                         struct verdict *v)
{
    const struct policy *policy = scorer->policy;
    const struct stated *s = &v->stated;
    int64_t ship = s->ship, skip = s->skip;
    v->basis = slice_of("stated");
    if (ship < 0 || skip < 0) {
        ship = derived_ships(scorer, tool, s->ship_pct);
        skip = ship < 0 ? -1 : v->reviews - ship;
    }
    v->ship = ship;
    v->skip = skip;
    v->mixed = ship < 0 ? -1 : 0;
    if (ship >= 0 && ship + skip > 0)
        set_counts(v, ship, skip, 0);
    else
        v->ship_pct = s->ship_pct;
    if (s->ship_pct != DECIMAL_UNKNOWN && ship < 0)
        v->verdict = policy_judge_share(policy, s->ship_pct, HUNDRED_PERCENT);
    else if (ship >= 0 && ship + skip > 0)
        v->verdict = policy_judge_share(policy, ship, ship + skip);
    else if (s->verdict != JUDGEMENT_UNKNOWN)
        v->verdict = s->verdict;
}

static bool judge_aggregate(const struct policy *policy, struct verdict *v)
{
    int64_t score = decision_aggregate(&v->aggregate);
    if (score == DECIMAL_UNKNOWN)
        return false;
    v->basis = slice_of("aggregate");
    v->verdict = policy_judge_score(policy, score);
    return true;
}

static bool is_anything_stated(const struct stated *s)
{
    return s->verdict != JUDGEMENT_UNKNOWN || s->ship_pct != DECIMAL_UNKNOWN ||
           (s->ship >= 0 && s->skip >= 0);
}

/*
 * Whether what the pages claim is what their reviews come to.  A percentage
 * on a page is rounded to a whole one.
 */
static enum agreement agreement_of(const struct verdict *v)
{
    const struct stated *s = &v->stated;
    if (!slice_is(v->basis, "computed") || !is_anything_stated(s))
        return AGREEMENT_UNKNOWN;
    int64_t all = v->ship + v->skip + v->mixed;
    int64_t whole = decimal_divide(100 * (decimal_wide)v->ship, all) * 100;
    bool agrees =
        (s->verdict == JUDGEMENT_UNKNOWN || s->verdict == v->verdict) &&
        (s->ship < 0 || s->ship == v->ship) &&
        (s->skip < 0 || s->skip == v->skip) &&
        (s->ship_pct == DECIMAL_UNKNOWN || s->ship_pct == v->ship_pct ||
         s->ship_pct == whole);
    return agrees ? AGREEMENT_YES : AGREEMENT_NO;
}

static bool summarize_scores(struct verdict *v, struct verdict_room *room)
{
    size_t most = v->panel_count + 1, count = 0;
    int64_t *scores = arena_alloc(&room->arena, 2 * most * sizeof *scores);
    if (scores == NULL)
        return false;
    for (size_t i = 0; i < v->panel_count; i++) {
        scores[count] = v->panel[i].score;
        count += scores[count] != DECIMAL_UNKNOWN;
    }
    statistics_sort_scores(scores, scores + most, count);
    v->score = statistics_of_scores(scores, count);
    if (count != 0)
        v->range = v->score.max - v->score.min;
    return true;
}

bool scorer_judge(const struct scorer *s, const struct tool *tool,
                  struct verdict_room *room, struct verdict *v)
{
    v->reviews = (int64_t)tool->review_count;
    v->ship = v->skip = v->mixed = 0;
    v->ship_pct = v->weighted_ship_pct = DECIMAL_UNKNOWN;
    v->weighted_score = DECIMAL_UNKNOWN;
    v->interval_low = v->interval_high = DECIMAL_UNKNOWN;
    v->range = v->polarization = DECIMAL_UNKNOWN;
    v->verdict = JUDGEMENT_UNRATED;
    v->basis = slice_of("none");
    if (!scorer_make_panel(s, tool, room, v) || !summarize_scores(v, room))
        return false;
    struct tally t = count_panel(s->policy, v);
    int64_t judged = t.ship + t.skip + t.mixed;
    if (v->reviews != 0 && t.unknown != 0 && is_anything_stated(&v->stated))
        judge_stated(s, tool, v);
    else if (judged != 0)
        judge_computed(s->policy, &t, v);
    else if (v->reviews == 0 && v->has_aggregate &&
             judge_aggregate(s->policy, v))
        judged = v->aggregate.count;
    else if (is_anything_stated(&v->stated))
        judge_stated(s, tool, v);
    v->provisional =
        (slice_is(v->basis, "aggregate") ? v->aggregate.count : v->reviews) <
        s->policy->minimum;
    decision_by_score(s->policy, v);
    v->agrees = agreement_of(v);
    decision_hold(s->policy, v);
    return true;
}
