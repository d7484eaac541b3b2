/*
 * The one loop in which programs read records: JSON Lines from files and
 * standard input, line by line.  A bad line is named, counted, kept if asked
 * for, and skipped; the rest goes on.
 */
#ifndef VTOOLS_RECORD_STREAM_H
#define VTOOLS_RECORD_STREAM_H

#include "lib/base/arena.h"
#include "lib/base/diag.h"
#include "lib/io/blocks.h"
#include "lib/io/rejects.h"

struct record_line {
    const char *source;
    size_t number;        /* from 1 */
    struct slice text;    /* WIDE_BEHIND more bytes can be read */
    size_t offset;        /* where the text begins in the input, in bytes */
    const void *prepared; /* what was made of it beforehand; NULL: nothing */
};

/* Makes something of lines before their turn comes, in one thread or more. */
struct record_preparer {
    size_t workers; /* how many threads */
    /*
     * What it makes of a line lives in the arena, or is NULL, as it is for
     * whatever may be at fault.  `worker` counts from 0 and is in one thread
     * only.
     */
    const void *(*prepare)(void *self, size_t worker, struct slice text,
                           struct arena *arena);
    /*
     * The same of the line that the text begins with, if its end is found by
     * the way: gives how long it is, or 0, and in *prepared what was made.
     */
    size_t (*prepare_first)(void *self, size_t worker, struct slice text,
                            struct arena *arena, const void **prepared);
    /*
     * Called with what was made of some of the next lines, which the taker
     * will get soon and, later, very soon: what it will need may be fetched.
     */
    void (*expect)(void *self, const void *prepared);
    void (*expect_soon)(void *self, const void *prepared);
    void *self;
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
    const struct listener *listener; /* hears of every fault */
    size_t line_most;                /* a longer line is rejected */
    bool strict;                     /* stop at the first rejected line */
    struct output *rejects;          /* NULL: not kept */
    const struct record_preparer *preparer; /* NULL: lines come as they are */
    size_t taken, rejected, unreadable;     /* so far, in all inputs */
};

/*
 * Hands every line of the inputs ("-": standard input) to the taker, one after
 * the other, with a preparer or without.  Blank lines, a byte order mark at the
 * start, the record separators of RFC 7464, a key with a TAB
 * (lib/record/keyed.h) and a CR before the LF are passed over.
 * An input that cannot be read is told to the listener and counted.  False when
 * reading must stop: a taker said so, or a line was rejected under `strict`.
 */
bool record_stream_read(struct record_stream *s, const char *const *sources,
                        size_t source_count, record_taker *take, void *self);

/*
 * The lines of a block in which records may stand, for that loop and for
 * those that share blocks out.
 */
struct record_lines {
    struct slice rest;
    size_t number;  /* of the line handed out last, the first being 1 */
    bool beginning; /* of the input */
};

void record_lines_begin(struct record_lines *l, const struct line_block *b);

/*
 * The next line that is not blank: all of it, and without what may stand
 * around a record.  False when there is none; `number` is that of the block's
 * last line then.
 */
bool record_lines_next(struct record_lines *l, struct slice *line,
                       struct slice *text);

/*
 * Passes the next line, without marks around it but for a CR, of which it is
 * known that it ends behind the text; gives all of it.
 */
struct slice record_lines_pass(struct record_lines *l, struct slice text);

#endif
