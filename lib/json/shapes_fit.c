/* Fitting with the registers that every processor has. */
#include "lib/json/fitting.h"

bool shapes_fit(struct shapes *s, struct slice line, const struct wide *wide,
                struct field *fields, struct bytes *others)
{
#ifdef SCAN_REGISTERS
    if (wide == &wide_avx2)
        return shapes_fit_avx2(s, line, wide, fields, others);
#endif
    return fit(s, line, wide, fields, others);
}
