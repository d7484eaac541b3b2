/* How a command line is read; private to cmd/command.c. */
#ifndef VTOOLS_CMD_OPTIONS_H
#define VTOOLS_CMD_OPTIONS_H

#include "cmd/command.h"

/*
 * Takes the common options and hands the program's own to it.  True to go on;
 * false when the program must return *status at once, having shown what was
 * asked for or what was wrong.
 */
bool options_read(struct command *c, void *self, int argc, char **argv,
                  int *status);

#endif
