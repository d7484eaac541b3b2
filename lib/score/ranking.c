#include "lib/score/ranking.h"

#include <stdlib.h>

struct rank_row rank_row_of(enum rank_by by, const struct rank_figures *f,
                            size_t item)
{
    struct rank_row row = {.item = item, .value = DECIMAL_UNKNOWN};
    switch (by) {
    case RANK_WILSON:
        row.value = f->low;
        break;
    case RANK_MEAN:
        row.value = f->mean;
        break;
    case RANK_SHIP:
        row.value = f->share;
        break;
    case RANK_BAYES:
        row.count = f->score_count;
        if (row.count > 0)
            row.value = f->score_sum;
        break;
    case RANK_NONE:
        break;
    }
    return row;
}

/*
 * From sums to means that lean on the mean of all, sum / all:
 * (weight * sum / all + own sum) / (weight + own count).
 */
static void shrink(int64_t weight, struct rank_row *rows, size_t count)
{
    decimal_wide sum = 0, all = 0;
    for (size_t i = 0; i < count; i++) {
        if (rows[i].value != DECIMAL_UNKNOWN) {
            sum += rows[i].value;
            all += rows[i].count;
        }
    }
    for (size_t i = 0; i < count; i++) {
        struct rank_row *r = &rows[i];
        if (r->value != DECIMAL_UNKNOWN)
            r->value = decimal_divide(r->value * all + weight * sum,
                                      (weight + (decimal_wide)r->count) * all);
    }
}

static int compare_rows(const void *a, const void *b)
{
    const struct rank_row *x = a, *y = b;
    /* What is unknown is the least of all numbers. */
    if (x->value != y->value)
        return x->value < y->value ? 1 : -1;
    return (x->item > y->item) - (x->item < y->item);
}

void rank_rows(enum rank_by by, int64_t weight, struct rank_row *rows,
               size_t count)
{
    if (by == RANK_BAYES)
        shrink(weight, rows, count);
    if (count != 0)
        qsort(rows, count, sizeof *rows, compare_rows);
    for (size_t i = 0; i < count && rows[i].value != DECIMAL_UNKNOWN; i++)
        rows[i].place = i != 0 && rows[i].value == rows[i - 1].value
                            ? rows[i - 1].place
                            : (int64_t)i + 1;
}
