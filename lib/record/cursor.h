/*
 * The loop of lib/record/stream turned round: whoever reads several inputs at
 * once asks for the next line of each.
 */
#ifndef VTOOLS_RECORD_CURSOR_H
#define VTOOLS_RECORD_CURSOR_H

#include "lib/record/line_place.h"

struct record_cursor {
    struct record_line line; /* valid until the next one is asked for */
    bool stopped;            /* no line came because reading must stop */

    /* Private. */
    struct line_place place;
    struct block_reader reader;
    struct line_block block;
    struct record_lines lines;
    struct slice whole;
    size_t before; /* the number of the line before the block */
};

/*
 * Begins to read one input.  The stream, whose preparer is not asked, and the
 * source's name must outlive the cursor, and the cursor must stay where it is.
 */
void record_cursor_init(struct record_cursor *c, struct record_stream *s,
                        const char *const *source);
void record_cursor_free(struct record_cursor *c);

/*
 * Goes to the next line, passing over what record_stream_read passes over.
 * The line before counts as taken unless it was rejected.  False at the end,
 * and when reading must stop.
 */
bool record_cursor_next(struct record_cursor *c);

/* Rejects the line, for the reason *d. */
void record_cursor_reject(struct record_cursor *c, struct diag *d);

#endif
