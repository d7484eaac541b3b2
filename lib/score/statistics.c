#include "lib/score/statistics.h"

#include <math.h>
#include <string.h>

/* Scores are from 0 to POINTS; of FEW, none are counted. */
enum { POINT = 100, POINTS = 100, FEW = 24 };

static void insert_each(int64_t *scores, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        int64_t moved = scores[i];
        size_t to = i;
        for (; to > 0 && scores[to - 1] > moved; to--)
            scores[to] = scores[to - 1];
        scores[to] = moved;
    }
}

/* Counted by whole points, there is little left to be put in order. */
static void order_points(int64_t *scores, int64_t *room, size_t count)
{
    size_t next[POINTS + 1] = {0}, sum = 0;
    for (size_t i = 0; i < count; i++)
        next[scores[i] / POINT]++;
    for (size_t point = 0; point <= POINTS; point++) {
        size_t size = next[point];
        next[point] = sum;
        sum += size;
    }
    for (size_t i = 0; i < count; i++)
        room[next[scores[i] / POINT]++] = scores[i];
    memcpy(scores, room, count * sizeof *scores);
}

void statistics_sort_scores(int64_t *scores, int64_t *room, size_t count)
{
    if (count > FEW)
        order_points(scores, room, count);
    insert_each(scores, count);
}

struct score_summary statistics_of_scores(const int64_t *scores, size_t count)
{
    struct score_summary s = {.n = (int64_t)count,
                              .mean = DECIMAL_UNKNOWN,
                              .median = DECIMAL_UNKNOWN,
                              .min = DECIMAL_UNKNOWN,
                              .max = DECIMAL_UNKNOWN,
                              .sd = DECIMAL_UNKNOWN};
    if (count == 0)
        return s;
    decimal_wide sum = 0, squares = 0, n = (decimal_wide)count;
    for (size_t i = 0; i < count; i++) {
        sum += scores[i];
        squares += (decimal_wide)scores[i] * scores[i];
    }
    s.mean = decimal_divide(sum, n);
    s.median = decimal_divide(
        (decimal_wide)scores[(count - 1) / 2] + scores[count / 2], 2);
    s.min = scores[0];
    s.max = scores[count - 1];
    if (count > 1) {
        /* The numerator is exact; only the root of the quotient is not. */
        long double spread = (long double)(n * squares - sum * sum);
        s.sd = (int64_t)llroundl(sqrtl(spread / (long double)(n * (n - 1))));
    }
    return s;
}

void statistics_wilson(int64_t ship, int64_t all, int64_t *low, int64_t *high)
{
    const long double z = 1.959963984540054235524594430520551527955550L;
    long double n = (long double)all, share = (long double)ship / n;
    long double center = share + z * z / (2 * n);
    long double half = z * sqrtl(share * (1 - share) / n + z * z / (4 * n * n));
    long double scale = 100 * 100 / (1 + z * z / n);
    *low = (int64_t)llroundl((center - half) * scale);
    *high = (int64_t)llroundl((center + half) * scale);
}

int64_t statistics_polarization(int64_t ship, int64_t skip, int64_t all)
{
    return decimal_divide(2 * 100 * (decimal_wide)(ship < skip ? ship : skip),
                          all);
}
