#include "lib/base/decimal.h"
#include "lib/diff/compare.h"

static struct scorecard_cell cell_of(const struct verdict *v, size_t place)
{
    struct scorecard_cell cell = {.score = DECIMAL_UNKNOWN};
    if (place == PAIRING_NONE)
        return cell;
    const struct panel_review *r = &v->panel[place];
    return (struct scorecard_cell){true, r->score, r->verdict, r->text,
                                   r->inferred};
}

/* Whether both judge, and if so which list the reviewer belongs to. */
static void add_judge(struct comparison *c, const struct scorecard_row *row)
{
    if (!slice_known(row->reviewer) || row->a.verdict == JUDGEMENT_UNKNOWN ||
        row->b.verdict == JUDGEMENT_UNKNOWN)
        return;
    if (row->a.verdict == row->b.verdict)
        c->agree[c->agree_count++] = row->reviewer;
    else
        c->split[c->split_count++] = row->reviewer;
}

static void add_row(struct comparison *c, struct slice reviewer, size_t in_a,
                    size_t in_b)
{
    struct scorecard_row row = {
        .reviewer = reviewer,
        .a = cell_of(&c->a, in_a),
        .b = cell_of(&c->b, in_b),
        .delta = DECIMAL_UNKNOWN,
    };
    if (row.a.score != DECIMAL_UNKNOWN && row.b.score != DECIMAL_UNKNOWN)
        row.delta = row.b.score - row.a.score;
    c->scorecard[c->scorecard_count++] = row;
    add_judge(c, &row);
}

bool compare_scorecard(struct comparison *c, struct pairing *pairing,
                       struct arena *arena)
{
    const struct verdict *a = &c->a, *b = &c->b;
    size_t most = a->panel_count + b->panel_count;
    c->scorecard = arena_array(arena, most, sizeof *c->scorecard);
    c->agree = arena_array(arena, most, sizeof *c->agree);
    c->split = arena_array(arena, most, sizeof *c->split);
    /* Every review has a row or shares one, so `most` is enough for all. */
    if (c->scorecard == NULL || c->agree == NULL || c->split == NULL ||
        !pairing_start(pairing, a, b) ||
        !pairing_match(pairing, pairing_by_reviewer))
        return false;
    for (size_t i = 0; i < a->panel_count; i++)
        add_row(c, a->panel[i].reviewer, i, pairing->of_a[i]);
    for (size_t i = 0; i < b->panel_count; i++)
        if (pairing->of_b[i] == PAIRING_NONE)
            add_row(c, b->panel[i].reviewer, PAIRING_NONE, i);
    return true;
}
