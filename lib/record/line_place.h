/*
 * Where in its inputs a record stream is, and what becomes of lines that are
 * no records.  Private to those who read record streams, lib/record/stream and
 * lib/record/cursor.
 */
#ifndef VTOOLS_RECORD_LINE_PLACE_H
#define VTOOLS_RECORD_LINE_PLACE_H

#include "lib/record/stream.h"

/* Starts with {.stream = ...}. */
struct line_place {
    struct record_stream *stream;
    const char *source; /* NULL before the first input */
    size_t number;      /* of the line read last, from 1 */

    /* Private. */
    size_t input; /* which one it is */
    bool in_long_line;
    size_t long_len; /* of what was there of it so far */
};

/* Before each block. */
void line_place_enter(struct line_place *p, const struct line_block *b);

/*
 * Rejects a line, which stands at p->number, for the reason *d; `text` is its
 * record, in which *d counts columns.  False when reading must stop, as it
 * must when memory was missing and nothing is wrong with the line.
 */
bool line_place_reject(struct line_place *p, struct slice whole,
                       struct slice text, struct diag *d);

/* Whether a line may be taken; if not it is rejected, and *go_on told. */
bool line_place_check(struct line_place *p, struct slice whole, bool *go_on);

/*
 * Deals with a block that is no lines: a piece of one that is too long, or a
 * failure to read.  False when reading must stop.
 */
bool line_place_pass(struct line_place *p, const struct line_block *b);

#endif
