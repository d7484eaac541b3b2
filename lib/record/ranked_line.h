/*
 * A verdict's line with another place in a ranking, everything else as it
 * stands: members of a user's own keep their spelling, which is lost where a
 * record is read and written.
 */
#ifndef VTOOLS_RECORD_RANKED_LINE_H
#define VTOOLS_RECORD_RANKED_LINE_H

#include "lib/json/fields.h"
#include "lib/record/rank.h"

/* Starts zeroed. */
struct ranked_line {
    /* Private. */
    struct field_reader ranks, panel;
    struct bytes others, object;
};

void ranked_line_free(struct ranked_line *r);

/*
 * Adds the line of a verdict, which has been read already, with this rank
 * instead of the one it may have.  False when there is no memory.
 */
bool ranked_line_add(struct ranked_line *r, struct slice line,
                     const struct rank *rank, struct bytes *out);

#endif
