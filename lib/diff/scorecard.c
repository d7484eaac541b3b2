#include <stdlib.h>

#include "lib/base/array.h"
#include "lib/diff/compare.h"

/* Adds a line with a cell for each of `count` tools; false without memory. */
static bool add_line(struct comparer *r, size_t line, size_t count)
{
    size_t cells = (line + 1) * count;
    struct scorecard_line *lines =
        array_room(r->lines, line, &r->line_cap, sizeof *lines);
    if (lines == NULL)
        return false;
    r->lines = lines;
    if (cells > r->cell_cap) {
        size_t cap = cells * 2;
        const struct column_review **larger =
            realloc(r->cells, cap * sizeof *larger);
        if (larger == NULL)
            return false;
        r->cells = larger;
        r->cell_cap = cap;
    }
    lines[line] = (struct scorecard_line){.opinion = OPINION_NONE};
    for (size_t i = line * count; i < cells; i++)
        r->cells[i] = NULL;
    return true;
}

static void add_opinion(struct scorecard_line *line, enum judgement judgement)
{
    if (judgement == JUDGEMENT_UNKNOWN)
        return;
    if (line->judgement == JUDGEMENT_UNKNOWN)
        line->judgement = judgement;
    else if (line->judgement != judgement)
        line->opinion = OPINION_SPLIT;
    else if (line->opinion == OPINION_NONE)
        line->opinion = OPINION_AGREE;
}

/* Lines found in an earlier run are not those of this one. */
static void start_run(struct comparer *r)
{
    if (++r->run != 0)
        return;
    memset(r->judges, 0, ((size_t)r->judge_count + 1) * sizeof *r->judges);
    r->run = 1;
}

/*
 * The line of a judge, which is a new one for each that nobody knows; SIZE_MAX
 * without memory.
 */
static size_t line_of(struct comparer *r, uint32_t judge, size_t *line_count,
                      size_t count)
{
    struct judge_line *known = &r->judges[judge];
    if (judge != POOL_UNKNOWN && known->run == r->run)
        return known->line;
    if (!add_line(r, *line_count, count))
        return SIZE_MAX;
    size_t line = (*line_count)++;
    *known = (struct judge_line){r->run, (uint32_t)line};
    return line;
}

enum compare_result compare_scorecard(struct comparer *r,
                                      const struct contender *const *contenders,
                                      size_t count, struct side_by_side *s)
{
    s->count = count;
    s->line_count = 0;
    start_run(r);
    for (size_t i = 0; i < count; i++) {
        const struct contender *c = contenders[i];
        for (size_t j = 0; j < c->column.panel_count; j++) {
            const struct column_review *review = &c->column.panel[j];
            size_t place = line_of(r, c->judges[j], &s->line_count, count);
            if (place == SIZE_MAX)
                return COMPARE_NO_MEMORY;
            if (count > 2 && s->line_count > COMPARE_CELLS_MOST / count)
                return COMPARE_TOO_MANY;
            struct scorecard_line *line = &r->lines[place];
            line->reviewer = review->reviewer;
            spread_add(&line->scores, i, review->score);
            if (c->judges[j] != POOL_UNKNOWN)
                add_opinion(line, review->verdict);
            r->cells[place * count + i] = review;
        }
    }
    s->lines = r->lines;
    s->cells = r->cells;
    return COMPARE_DONE;
}
