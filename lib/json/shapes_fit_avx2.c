/* Fitting with the registers of AVX2. */
#define SCAN_AVX2

#include "lib/json/fitting.h"

#ifdef SCAN_REGISTERS

SCAN_TARGET size_t shapes_fit_avx2(struct shapes *s, struct slice line,
                                   bool open, const struct shape_target *to)
{
    return fit(s, line, open, to);
}

#endif
