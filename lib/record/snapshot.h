/*
 * A snapshot: the verdicts of one stream, the last one of each tool.
 *
 * It owns the lines, which take a sixth of the memory that all of them parsed
 * would; a verdict is opened when it is needed.
 */
#ifndef VTOOLS_RECORD_SNAPSHOT_H
#define VTOOLS_RECORD_SNAPSHOT_H

#include "lib/base/table.h"
#include "lib/record/opened.h"

struct snapshot_tool {
    struct slice key, name, tagline, line;
    char *memory; /* of all but the key */
};

/* Starts zeroed; tools stand in the order of their first records. */
struct snapshot {
    struct snapshot_tool *tools;
    size_t count;

    /* Private. */
    size_t cap;
    struct table by_key; /* places in `tools` */
    struct arena keys, arena;
    struct verdict_glance glance;
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

/* Puts the tools in the order of their keys; after that none is taken. */
void snapshot_order(struct snapshot *s);

/*
 * Opens the verdict on a tool whose line is known.  It lies in that line and in
 * the arena.  False when there is no memory.
 */
bool snapshot_open(const struct snapshot_tool *tool, struct arena *arena,
                   struct opened_verdict *v);

#endif
