/*
 * The compressed side of a byte stream: bytes of a descriptor or of memory,
 * and what unpacks them.
 */
#ifndef VTOOLS_IO_PACKED_H
#define VTOOLS_IO_PACKED_H

#include "lib/base/bytes.h"
#include "lib/base/diag.h"

/* Bytes as they stand in the input.  Those at hand are at[start..end). */
struct packed {
    int fd; /* -1: all there is is at hand */
    const char *at;
    char *buffer; /* what `at` points to when there is a descriptor */
    size_t start, end;
    size_t offset; /* in the input, of at[start] */
    bool at_end;   /* nothing comes behind what is at hand */
    int error;     /* errno of a read that failed, 0 while all is well */
};

/*
 * Reads on when less than `want` bytes (at most PACKED_MOST) are at hand, and
 * gives those that are; fewer than wanted only at the end.
 */
enum { PACKED_MOST = 256 * 1024 };
struct slice packed_peek(struct packed *p, size_t want);
void packed_take(struct packed *p, size_t len);

/*
 * Up to `len` bytes, to `out`: how many, 0 only at the end.  Those that are
 * not at hand yet are read to where they are wanted.
 */
size_t packed_copy(struct packed *p, char *out, size_t len);

/*
 * The buffer, whose bytes from *start to *end are those at hand; it is the
 * caller's then.  NULL when there is none.
 */
char *packed_hand_over(struct packed *p, size_t *cap, size_t *start,
                       size_t *end);

enum unpacked {
    UNPACKED_SOME,  /* or nothing yet: call again */
    UNPACKED_END,   /* of the input */
    UNPACKED_BREAK, /* the data are damaged or break off; *d says how */
    UNPACKED_FAILED /* reading failed, or there is no memory; *d says why */
};

/* One kind of compression. */
struct unpacker {
    /* NULL when there is no memory. */
    void *(*open)(void);
    void (*close)(void *state);
    /* Puts up to *len bytes at `out` and sets *len to how many. */
    enum unpacked (*run)(void *state, struct packed *in, char *out, size_t *len,
                         struct diag *d);
    /* After a break: whether there is a place to go on from. */
    bool (*resume)(void *state, struct packed *in);
};

extern const struct unpacker gzip_unpacker, zlib_unpacker, deflate_unpacker,
    zstd_unpacker;

#endif
