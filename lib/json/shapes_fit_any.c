/* Fitting with the registers that every processor has. */
#include "lib/json/fitting.h"

bool shapes_fit_any(struct shapes *s, struct slice line,
                    const struct wide *wide, struct field *fields,
                    struct bytes *others)
{
    return fit(s, line, wide, fields, others);
}
