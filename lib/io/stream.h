/*
 * The bytes of an input, decompressed.  gzip and zstd are recognised by their
 * first bytes.  A reader looks at a window of the bytes, as wide as it asks
 * for, and moves it along.
 *
 * Where compressed data are damaged the stream breaks: it ends there for the
 * time being, so that what came before can be used up, and goes on behind the
 * damage when asked to.
 */
#ifndef VTOOLS_IO_STREAM_H
#define VTOOLS_IO_STREAM_H

#include "lib/io/packed.h"

enum stream_state {
    STREAM_RUNS,
    STREAM_ENDED,
    STREAM_BROKEN, /* stream.d says how; byte_stream_resume may help */
    STREAM_FAILED  /* stream.d says why; nothing helps */
};

struct byte_stream {
    const char *name;        /* the caller's; names the input in diagnostics */
    size_t offset;           /* of the window's start, in decompressed bytes */
    enum stream_state state; /* of what lies behind the window */
    struct diag d;

    /* Private. */
    struct packed in;
    const struct unpacker *unpacker; /* NULL: plain */
    void *unpacking;
    char *buffer;
    size_t cap, start, end;
};

/* Opens a file, or "-".  False with *d filled. */
bool byte_stream_open(struct byte_stream *s, const char *name, struct diag *d);

/* What unpacks an input that begins like this; NULL: it is plain. */
const struct unpacker *byte_stream_unpacker(struct slice start);

/*
 * The same over bytes in memory, which are the caller's.  `unpacker` NULL:
 * the bytes as they are.
 */
void byte_stream_over(struct byte_stream *s, struct slice bytes,
                      const struct unpacker *unpacker);

void byte_stream_close(struct byte_stream *s);

/*
 * The window, with at least `want` bytes in it unless state says why not.
 * Valid until the next call.
 */
struct slice byte_stream_peek(struct byte_stream *s, size_t want);

/* Moves the window's start by `len` bytes, which must be in it. */
void byte_stream_take(struct byte_stream *s, size_t len);

/* Moves it by up to `len` bytes, and says how many. */
size_t byte_stream_skip(struct byte_stream *s, size_t len);

/* After a break whose window is used up: whether more bytes come. */
bool byte_stream_resume(struct byte_stream *s);

/*
 * Whether it failed with nothing in the window, or only what there was memory
 * for, which ends anywhere.
 */
static inline bool byte_stream_is_lost(const struct byte_stream *s)
{
    return s->state == STREAM_FAILED && (s->start == s->end || s->d.no_memory);
}

/* Whether the input was compressed. */
static inline bool byte_stream_is_packed(const struct byte_stream *s)
{
    return s->unpacker != NULL;
}

#endif
