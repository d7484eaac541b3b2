/*
 * Numbers with two decimals, held as integer hundredths so that sums and
 * means are exact whatever the order: 87.5 is 8750.
 */
#ifndef VTOOLS_BASE_DECIMAL_H
#define VTOOLS_BASE_DECIMAL_H

#include <stdint.h>

#include "lib/base/bytes.h"

/* Stands for a number that is not known. */
#define DECIMAL_UNKNOWN INT64_MIN

/*
 * Reads a whole JSON number ("87.5", "1e2"); digits past the second decimal
 * are rounded half away from zero.  False when it is no JSON number or lies
 * past 10^15.
 */
bool decimal_read(struct slice number, int64_t *hundredths);

/* Most are below 1000: percentages and scores. */
enum { DECIMAL_SMALL_MOST = 1000 * 100 - 1, DECIMAL_SMALL_LENGTH = 6 };

/* Writes one from 0 to DECIMAL_SMALL_MOST as decimal_add does, where there is
 * room. */
static inline char *decimal_put_small(char *at, unsigned hundredths)
{
    unsigned cents = hundredths % 100;
    at = bytes_put_small(at, hundredths / 100);
    if (cents == 0)
        return at;
    *at++ = '.';
    *at++ = (char)('0' + cents / 10);
    if (cents % 10 != 0)
        *at++ = (char)('0' + cents % 10);
    return at;
}

/* Adds the shortest form: 74, 87.5, -0.25. */
void decimal_add(struct bytes *out, int64_t hundredths);

/* Wide enough for the products of sums. */
__extension__ typedef __int128 decimal_wide;

/* numerator / denominator (not 0), rounded half away from zero. */
int64_t decimal_divide(decimal_wide numerator, decimal_wide denominator);

/*
 * A count out of `all` that makes this percentage, exactly or when rounded to
 * a whole one as pages round it; -1 when there is none.  *only tells whether
 * it is the only one.
 */
int64_t decimal_count_of_share(int64_t percentage, int64_t all, bool *only);

/* Hundredths of a real number, rounded half away from zero. */
int64_t decimal_of_real(double value);

#endif
