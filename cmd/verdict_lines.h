/* Verdicts being read, with a word where one stands for another. */
#ifndef VTOOLS_CMD_VERDICT_LINES_H
#define VTOOLS_CMD_VERDICT_LINES_H

#include "cmd/command.h"
#include "lib/record/snapshot.h"

/*
 * snapshot_take for a command, which notes a verdict that replaces another.
 * *other is whether the line is a record of another type.
 */
enum record_answer verdict_line_take(struct command *c,
                                     struct snapshot *snapshot,
                                     const struct record_line *line,
                                     bool *other, struct diag *d);

#endif
