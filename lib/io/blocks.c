#include "lib/io/blocks.h"

#include <errno.h>

#include "lib/io/input.h"

enum {
    READ_MOST = 256 * 1024,   /* at once: what is read is still in the cache */
    KEPT_MOST = 4 * READ_MOST /* of a block's memory, for the next */
};

void block_reader_init(struct block_reader *r, const char *const *sources,
                       size_t source_count, size_t most)
{
    *r = (struct block_reader){.sources = sources,
                               .source_count = source_count,
                               .most = most,
                               .fd = -1};
}

static void end_input(struct block_reader *r)
{
    if (r->fd >= 0)
        input_close(r->fd);
    r->fd = -1;
    r->input++;
    r->offset = 0;
    r->at_end = r->in_long_line = false;
    bytes_clear(&r->carry);
}

void block_reader_free(struct block_reader *r)
{
    if (r->fd >= 0)
        input_close(r->fd);
    bytes_free(&r->carry);
}

void line_block_free(struct line_block *b)
{
    bytes_free(&b->memory);
}

static bool fail(struct block_reader *r, struct line_block *b)
{
    b->kind = BLOCK_FAILED;
    b->text = slice_from("", 0);
    b->offset = r->offset;
    end_input(r);
    return true;
}

/* The block is the memory up to `len`; what is behind `next` is for others. */
static bool hand_out(struct block_reader *r, struct line_block *b,
                     enum line_block_kind kind, size_t len, size_t next)
{
    if (!bytes_reserve(&b->memory, WIDE_BEHIND)) {
        diag_no_memory(&b->d);
        return fail(r, b);
    }
    memset(b->memory.at + b->memory.len, 0, WIDE_BEHIND);
    b->kind = kind;
    b->text = slice_from(b->memory.at, len);
    b->offset = r->offset;
    bytes_add(&r->carry, b->memory.at + next, b->memory.len - next);
    r->offset += next;
    r->in_long_line = kind == BLOCK_PIECE;
    return true;
}

/*
 * Whether the memory makes a block.  Its first `searched` bytes were there
 * before, and held no end of a line.
 */
static bool make_block(struct block_reader *r, struct line_block *b,
                       size_t searched)
{
    const struct bytes *m = &b->memory;
    const char *lf = NULL;
    if (m->len != searched) {
        lf = r->in_long_line
                 ? memchr(m->at + searched, '\n', m->len - searched)
                 : memrchr(m->at + searched, '\n', m->len - searched);
    }
    size_t end = lf == NULL ? m->len : (size_t)(lf - m->at);
    if (r->in_long_line && (lf != NULL || r->at_end))
        return hand_out(r, b, BLOCK_LAST_PIECE, end, end + (lf != NULL));
    if (lf != NULL)
        return hand_out(r, b, BLOCK_LINES, end + 1, end + 1);
    if (r->in_long_line ? m->len != 0 : m->len > r->most)
        return hand_out(r, b, BLOCK_PIECE, m->len, m->len);
    return r->at_end && m->len != 0 &&
           hand_out(r, b, BLOCK_LINES, m->len, m->len);
}

/* Reads on into the memory; false with the block's *d filled. */
static bool read_more(struct block_reader *r, struct line_block *b)
{
    struct bytes *m = &b->memory;
    if (!bytes_reserve(m, READ_MOST + WIDE_BEHIND)) {
        diag_no_memory(&b->d);
        return false;
    }
    long got = input_read_some(r->fd, m->at + m->len, READ_MOST);
    if (got < 0) {
        diag_set(&b->d, b->source, 0, 0, "%s", strerror(errno));
        return false;
    }
    r->at_end = got == 0;
    m->len += (size_t)got;
    return true;
}

/* Begins with what was left; that is short, but behind a long line. */
static void begin(struct block_reader *r, struct line_block *b)
{
    if (b->memory.cap > KEPT_MOST)
        bytes_free(&b->memory);
    bytes_clear(&b->memory);
    bytes_add_slice(&b->memory, bytes_slice(&r->carry));
    b->memory.failed = b->memory.failed || r->carry.failed;
    if (r->carry.cap > KEPT_MOST)
        bytes_free(&r->carry);
    bytes_clear(&r->carry);
}

/* The next block of the input that is open; false at its end. */
static bool next_of_input(struct block_reader *r, struct line_block *b)
{
    begin(r, b);
    size_t searched = 0;
    while (!make_block(r, b, searched)) {
        if (r->at_end)
            return false;
        searched = b->memory.len;
        if (!read_more(r, b))
            return fail(r, b);
    }
    return true;
}

bool block_reader_next(struct block_reader *r, struct line_block *b)
{
    for (; r->input < r->source_count; end_input(r)) {
        b->input = r->input;
        b->source = r->sources[r->input];
        b->ordinal = r->ordinal;
        if (r->fd < 0)
            r->fd = input_open(b->source, &b->d);
        if (r->fd < 0 ? fail(r, b) : next_of_input(r, b)) {
            r->ordinal++;
            return true;
        }
    }
    return false;
}
