#include "lib/diff/compare.h"

static void count_comparisons(struct standing *standings,
                              const struct contender *const *contenders,
                              size_t count)
{
    for (size_t i = 0; i < count; i++)
        standings[i] = (struct standing){.column = i};
    for (size_t i = 0; i < count; i++) {
        for (size_t j = i + 1; j < count; j++) {
            int sign = outcome_sign(contenders[i], contenders[j]);
            standings[i].won += sign > 0;
            standings[i].lost += sign < 0;
            standings[j].won += sign < 0;
            standings[j].lost += sign > 0;
        }
    }
}

void compare_ranking(struct comparer *r,
                     const struct contender *const *contenders,
                     struct side_by_side *s)
{
    size_t count = s->count;
    struct standing *of = r->ranking + count; /* by column */
    struct numbered *order = r->order;
    count_comparisons(of, contenders, count);
    for (size_t i = 0; i < count; i++)
        order[i] =
            (struct numbered){count + of[i].lost - of[i].won, (uint32_t)i};
    sort_numbered(order, order + count, count);
    for (size_t i = 0; i < count; i++) {
        bool ties = i != 0 && order[i].number == order[i - 1].number;
        r->ranking[i] = of[order[i].item];
        r->ranking[i].rank = ties ? r->ranking[i - 1].rank : i + 1;
    }
    s->ranking = r->ranking;
}
