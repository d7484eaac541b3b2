#include "lib/score/contrast.h"

#include "lib/score/agreement.h"

enum { HUNDRED_PERCENT = 100 * 100 };

struct panel_totals contrast_totals(const struct verdict *v)
{
    struct panel_totals t = {0};
    for (size_t i = 0; i < v->panel_count; i++) {
        const struct panel_review *r = &v->panel[i];
        enum judgement verdict = agreement_verdict(r);
        if (verdict != JUDGEMENT_UNKNOWN) {
            t.judged[verdict]++;
            t.all_judged++;
        }
        if (r->score != DECIMAL_UNKNOWN) {
            t.score_sum += r->score;
            t.score_count++;
        }
    }
    return t;
}

void contrast_add(struct contrast *c, const struct panel_totals *panel,
                  const struct panel_review *r)
{
    if (r->score != DECIMAL_UNKNOWN && panel->score_count > 1) {
        int64_t others = panel->score_count - 1;
        decimal_wide less =
            panel->score_sum - r->score - (decimal_wide)others * r->score;
        c->harshness += alpha_parts(less, others);
        c->compared++;
    }
    enum judgement verdict = agreement_verdict(r);
    if (verdict != JUDGEMENT_UNKNOWN) {
        c->alike += panel->judged[verdict] - 1;
        c->others += panel->all_judged - 1;
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
