#include "lib/io/stream.h"

#include <errno.h>
#include <stdlib.h>

#include "lib/io/input.h"

enum { BLOCK = 256 * 1024 };

const struct unpacker *byte_stream_unpacker(struct slice s)
{
    const unsigned char *u = (const unsigned char *)s.at;
    if (s.len >= 3 && u[0] == 0x1f && u[1] == 0x8b && u[2] == 8)
        return &gzip_unpacker;
    if (s.len < 4)
        return NULL;
    bool frame = u[0] == 0x28 && u[1] == 0xb5 && u[2] == 0x2f && u[3] == 0xfd;
    bool skippable =
        u[0] >> 4 == 5 && u[1] == 0x2a && u[2] == 0x4d && u[3] == 0x18;
    return frame || skippable ? &zstd_unpacker : NULL;
}

static void begin_unpacking(struct byte_stream *s)
{
    if (s->unpacker == NULL)
        return;
    s->unpacking = s->unpacker->open();
    if (s->unpacking == NULL) {
        diag_no_memory(&s->d);
        s->state = STREAM_FAILED;
    }
}

bool byte_stream_open(struct byte_stream *s, const char *name, struct diag *d)
{
    *s = (struct byte_stream){.name = name, .in = {.fd = -1}};
    s->in.fd = input_open(name, d);
    if (s->in.fd < 0)
        return false;
    s->unpacker = byte_stream_unpacker(packed_peek(&s->in, 4));
    /* What was read to see that it is plain is the window's beginning. */
    if (s->unpacker == NULL)
        s->buffer = packed_hand_over(&s->in, &s->cap, &s->start, &s->end);
    begin_unpacking(s);
    return true;
}

void byte_stream_over(struct byte_stream *s, struct slice bytes,
                      const struct unpacker *unpacker)
{
    *s =
        (struct byte_stream){.name = "-",
                             .in = {.fd = -1, .at = bytes.at, .end = bytes.len},
                             .unpacker = unpacker};
    begin_unpacking(s);
}

void byte_stream_close(struct byte_stream *s)
{
    if (s->unpacking != NULL)
        s->unpacker->close(s->unpacking);
    if (s->in.fd >= 0)
        input_close(s->in.fd);
    free(s->in.buffer);
    free(s->buffer);
    *s = (struct byte_stream){.in = {.fd = -1}};
}

/*
 * Room for `want` bytes from the window's start.  What is left moves to the
 * front only when at least half as much was used up, so that moving costs
 * about what reading did.
 */
static bool make_room(struct byte_stream *s, size_t want)
{
    size_t left = s->end - s->start;
    if (s->cap - s->start >= want && s->cap != s->end)
        return true;
    if (s->start >= left / 2 && s->start != 0) {
        memmove(s->buffer, s->buffer + s->start, left);
        s->start = 0;
        s->end = left;
    }
    if (s->cap - s->start >= want && s->cap != s->end)
        return true;
    size_t cap = s->cap == 0 ? 2 * BLOCK : s->cap;
    while (cap - s->start < want || cap == s->end)
        cap *= 2;
    char *buffer = realloc(s->buffer, cap);
    if (buffer == NULL) {
        diag_no_memory(&s->d);
        s->state = STREAM_FAILED;
        return false;
    }
    s->buffer = buffer;
    s->cap = cap;
    return true;
}

static enum unpacked copy(struct packed *in, char *out, size_t *len)
{
    *len = packed_copy(in, out, *len);
    return *len == 0 ? UNPACKED_END : UNPACKED_SOME;
}

static void fill(struct byte_stream *s)
{
    size_t len = s->cap - s->end;
    char *out = s->buffer + s->end;
    enum unpacked result =
        s->unpacker == NULL
            ? copy(&s->in, out, &len)
            : s->unpacker->run(s->unpacking, &s->in, out, &len, &s->d);
    s->end += len;
    s->d.source = s->name;
    if (s->in.error != 0 && (result != UNPACKED_SOME || len == 0)) {
        diag_set(&s->d, s->name, 0, 0, "%s", strerror(s->in.error));
        result = UNPACKED_FAILED;
    }
    static const enum stream_state states[] = {STREAM_RUNS, STREAM_ENDED,
                                               STREAM_BROKEN, STREAM_FAILED};
    s->state = states[result];
}

/*
 * What is wanted may be as much as a page may have, of which most have far
 * less: room is made as they come.
 */
static bool make_some_room(struct byte_stream *s, size_t want)
{
    size_t some = s->end - s->start + BLOCK;
    return make_room(s, some < want ? some : want);
}

struct slice byte_stream_peek(struct byte_stream *s, size_t want)
{
    while (s->end - s->start < want && s->state == STREAM_RUNS &&
           make_some_room(s, want))
        fill(s);
    return s->buffer == NULL
               ? slice_from("", 0)
               : slice_from(s->buffer + s->start, s->end - s->start);
}

void byte_stream_take(struct byte_stream *s, size_t len)
{
    s->start += len;
    s->offset += len;
}

size_t byte_stream_skip(struct byte_stream *s, size_t len)
{
    size_t done = 0;
    while (done < len) {
        struct slice window = byte_stream_peek(s, 1);
        size_t take = window.len < len - done ? window.len : len - done;
        if (take == 0)
            break;
        byte_stream_take(s, take);
        done += take;
    }
    return done;
}

bool byte_stream_resume(struct byte_stream *s)
{
    if (s->state != STREAM_BROKEN)
        return false;
    if (!s->unpacker->resume(s->unpacking, &s->in)) {
        s->state = STREAM_ENDED;
        return false;
    }
    s->state = STREAM_RUNS;
    return true;
}
