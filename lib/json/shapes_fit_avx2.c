/* Fitting with the registers of AVX2. */
#define SCAN_AVX2

#include "lib/json/fitting.h"

#ifdef SCAN_REGISTERS

SCAN_TARGET bool shapes_fit_avx2(struct shapes *s, struct slice line,
                                 const struct wide *wide, struct field *fields,
                                 struct bytes *others)
{
    return fit(s, line, wide, fields, others);
}

#endif
