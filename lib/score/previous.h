/*
 * The verdicts of an earlier snapshot, which a policy with a margin holds on
 * to; see lib/score/decision.h.
 */
#ifndef VTOOLS_SCORE_PREVIOUS_H
#define VTOOLS_SCORE_PREVIOUS_H

#include "lib/base/arena.h"
#include "lib/base/table.h"
#include "lib/json/fields.h"
#include "lib/record/judgement.h"
#include "lib/record/stream.h"

/* Starts zeroed.  Owns the tools' keys. */
struct previous {
    /* Private. */
    struct table verdicts; /* enum judgement by tool */
    struct arena arena, line;
    struct field_reader fields;
};

void previous_free(struct previous *p);

/*
 * Takes one line, as a record_taker does; of several verdicts on a tool the
 * last stands.  Records of other types are passed over.
 */
enum record_answer previous_take(struct previous *p,
                                 const struct record_line *line,
                                 struct diag *d);

/* The earlier verdict on a tool, or JUDGEMENT_UNKNOWN. */
enum judgement previous_verdict(const struct previous *p, struct slice tool);

#endif
