#include "lib/score/alpha.h"

decimal_wide alpha_parts(decimal_wide numerator, int64_t denominator)
{
    decimal_wide all = numerator * ALPHA_PARTS;
    decimal_wide half = all < 0 ? -denominator : denominator;
    return (2 * all + half) / (2 * (decimal_wide)denominator);
}

/*
 * Both disagreements are summed over ordered pairs: the expected one is
 * `pairs` / (n - 1), the observed one is in parts.
 */
static int64_t value_of(decimal_wide observed, decimal_wide pairs, int64_t n)
{
    decimal_wide expected = pairs * ALPHA_PARTS;
    if (expected == 0)
        return ALPHA_UNKNOWN;
    return decimal_divide(1000 * (expected - observed * (n - 1)), expected);
}

void alpha_nominal_add(struct alpha_nominal *a,
                       const int64_t counts[ALPHA_CATEGORIES])
{
    int64_t n = 0;
    decimal_wide alike = 0;
    for (size_t i = 0; i < ALPHA_CATEGORIES; i++) {
        n += counts[i];
        alike += (decimal_wide)counts[i] * counts[i];
    }
    if (n < 2)
        return;
    for (size_t i = 0; i < ALPHA_CATEGORIES; i++)
        a->totals[i] += counts[i];
    a->observed += alpha_parts((decimal_wide)n * n - alike, n - 1);
    a->n += n;
    a->units++;
}

int64_t alpha_nominal_value(const struct alpha_nominal *a)
{
    decimal_wide pairs = (decimal_wide)a->n * a->n;
    for (size_t i = 0; i < ALPHA_CATEGORIES; i++)
        pairs -= (decimal_wide)a->totals[i] * a->totals[i];
    return value_of(a->observed, pairs, a->n);
}

/* The squares of the distances of all ordered pairs of n values. */
static decimal_wide distances(int64_t n, decimal_wide sum, decimal_wide squares)
{
    return 2 * (n * squares - sum * sum);
}

void alpha_interval_add(struct alpha_interval *a, int64_t n, decimal_wide sum,
                        decimal_wide squares)
{
    if (n < 2)
        return;
    a->observed += alpha_parts(distances(n, sum, squares), n - 1);
    a->sum += sum;
    a->squares += squares;
    a->n += n;
    a->units++;
}

int64_t alpha_interval_value(const struct alpha_interval *a)
{
    return value_of(a->observed, distances(a->n, a->sum, a->squares), a->n);
}
