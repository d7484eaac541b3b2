/* Lines with verdicts: what they are about at a glance, and all they say. */
#ifndef VTOOLS_RECORD_OPENED_H
#define VTOOLS_RECORD_OPENED_H

#include "lib/json/fields.h"
#include "lib/record/stream.h"
#include "lib/record/verdict.h"

/* Starts zeroed. */
struct verdict_glance {
    bool is_verdict;   /* it is a record of another type if not */
    struct slice tool; /* unknown when it is no string */

    /* Private. */
    struct field_reader fields;
    struct arena arena;
};

void verdict_glance_free(struct verdict_glance *g);

/*
 * Looks at a line's type and tool, which the field reader finds faster than all
 * values are read.  Answers as a record_taker does.  The tool is
 * valid as long as the line, until the next glance.
 */
enum record_answer verdict_glance(struct verdict_glance *g,
                                  const struct record_line *line,
                                  struct diag *d);

/* A verdict being looked at. */
struct opened_verdict {
    const struct json_value *record; /* all that it says; NULL: none */
    struct verdict verdict;
    bool brief; /* the panel's reviews were written without their texts */
};

/*
 * Opens the verdict in a line, answering as a record_taker does.  It lies in
 * the line and in the arena.
 */
enum record_answer opened_verdict_read(struct opened_verdict *v,
                                       const struct record_line *line,
                                       struct arena *arena, struct diag *d);

#endif
