/*
 * A snapshot: the verdicts of one stream, the last one of each tool.
 * It owns the parsed records; what is made of them must not outlive it.
 */
#ifndef VTOOLS_DIFF_SNAPSHOT_H
#define VTOOLS_DIFF_SNAPSHOT_H

#include "lib/base/table.h"
#include "lib/json/fields.h"
#include "lib/record/stream.h"
#include "lib/record/verdict.h"

struct snapshot_tool {
    json_t *record; /* what the verdict's slices point into */
    struct verdict verdict;
    bool brief; /* the panel's reviews were written without their texts */
};

/* Starts zeroed; tools stand in the order of their first records. */
struct snapshot {
    struct snapshot_tool *tools;
    size_t count, cap;
    struct table by_key; /* places in `tools` */
    struct arena arena;
    struct field_reader fields;
};

void snapshot_free(struct snapshot *s);

enum snapshot_news {
    SNAPSHOT_ADDED,
    SNAPSHOT_REPLACED, /* a verdict on a tool that had one already */
    SNAPSHOT_OTHER     /* a record of another type, which is not kept */
};

/*
 * Takes one line, as a record_taker does: TAKEN with *news filled, REJECTED,
 * or STOP when there is no memory.
 */
enum record_answer snapshot_take(struct snapshot *s,
                                 const struct record_line *line,
                                 enum snapshot_news *news, struct diag *d);

#endif
