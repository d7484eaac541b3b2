/* Copies of records that outlive the line they were read from. */
#ifndef VTOOLS_RENDER_KEEP_H
#define VTOOLS_RENDER_KEEP_H

#include "lib/base/arena.h"
#include "lib/record/change.h"
#include "lib/record/verdict.h"

/*
 * Makes everything in *v that lists show point into the arena; the texts of
 * reviews, which they do not show, become unknown.  False without memory.
 */
bool keep_verdict(struct arena *arena, struct verdict *v);

/* The same for a change, of which everything is kept. */
bool keep_change(struct arena *arena, struct change *c);

#endif
