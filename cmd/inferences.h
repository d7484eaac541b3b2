/* What a user wants inferred that no page states. */
#ifndef VTOOLS_CMD_INFERENCES_H
#define VTOOLS_CMD_INFERENCES_H

#include <stdbool.h>

#include "lib/base/diag.h"

/* Start with {.bits = INFER_ALL}. */
struct inferences {
    unsigned bits; /* as lib/score/score.h has them */
    bool given;    /* they were asked for */
};

/* Takes the names of some, with commas between them.  False: *d says why. */
bool inferences_take(struct inferences *i, const char *list, struct diag *d);

/*
 * Leaves out what needs other tools where there is only one at a time.  False
 * with *d filled when that was asked for.
 */
bool inferences_limit_to_one_tool(struct inferences *i, struct diag *d);

#endif
