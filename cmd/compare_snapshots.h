/* vdiff on snapshots of verdicts: its options, and what it does. */
#ifndef VTOOLS_CMD_COMPARE_SNAPSHOTS_H
#define VTOOLS_CMD_COMPARE_SNAPSHOTS_H

#include "cmd/command.h"
#include "lib/diff/diff.h"

/* Reads two snapshots and writes the changes, without word diffs if `brief`. */
void compare_snapshots_run(struct command *c, bool brief);

#endif
