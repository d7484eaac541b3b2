#include "lib/diff/compare.h"

#include <stdlib.h>

void comparer_free(struct comparer *r)
{
    free(r->judges);
    free(r->lines);
    free(r->cells);
    free(r->columns);
    free(r->ranking);
    free(r->order);
    bytes_free(&r->why);
    *r = (struct comparer){0};
}

bool comparer_start(struct comparer *r, uint32_t judge_count)
{
    free(r->judges);
    r->judges = calloc((size_t)judge_count + 1, sizeof *r->judges);
    r->judge_count = judge_count;
    r->run = 0;
    return r->judges != NULL;
}

static bool has_room(struct comparer *r, size_t count)
{
    if (count <= r->column_cap)
        return true;
    free(r->columns);
    free(r->ranking);
    free(r->order);
    r->columns = calloc(count, sizeof *r->columns);
    r->ranking = calloc(count, 2 * sizeof *r->ranking);
    r->order = calloc(count, 2 * sizeof *r->order);
    bool ok = r->columns != NULL && r->ranking != NULL && r->order != NULL;
    r->column_cap = ok ? count : 0;
    return ok;
}

static void compare_decision(struct side_by_side *s)
{
    for (size_t field = 0; field < DECISION_FIELDS; field++) {
        struct spread spread = {0};
        for (size_t i = 0; i < s->count; i++)
            spread_add(&spread, i, decision_number(s, field, i));
        s->decision[field] = spread;
    }
}

/* Whether another of the tools has the name of this one. */
static bool has_namesake(const struct contender *const *contenders,
                         size_t count, size_t column)
{
    for (size_t i = 0; i < count; i++)
        if (i != column && contenders[i]->name == contenders[column]->name)
            return true;
    return false;
}

static void add_name(struct bytes *out,
                     const struct contender *const *contenders, size_t count,
                     size_t column)
{
    outcome_add_name(out, contenders[column],
                     has_namesake(contenders, count, column));
}

/* The tools that come first together, of which only some are named. */
static void add_first_ones(struct bytes *out,
                           const struct contender *const *contenders,
                           const struct side_by_side *s, size_t ties)
{
    enum { NAMED_MOST = 5 };
    size_t named = ties > NAMED_MOST ? NAMED_MOST : ties;
    for (size_t i = 0; i < named; i++) {
        if (i != 0)
            bytes_add_string(out, i + 1 == ties ? " and " : ", ");
        add_name(out, contenders, s->count, s->ranking[i].column);
    }
    if (named < ties)
        bytes_add_format(out, " and %zu more", ties - named);
    bytes_add_format(out, " tie for the first place of %zu.", s->count);
}

/* Of more than two: the ranking, and the comparison of the first two. */
static void add_why(struct bytes *out,
                    const struct contender *const *contenders,
                    const struct side_by_side *s, const struct outcome *o)
{
    const struct standing *first = &s->ranking[0];
    size_t ties = 1;
    while (ties < s->count && s->ranking[ties].rank == 1)
        ties++;
    if (ties > 1) {
        add_first_ones(out, contenders, s, ties);
        return;
    }
    add_name(out, contenders, s->count, first->column);
    bytes_add_format(out, " wins %zu of %zu comparisons", first->won,
                     s->count - 1);
    if (first->lost != 0)
        bytes_add_format(out, " and loses %zu", first->lost);
    bytes_add_byte(out, '.');
    if (!o->tie && o->winner == contenders[first->column]) {
        bytes_add_byte(out, ' ');
        outcome_add_why(out, o, true);
    }
}

static bool compare_first_two(struct comparer *r,
                              const struct contender *const *contenders,
                              struct side_by_side *s)
{
    struct outcome o;
    const struct contender *first = contenders[s->ranking[0].column];
    const struct contender *second = contenders[s->ranking[1].column];
    outcome_make(&o, first, second);
    /* Where not all is known the second may lead the first. */
    bool turned = o.winner != first;
    s->margin_ship_pct =
        turned && o.ship_pct != DECIMAL_UNKNOWN ? -o.ship_pct : o.ship_pct;
    s->margin_score = turned && o.score != DECIMAL_UNKNOWN ? -o.score : o.score;
    bytes_clear(&r->why);
    if (s->count == 2)
        outcome_add_why(&r->why, &o, false);
    else
        add_why(&r->why, contenders, s, &o);
    s->why = bytes_slice(&r->why);
    return !r->why.failed;
}

enum compare_result
compare_contenders(struct comparer *r,
                   const struct contender *const *contenders, size_t count,
                   struct side_by_side *s)
{
    if (count > COMPARE_CELLS_MOST / count)
        return COMPARE_TOO_MANY;
    enum compare_result result = compare_scorecard(r, contenders, count, s);
    if (result != COMPARE_DONE)
        return result;
    if (!has_room(r, count))
        return COMPARE_NO_MEMORY;
    for (size_t i = 0; i < count; i++)
        r->columns[i] = &contenders[i]->column;
    s->columns = r->columns;
    compare_decision(s);
    compare_ranking(r, contenders, s);
    return compare_first_two(r, contenders, s) ? COMPARE_DONE
                                               : COMPARE_NO_MEMORY;
}
