/* Unpackers made of zlib: gzip of any number of members, zlib, raw deflate. */
#define ZLIB_CONST
#include <limits.h>
#include <stdlib.h>
#include <zlib.h>

#include "lib/io/packed.h"

struct inflater {
    z_stream z;
    int window_bits;
    bool members;  /* gzip: more of them may follow */
    bool inside;   /* of a member */
    bool finished; /* the first member at least */
};

static void *open_inflater(int window_bits, bool members)
{
    struct inflater *f = calloc(1, sizeof *f);
    if (f == NULL)
        return NULL;
    f->window_bits = window_bits;
    f->members = members;
    if (inflateInit2(&f->z, window_bits) == Z_OK)
        return f;
    free(f);
    return NULL;
}

static void *open_gzip(void)
{
    return open_inflater(MAX_WBITS + 16, true);
}

static void *open_zlib(void)
{
    return open_inflater(MAX_WBITS, false);
}

static void *open_deflate(void)
{
    return open_inflater(-MAX_WBITS, false);
}

static void close_inflater(void *state)
{
    struct inflater *f = state;
    inflateEnd(&f->z);
    free(f);
}

static bool is_member(struct slice s)
{
    return s.len >= 4 && memcmp(s.at, "\x1f\x8b\x08", 3) == 0 &&
           ((unsigned char)s.at[3] & 0xe0) == 0;
}

/* Between members: another one, padding as on tapes, the end, or rubbish. */
static enum unpacked begin_member(struct inflater *f, struct packed *in,
                                  struct diag *d)
{
    struct slice s = packed_peek(in, 4);
    while (f->finished && s.len != 0 && s.at[0] == '\0') {
        packed_take(in, 1);
        s = packed_peek(in, 4);
    }
    if (s.len == 0 && f->finished)
        return UNPACKED_END;
    if (f->finished && (!f->members || !is_member(s))) {
        diag_set(d, NULL, 0, 0,
                 "what stands behind the compressed data, from byte %zu on, "
                 "is none",
                 in->offset);
        return UNPACKED_BREAK;
    }
    inflateReset(&f->z);
    f->inside = true;
    return UNPACKED_SOME;
}

static enum unpacked break_off(struct inflater *f, const struct packed *in,
                               const char *how, struct diag *d)
{
    f->inside = false;
    f->finished = true;
    diag_set(d, NULL, 0, 0, "%s at byte %zu", how, in->offset);
    return UNPACKED_BREAK;
}

static enum unpacked run_inflater(void *state, struct packed *in, char *out,
                                  size_t *len, struct diag *d)
{
    struct inflater *f = state;
    size_t room = *len < INT_MAX ? *len : INT_MAX;
    *len = 0;
    if (!f->inside) {
        enum unpacked begun = begin_member(f, in, d);
        if (begun != UNPACKED_SOME)
            return begun;
    }
    struct slice s = packed_peek(in, 1);
    size_t given = s.len < INT_MAX ? s.len : INT_MAX;
    f->z.next_in = (const Bytef *)s.at;
    f->z.avail_in = (uInt)given;
    f->z.next_out = (Bytef *)out;
    f->z.avail_out = (uInt)room;
    int result = inflate(&f->z, Z_NO_FLUSH);
    packed_take(in, given - f->z.avail_in);
    *len = room - f->z.avail_out;
    if (result == Z_STREAM_END) {
        f->inside = false;
        f->finished = true;
        return UNPACKED_SOME;
    }
    if (result == Z_MEM_ERROR) {
        diag_no_memory(d);
        return UNPACKED_FAILED;
    }
    if (result != Z_OK && result != Z_BUF_ERROR)
        return break_off(f, in, "the compressed data are damaged", d);
    if (*len == 0 && given == f->z.avail_in && s.len == 0)
        return break_off(f, in, "the compressed data break off", d);
    return UNPACKED_SOME;
}

/*
 * The next member, searched for from where reading broke off: of an archive
 * with a member for every record, only the damaged record is lost.
 */
static bool resume_gzip(void *state, struct packed *in)
{
    struct inflater *f = state;
    for (;;) {
        struct slice s = packed_peek(in, 4);
        if (s.len < 4)
            return false;
        if (is_member(s)) {
            inflateReset(&f->z);
            f->inside = true;
            return true;
        }
        const char *next = memchr(s.at + 1, '\x1f', s.len - 1);
        packed_take(in, next == NULL ? s.len : (size_t)(next - s.at));
    }
}

static bool do_not_resume(void *state, struct packed *in)
{
    (void)state;
    (void)in;
    return false;
}

const struct unpacker gzip_unpacker = {open_gzip, close_inflater, run_inflater,
                                       resume_gzip};
const struct unpacker zlib_unpacker = {open_zlib, close_inflater, run_inflater,
                                       do_not_resume};
const struct unpacker deflate_unpacker = {open_deflate, close_inflater,
                                          run_inflater, do_not_resume};
