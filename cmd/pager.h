/* Showing the output a screen at a time. */
#ifndef VTOOLS_CMD_PAGER_H
#define VTOOLS_CMD_PAGER_H

#include <stdbool.h>
#include <sys/types.h>

#include "lib/base/diag.h"

struct pager {
    pid_t process; /* 0: there is none */
};

/*
 * If standard output is a terminal, starts $PAGER ("less -R" if not set, none
 * if empty) between it and what is written from now on.  False with *d filled.
 */
bool pager_start(struct pager *p, struct diag *d);

/*
 * Closes standard output and waits until the reader is done.  False with *d
 * filled when there was no such pager: nobody has seen anything.
 */
bool pager_finish(struct pager *p, struct diag *d);

#endif
