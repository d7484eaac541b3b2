/* What the groups come to, when all verdicts are in. */
#include <stdlib.h>

#include "lib/json/value.h"
#include "lib/score/grouping_state.h"
#include "lib/score/statistics.h"

enum { HUNDRED_PERCENT = 100 * 100 };

static int compare_by_group(const void *a, const void *b)
{
    const struct group_score *x = a, *y = b;
    if (x->group != y->group)
        return x->group < y->group ? -1 : 1;
    return (x->score > y->score) - (x->score < y->score);
}

/* The scores of each group in one piece, the lowest first. */
static bool summarize(struct grouping *g)
{
    g->sorted = calloc(g->score_count + 1, sizeof *g->sorted);
    if (g->sorted == NULL)
        return false;
    if (g->score_count != 0)
        qsort(g->scores, g->score_count, sizeof *g->scores, compare_by_group);
    for (size_t i = 0; i < g->score_count; i++)
        g->sorted[i] = g->scores[i].score;
    size_t at = 0;
    for (size_t i = 0; i < g->group_count; i++) {
        size_t first = at;
        while (at < g->score_count && g->scores[at].group == i)
            at++;
        g->groups[i].summary =
            statistics_of_scores(g->sorted + first, at - first);
    }
    return true;
}

enum { OF_NULL, OF_FALSE, OF_TRUE, OF_NUMBERS, OF_STRINGS };

static int kind_of(struct slice json)
{
    switch (json.at[0]) {
    case 'n':
        return OF_NULL;
    case 'f':
        return OF_FALSE;
    case 't':
        return OF_TRUE;
    case '"':
        return OF_STRINGS;
    default:
        return OF_NUMBERS;
    }
}

static double number_of(struct slice json)
{
    const struct json_value number = {
        .kind = FIELD_NUMBER, .text = json, .span = 1};
    return json_value_real(&number);
}

static int compare_values(struct slice x, struct slice y)
{
    int kind = kind_of(x), other = kind_of(y);
    if (kind != other)
        return kind < other ? -1 : 1;
    if (kind == OF_NUMBERS) {
        double a = number_of(x), b = number_of(y);
        if (a != b)
            return a < b ? -1 : 1;
    }
    /* Strings without their last quotation mark: "A" is before "A B". */
    if (kind == OF_STRINGS)
        return slice_compare(slice_from(x.at, x.len - 1),
                             slice_from(y.at, y.len - 1));
    return slice_compare(x, y);
}

static int compare_groups(const void *a, const void *b, void *grouping)
{
    const struct grouping *g = grouping;
    const struct group *x = a, *y = b;
    int order = 0;
    for (size_t i = 0; order == 0 && i < g->name_count; i++)
        order = compare_values(x->values[i], y->values[i]);
    return order;
}

bool grouping_finish(struct grouping *g)
{
    if (!summarize(g))
        return false;
    if (g->group_count != 0)
        qsort_r(g->groups, g->group_count, sizeof *g->groups, compare_groups,
                g);
    return true;
}

struct group_record grouping_record(const struct grouping *g, size_t index)
{
    const struct group *group = &g->groups[index];
    int64_t all = group->ship + group->skip + group->mixed;
    struct group_record r = {
        .names = g->names,
        .values = group->values,
        .name_count = g->name_count,
        .tools = group->tools,
        .ship_tools = group->verdicts[JUDGEMENT_SHIP],
        .mixed_tools = group->verdicts[JUDGEMENT_MIXED],
        .skip_tools = group->verdicts[JUDGEMENT_SKIP],
        .unrated_tools = group->verdicts[JUDGEMENT_UNRATED],
        .reviews = group->reviews,
        .ship = group->ship,
        .skip = group->skip,
        .mixed = group->mixed,
        .ship_pct = DECIMAL_UNKNOWN,
        .score = group->summary,
        .interval_low = DECIMAL_UNKNOWN,
        .interval_high = DECIMAL_UNKNOWN,
        .of_reviewers = g->by_reviewer,
        .contrast = contrast_value(&group->contrast),
        .verdict_alpha = alpha_nominal_value(&group->alphas.verdicts),
        .score_alpha = alpha_interval_value(&group->alphas.scores),
    };
    if (all != 0) {
        r.ship_pct =
            decimal_divide(HUNDRED_PERCENT * (decimal_wide)group->ship, all);
        statistics_wilson(group->ship, all, &r.interval_low, &r.interval_high);
    }
    return r;
}

struct rank_figures grouping_figures(const struct grouping *g, size_t index)
{
    struct group_record r = grouping_record(g, index);
    return (struct rank_figures){.low = r.interval_low,
                                 .share = r.ship_pct,
                                 .mean = r.score.mean,
                                 .score_sum = g->groups[index].score_sum,
                                 .score_count = r.score.n};
}
