#include "lib/score/contrast.h"

#include <stdlib.h>

#include "lib/score/agreement.h"

enum { HUNDRED_PERCENT = 100 * 100 };

void panel_totals_free(struct panel_totals *t)
{
    table_free(&t->reviewers);
    free(t->own);
    *t = (struct panel_totals){0};
}

static void add_review(struct review_totals *t, const struct panel_review *r)
{
    enum judgement verdict = agreement_verdict(r);
    if (verdict != JUDGEMENT_UNKNOWN) {
        t->judged[verdict]++;
        t->all_judged++;
    }
    if (r->score != DECIMAL_UNKNOWN) {
        t->score_sum += r->score;
        t->score_count++;
    }
}

/* Room for the totals of so many reviewers. */
static bool make_room(struct panel_totals *t, size_t count)
{
    if (count <= t->room)
        return true;
    struct review_totals *own = realloc(t->own, count * sizeof *own);
    if (own == NULL)
        return false;
    t->own = own;
    t->room = count;
    return true;
}

bool panel_totals_take(struct panel_totals *t, const struct verdict *v)
{
    t->all = (struct review_totals){0};
    table_clear(&t->reviewers);
    if (!make_room(t, v->panel_count))
        return false;
    for (size_t i = 0; i < v->panel_count; i++) {
        const struct panel_review *r = &v->panel[i];
        bool added;
        add_review(&t->all, r);
        if (!slice_known(r->reviewer))
            continue;
        size_t *own =
            table_add(&t->reviewers, r->reviewer, t->reviewers.count, &added);
        if (own == NULL)
            return false;
        if (added)
            t->own[*own] = (struct review_totals){0};
        add_review(&t->own[*own], r);
    }
    return true;
}

/* What the reviews of the same reviewer come to; of nobody, the review. */
static struct review_totals own_totals(const struct panel_totals *panel,
                                       const struct panel_review *r)
{
    struct review_totals t = {0};
    if (slice_known(r->reviewer))
        return panel->own[*table_find(&panel->reviewers, r->reviewer)];
    add_review(&t, r);
    return t;
}

void contrast_add(struct contrast *c, const struct panel_totals *panel,
                  const struct panel_review *r)
{
    const struct review_totals own = own_totals(panel, r), *all = &panel->all;
    int64_t others = all->score_count - own.score_count;
    if (r->score != DECIMAL_UNKNOWN && others != 0) {
        decimal_wide less =
            all->score_sum - own.score_sum - (decimal_wide)others * r->score;
        c->harshness += alpha_parts(less, others);
        c->compared++;
    }
    enum judgement verdict = agreement_verdict(r);
    if (verdict != JUDGEMENT_UNKNOWN) {
        c->alike += all->judged[verdict] - own.judged[verdict];
        c->others += all->all_judged - own.all_judged;
    }
}

struct group_contrast contrast_value(const struct contrast *c)
{
    struct group_contrast value = {DECIMAL_UNKNOWN, DECIMAL_UNKNOWN};
    if (c->compared != 0)
        value.harshness = decimal_divide(
            c->harshness, (decimal_wide)c->compared * ALPHA_PARTS);
    if (c->others != 0)
        value.agreement =
            decimal_divide(HUNDRED_PERCENT * (decimal_wide)c->alike, c->others);
    return value;
}
