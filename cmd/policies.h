/* The policy that vscore decides by, and the verdicts that it holds on to. */
#ifndef VTOOLS_CMD_POLICIES_H
#define VTOOLS_CMD_POLICIES_H

#include "cmd/command.h"
#include "lib/score/policy.h"
#include "lib/score/previous.h"

/* Starts zeroed; must stay where it is. */
struct policies {
    /* What the options say. */
    const char *name, *previous_name; /* NULL: not given */
    bool print;                       /* --print-policy */

    struct policy policy;
    struct previous previous;
};

/* Reads the policy, and writes it as it stands if asked for. */
bool policies_read(struct policies *p, struct command *c, struct diag *d);

/*
 * Reads the verdicts before.  False, having said so, when they are not whole:
 * verdicts would seem new.
 */
bool policies_read_previous(struct policies *p, struct command *c);
void policies_free(struct policies *p);

#endif
