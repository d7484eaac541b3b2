/* Fitting with the registers that every processor has. */
#include "lib/json/fitting.h"

bool shapes_fit_any(struct shapes *s, struct slice *line, bool open,
                    const struct shape_target *to)
{
    return fit(s, line, open, to);
}
