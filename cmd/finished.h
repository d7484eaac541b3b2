/*
 * vscore --finished: reports on verdicts that were written before, with
 * nothing judged again.
 */
#ifndef VTOOLS_CMD_FINISHED_H
#define VTOOLS_CMD_FINISHED_H

#include "cmd/partials.h"
#include "cmd/policies.h"
#include "lib/record/ranked_line.h"
#include "lib/record/snapshot.h"

/* Starts zeroed. */
struct finished {
    bool asked; /* --finished */

    /* Private. */
    struct command *command;
    struct reports *reports;
    struct partials *partials;
    struct snapshot snapshot;
    struct slice line;            /* of the verdict got last */
    struct opened_verdict opened; /* that verdict */
    struct arena arena;           /* of that verdict */
    struct ranked_line ranked;
    struct bytes text;    /* of the record being written */
    size_t others;        /* records of other types */
    struct bytes strange; /* the first policy that decided and is not ours */
};

/*
 * Checks that it goes together with the other options; `judges`: one was
 * given that is about how to judge.  False with *d filled.
 */
bool finished_fits(const struct finished *f, const struct policies *policies,
                   const struct partials *partials,
                   const struct reports *reports, bool judges, struct diag *d);

/* Reads the verdicts and writes the report on them. */
void finished_run(struct finished *f, struct command *c, struct reports *r,
                  struct partials *p);
void finished_free(struct finished *f);

#endif
