/*
 * Patches: the difference between two lines of a tool, made and put to use.
 * JSON lines are compared as texts, word by word.
 */
#ifndef VTOOLS_DIFF_PATCHES_H
#define VTOOLS_DIFF_PATCHES_H

#include "lib/diff/side.h"
#include "lib/record/patch.h"

/*
 * Fills the patch from the first to the second side of a tool; it lies in the
 * arena and points into the lines.  False when there is no memory.
 */
bool patch_make(const struct tool_lines *t, struct arena *arena,
                struct patch *patch);

/* Whether a line, which may be unknown, is the one that has the hash. */
bool patch_fits(struct slice hash, struct slice line);

/*
 * Adds the new line to `out`.  False when the pieces do not go into the old
 * line, or when there is no memory, which `out` knows.
 */
bool patch_apply(const struct patch *patch, struct slice old_line,
                 struct bytes *out);

#endif
