/*
 * The unpacker of zstd: frames, skippable frames, and the dictionary that a
 * WARC file may carry in a skippable frame at its start ("Zstandard
 * Compression for WARC Files 1.0", IIPC).
 */
#include <stdlib.h>
#include <zstd.h>

#include "lib/io/packed.h"

enum {
    FRAME_HEADER = 8, /* of a skippable frame: magic and size */
    DICTIONARY_MOST = 16 * 1024 * 1024
};

struct zstd {
    ZSTD_DCtx *context;
    bool begun;  /* the start of the input was looked at */
    bool inside; /* of a frame */
};

static void *open_zstd(void)
{
    struct zstd *z = calloc(1, sizeof *z);
    if (z == NULL)
        return NULL;
    z->context = ZSTD_createDCtx();
    if (z->context != NULL)
        return z;
    free(z);
    return NULL;
}

static void close_zstd(void *state)
{
    struct zstd *z = state;
    ZSTD_freeDCtx(z->context);
    free(z);
}

static unsigned long little_endian(const char *at)
{
    const unsigned char *u = (const unsigned char *)at;
    return u[0] | (unsigned long)u[1] << 8 | (unsigned long)u[2] << 16 |
           (unsigned long)u[3] << 24;
}

static bool is_frame(struct slice s)
{
    if (s.len < 4)
        return false;
    unsigned long magic = little_endian(s.at);
    return magic == ZSTD_MAGICNUMBER ||
           (magic & ZSTD_MAGIC_SKIPPABLE_MASK) == ZSTD_MAGIC_SKIPPABLE_START;
}

/* A dictionary may itself be compressed. */
static struct slice unpack_dictionary(struct slice s, struct bytes *unpacked)
{
    if (s.len < 4 || little_endian(s.at) != ZSTD_MAGICNUMBER)
        return s;
    unsigned long long len = ZSTD_getFrameContentSize(s.at, s.len);
    if (len > DICTIONARY_MOST)
        len = 1024 * 1024; /* not stated, or not to be believed */
    if (!bytes_reserve(unpacked, (size_t)len + 1))
        return slice_from("", 0);
    size_t got = ZSTD_decompress(unpacked->at, (size_t)len, s.at, s.len);
    return ZSTD_isError(got) ? slice_from("", 0)
                             : slice_from(unpacked->at, got);
}

/* Any other skippable frame at the start is left to be skipped. */
static bool read_dictionary(struct zstd *z, struct packed *in, struct diag *d)
{
    struct slice s = packed_peek(in, FRAME_HEADER);
    if (s.len < FRAME_HEADER || little_endian(s.at) != 0x184D2A5D)
        return true;
    size_t len = little_endian(s.at + 4);
    struct bytes frame = {0}, unpacked = {0};
    packed_take(in, FRAME_HEADER);
    while (len != 0 && (s = packed_peek(in, 1)).len != 0) {
        size_t take = s.len < len ? s.len : len;
        if (frame.len + take <= DICTIONARY_MOST)
            bytes_add(&frame, s.at, take);
        packed_take(in, take);
        len -= take;
    }
    struct slice dictionary = unpack_dictionary(bytes_slice(&frame), &unpacked);
    bool ok = !frame.failed && !unpacked.failed;
    if (ok && dictionary.len >= 4 &&
        little_endian(dictionary.at) == ZSTD_MAGIC_DICTIONARY)
        ok = !ZSTD_isError(ZSTD_DCtx_loadDictionary(z->context, dictionary.at,
                                                    dictionary.len));
    if (!ok)
        diag_set(d, NULL, 0, 0, "the zstd dictionary cannot be read");
    bytes_free(&frame);
    bytes_free(&unpacked);
    return ok;
}

static enum unpacked break_off(struct zstd *z, const struct packed *in,
                               const char *how, const char *why, struct diag *d)
{
    z->inside = false;
    diag_set(d, NULL, 0, 0, "%s at byte %zu%s%s", how, in->offset,
             why == NULL ? "" : ": ", why == NULL ? "" : why);
    return UNPACKED_BREAK;
}

static enum unpacked run_zstd(void *state, struct packed *in, char *out,
                              size_t *len, struct diag *d)
{
    struct zstd *z = state;
    size_t room = *len;
    *len = 0;
    if (!z->begun) {
        z->begun = true;
        if (!read_dictionary(z, in, d))
            return UNPACKED_BREAK;
    }
    struct slice s = packed_peek(in, z->inside ? 1 : 4);
    if (!z->inside && s.len == 0)
        return UNPACKED_END;
    if (!z->inside && !is_frame(s))
        return break_off(
            z, in, "what stands behind the compressed data is none", NULL, d);
    ZSTD_inBuffer from = {s.at, s.len, 0};
    ZSTD_outBuffer to = {out, room, 0};
    size_t result = ZSTD_decompressStream(z->context, &to, &from);
    packed_take(in, from.pos);
    *len = to.pos;
    if (ZSTD_isError(result)) {
        /* Reading must not go on at the frame that failed. */
        packed_take(in, from.pos == 0 && s.len != 0);
        return break_off(z, in, "the compressed data are damaged",
                         ZSTD_getErrorName(result), d);
    }
    z->inside = result != 0;
    if (z->inside && s.len == 0 && to.pos == 0)
        return break_off(z, in, "the compressed data break off", NULL, d);
    return UNPACKED_SOME;
}

/* The next frame, as with the members of gzip. */
static bool resume_zstd(void *state, struct packed *in)
{
    struct zstd *z = state;
    ZSTD_DCtx_reset(z->context, ZSTD_reset_session_only);
    for (;;) {
        struct slice s = packed_peek(in, 4);
        if (s.len < 4)
            return false;
        if (little_endian(s.at) == ZSTD_MAGICNUMBER)
            return true;
        const char *next = memchr(s.at + 1, '\x28', s.len - 1);
        packed_take(in, next == NULL ? s.len : (size_t)(next - s.at));
    }
}

const struct unpacker zstd_unpacker = {open_zstd, close_zstd, run_zstd,
                                       resume_zstd};
