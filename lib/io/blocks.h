/*
 * Blocks of whole lines, read from several inputs, one after the other.  They
 * are for whoever goes over the lines, or shares them out among workers: each
 * block has memory of its own, so that as many may be under way as there are
 * `struct line_block`s.
 *
 * A line ends at LF or at the end of the input.  One that is longer than
 * `most` bytes may come in pieces, which are blocks of their own, so that no
 * block holds much more than that.
 */
#ifndef VTOOLS_IO_BLOCKS_H
#define VTOOLS_IO_BLOCKS_H

#include "lib/base/bytes.h"
#include "lib/base/diag.h"
#include "lib/base/wide.h"

enum line_block_kind {
    BLOCK_LINES,      /* whole ones, with their LF but for an input's last */
    BLOCK_PIECE,      /* of a line longer than `most`; more of it follows */
    BLOCK_LAST_PIECE, /* the rest of it, which may be empty, without LF */
    BLOCK_FAILED      /* the input cannot be read (on): `d` says why */
};

/* Starts zeroed.  The number of a line is for those to count who see all. */
struct line_block {
    enum line_block_kind kind;
    size_t ordinal;     /* among all blocks, from 0 */
    size_t input;       /* which one it is of, from 0 */
    const char *source; /* its name */
    size_t offset;      /* where in the input the block begins, in bytes */
    struct slice text;  /* of lines, WIDE_BEHIND more bytes can be read */
    struct diag d;
    struct bytes memory; /* private */
};

struct block_reader {
    const char *const *sources; /* the caller's */
    size_t source_count;
    size_t most;

    /* Private. */
    size_t ordinal, input, offset;
    int fd;             /* -1: the next input is to be opened */
    bool at_end;        /* of the input */
    bool in_long_line;  /* of which pieces were handed out */
    struct bytes carry; /* what was read behind the block before */
};

/* "-" is standard input. */
void block_reader_init(struct block_reader *r, const char *const *sources,
                       size_t source_count, size_t most);
void block_reader_free(struct block_reader *r);
void line_block_free(struct line_block *b);

/*
 * Fills the next block, using its memory again; false when there are no more
 * of them.  What is there to be read is not held back to make blocks larger.
 */
bool block_reader_next(struct block_reader *r, struct line_block *b);

/* Takes the first line from the rest of a block's lines, without its LF. */
static inline struct slice line_block_take(struct slice *rest)
{
    const char *lf = memchr(rest->at, '\n', rest->len);
    size_t len = lf == NULL ? rest->len : (size_t)(lf - rest->at);
    struct slice line = slice_from(rest->at, len);
    *rest = slice_after(*rest, lf == NULL ? len : len + 1);
    return line;
}

#endif
