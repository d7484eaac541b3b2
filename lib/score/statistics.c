#include "lib/score/statistics.h"

#include <math.h>

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
