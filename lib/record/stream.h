/*
 * The one loop in which programs read records: JSON Lines from files and
 * standard input, line by line.  A bad line is named, counted, kept if asked
 * for, and skipped; the rest goes on.
 */
#ifndef VTOOLS_RECORD_STREAM_H
#define VTOOLS_RECORD_STREAM_H

#include "lib/base/diag.h"
#include "lib/io/blocks.h"
#include "lib/io/rejects.h"

struct record_line {
    const char *source;
    size_t number; /* from 1 */
    struct slice text;
    size_t offset; /* where the text begins in the input, in bytes */
};

enum record_answer {
    RECORD_TAKEN,
    RECORD_REJECTED, /* the line is at fault; *d says how */
    RECORD_STOP /* the program cannot go on; *d says why, if it has a message */
};

/* What a program does with a line; `text` is valid during the call. */
typedef enum record_answer
record_taker(void *self, const struct record_line *line, struct diag *d);

struct record_stream {
    const struct listener *listener;    /* hears of every fault */
    size_t line_most;                   /* a longer line is rejected */
    bool strict;                        /* stop at the first rejected line */
    struct output *rejects;             /* NULL: not kept */
    size_t taken, rejected, unreadable; /* so far, in all inputs */
};

/*
 * Hands every line of one input ("-": standard input) to the taker.  Blank
 * lines, a byte order mark at the start, the record separators of RFC 7464,
 * a key with a TAB (lib/record/keyed.h) and a CR before the LF are passed over.
 * An input that cannot be read is told to the listener and counted.  False when
 * reading must stop: a taker said so, or a line was rejected under `strict`.
 */
bool record_stream_read(struct record_stream *s, const char *source,
                        record_taker *take, void *self);

/*
 * The lines of a block in which records may stand, for that loop and for
 * those that share blocks out.
 */
struct record_lines {
    struct slice rest;
    size_t number;  /* of the line handed out last */
    bool beginning; /* of the input */
};

/*
 * `number` is that of the line before the block, 0 when nobody knows: then
 * lines are counted from the block's beginning.
 */
void record_lines_begin(struct record_lines *l, const struct line_block *b,
                        size_t number);

/*
 * The next line that is not blank: all of it, and without what may stand
 * around a record.  False when there is none; `number` is that of the block's
 * last line then.
 */
bool record_lines_next(struct record_lines *l, struct slice *line,
                       struct slice *text);

#endif
