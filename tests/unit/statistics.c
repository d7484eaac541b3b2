/* The figures behind a verdict: known values, and what always holds. */
#include "lib/score/statistics.h"

#include <math.h>

#include "lib/base/decimal.h"
#include "tests/unit/random.h"
#include "tests/unit/tap.h"

static void sort(int64_t *scores, size_t count)
{
    for (size_t i = 1; i < count; i++)
        for (size_t j = i; j > 0 && scores[j - 1] > scores[j]; j--) {
            int64_t lower = scores[j];
            scores[j] = scores[j - 1];
            scores[j - 1] = lower;
        }
}

static void check_panel(const int *scores, size_t count, int64_t mean,
                        int64_t median, int64_t sd)
{
    int64_t hundredths[8];
    for (size_t i = 0; i < count; i++)
        hundredths[i] = scores[i] * 100;
    sort(hundredths, count);
    struct score_summary s = statistics_of_scores(hundredths, count);
    is_number(s.n, count, "scores from %d on: how many", scores[0]);
    is_number(s.mean, mean, "their mean");
    is_number(s.median, median, "their median");
    is_number(s.sd, sd, "their standard deviation");
}

static void check_known_panels(void)
{
    check_panel((const int[]){74, 52, 68, 45}, 4, 5975, 6000, 1352);
    check_panel((const int[]){85, 78, 82, 72}, 4, 7925, 8000, 562);
    check_panel((const int[]){82, 75, 80, 72}, 4, 7725, 7750, 457);
    check_panel((const int[]){70}, 1, 7000, 7000, DECIMAL_UNKNOWN);
    check_panel((const int[]){0, 100}, 2, 5000, 5000, 7071);
    check_panel((const int[]){1, 1, 2}, 3, 133, 100, 58);
    check_panel((const int[]){50, 50, 50, 50, 50}, 5, 5000, 5000, 0);
}

static void check_no_scores(void)
{
    struct score_summary s = statistics_of_scores(NULL, 0);
    ok(s.n == 0 && s.mean == DECIMAL_UNKNOWN && s.median == DECIMAL_UNKNOWN &&
           s.min == DECIMAL_UNKNOWN && s.max == DECIMAL_UNKNOWN &&
           s.sd == DECIMAL_UNKNOWN,
       "of no scores nothing is known");
}

static void check_rounding(void)
{
    int64_t scores[] = {1, 2};
    struct score_summary s = statistics_of_scores(scores, 2);
    is_number(s.mean, 2, "half a hundredth of a mean is rounded up");
    is_number(s.median, 2, "and of a median");
    int64_t below[] = {-2, -1};
    is_number(statistics_of_scores(below, 2).mean, -2,
              "below zero away from zero");
}

/* Many of few points too, which the whole points alone do not order. */
static void check_order(void)
{
    size_t wrong = 0;
    for (size_t count = 0; count < 300; count++) {
        int64_t scores[300], room[300], expected[300];
        int64_t points = (int64_t)(count % 3 == 0 ? 2 : 100);
        for (size_t i = 0; i < count; i++)
            scores[i] = expected[i] =
                (int64_t)random_below((size_t)points * 100 + 1);
        sort(expected, count);
        statistics_sort_scores(scores, room, count);
        wrong +=
            count != 0 && memcmp(scores, expected, count * sizeof *scores) != 0;
    }
    is_number(wrong, 0, "up to 300 scores are put in order");
}

/* Against the textbook's formula in two passes. */
static void check_random_scores(void)
{
    size_t wrong = 0;
    for (int i = 0; i < 20000; i++) {
        int64_t scores[50];
        size_t count = 2 + random_below(48);
        for (size_t j = 0; j < count; j++)
            scores[j] = (int64_t)random_below(10001);
        sort(scores, count);
        struct score_summary s = statistics_of_scores(scores, count);
        long double mean = 0, spread = 0;
        for (size_t j = 0; j < count; j++)
            mean += (long double)scores[j] / (long double)count;
        for (size_t j = 0; j < count; j++)
            spread += ((long double)scores[j] - mean) *
                      ((long double)scores[j] - mean);
        long double sd = sqrtl(spread / (long double)(count - 1));
        wrong += fabsl((long double)s.mean - mean) > 0.5001L;
        wrong += fabsl((long double)s.sd - sd) > 0.5001L;
        wrong += s.min != scores[0] || s.max != scores[count - 1] ||
                 s.median < s.min || s.median > s.max;
    }
    is_number(wrong, 0, "random scores, by the textbook");
}

static void check_interval(int64_t ship, int64_t all, int64_t wanted_low,
                           int64_t wanted_high)
{
    int64_t low, high;
    statistics_wilson(ship, all, &low, &high);
    is_number(low, wanted_low, "Wilson's lower bound of %d of %d", (int)ship,
              (int)all);
    is_number(high, wanted_high, "and the upper one");
}

static void check_intervals(void)
{
    check_interval(2, 4, 1500, 8500);
    check_interval(0, 4, 0, 4899);
    check_interval(4, 4, 5101, 10000);
    check_interval(3, 4, 3006, 9544);
    check_interval(1, 3, 615, 7923);
    check_interval(0, 1, 0, 7935);
    check_interval(50, 100, 4038, 5962);
    size_t wrong = 0;
    for (int64_t all = 1; all < 200; all++) {
        int64_t last = -1;
        for (int64_t ship = 0; ship <= all; ship++) {
            int64_t low, high, other_low, other_high;
            statistics_wilson(ship, all, &low, &high);
            statistics_wilson(all - ship, all, &other_low, &other_high);
            wrong += low < 0 || high > 10000 || low > ship * 10000 / all + 1 ||
                     high < ship * 10000 / all || low < last;
            wrong += low + other_high != 10000 || high + other_low != 10000;
            last = low;
        }
    }
    is_number(wrong, 0, "bounds lie around the share, rise, and mirror");
}

static void check_polarization(void)
{
    is_number(statistics_polarization(2, 2, 4), 100, "half and half is 1");
    is_number(statistics_polarization(4, 0, 4), 0, "all alike is 0");
    is_number(statistics_polarization(3, 1, 4), 50, "one of four is a half");
    is_number(statistics_polarization(1, 1, 3), 67, "mixed ones count below");
}

int main(void)
{
    check_known_panels();
    check_no_scores();
    check_rounding();
    check_order();
    check_random_scores();
    check_intervals();
    check_polarization();
    return done_testing();
}
