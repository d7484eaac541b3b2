/*
 * `group` records: what the tools of a group, or the reviews of a reviewer,
 * come to.  Numbers that are null are DECIMAL_UNKNOWN; percentages and scores
 * are hundredths.
 */
#ifndef VTOOLS_RECORD_GROUP_H
#define VTOOLS_RECORD_GROUP_H

#include "lib/record/agreement.h"
#include "lib/record/verdict.h"

/* What sets a reviewer off from the others. */
struct group_contrast {
    int64_t harshness; /* by how much the others score higher, on average */
    int64_t agreement; /* percentage of the others' judgements that are alike */
};

struct group_record {
    /* What the tools have in common: names, and values as JSON texts. */
    const struct slice *names, *values;
    size_t name_count;
    struct rank rank;
    int64_t tools;
    int64_t ship_tools, mixed_tools, skip_tools, unrated_tools;
    int64_t reviews, ship, skip, mixed;
    int64_t ship_pct;
    struct score_summary score;
    int64_t interval_low, interval_high;
    bool of_reviewers; /* `contrast` is known, and not the alphas */
    struct group_contrast contrast;
    int64_t verdict_alpha, score_alpha; /* thousandths */
};

/* Writes the object; the LF is the caller's. */
void group_write(struct json_writer *w, const struct group_record *g);

/* As verdict_read. */
bool group_read(struct object *o, struct arena *arena, struct group_record *g);

#endif
