/* Fitting with the registers that every processor has. */
#include "lib/json/fitting.h"

/* Apart, so that it costs nothing where it is not called. */
__attribute__((noinline)) size_t shapes_fit_any(struct shapes *s,
                                                struct slice line, bool open,
                                                const struct shape_target *to)
{
    return fit(s, line, open, to);
}
