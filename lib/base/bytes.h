/*
 * A growing buffer of bytes.  It owns its memory; bytes_free gives it back.
 * When memory runs out the buffer remembers it in `failed` and takes nothing
 * more, so that a writer may add many pieces and check once at the end.
 */
#ifndef VTOOLS_BASE_BYTES_H
#define VTOOLS_BASE_BYTES_H

#include <stdint.h>

#include "lib/base/slice.h"

struct bytes {
    char *at;
    size_t len;
    size_t cap;
    bool failed;
};

void bytes_free(struct bytes *b);

/* Forgets the contents, and keeps the memory and that there was none. */
void bytes_clear(struct bytes *b);

/* Makes room for `more` bytes where there is none. */
bool bytes_grow(struct bytes *b, size_t more);

/* Makes room for `more` bytes; false when there is no memory. */
static inline bool bytes_reserve(struct bytes *b, size_t more)
{
    return b->cap - b->len >= more ? !b->failed : bytes_grow(b, more);
}

static inline void bytes_add(struct bytes *b, const void *at, size_t len)
{
    if (len == 0 || !bytes_reserve(b, len))
        return;
    memcpy(b->at + b->len, at, len);
    b->len += len;
}

static inline void bytes_add_byte(struct bytes *b, char byte)
{
    if (bytes_reserve(b, 1))
        b->at[b->len++] = byte;
}

static inline void bytes_add_string(struct bytes *b, const char *string)
{
    bytes_add(b, string, strlen(string));
}

static inline void bytes_add_slice(struct bytes *b, struct slice s)
{
    bytes_add(b, s.at, s.len);
}

/* Writes a number below 1000, which most are, where there is room. */
static inline char *bytes_put_small(char *at, unsigned n)
{
    if (n >= 100)
        *at++ = (char)('0' + n / 100);
    if (n >= 10)
        *at++ = (char)('0' + n / 10 % 10);
    *at++ = (char)('0' + n % 10);
    return at;
}

void bytes_add_repeated(struct bytes *b, char byte, size_t times);
void bytes_add_integer(struct bytes *b, int64_t n);
void bytes_add_format(struct bytes *b, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Adds a code point as UTF-8; what is no scalar value becomes U+FFFD. */
void bytes_add_codepoint(struct bytes *b, unsigned long codepoint);

/* The contents, valid until the buffer next changes; never unknown. */
static inline struct slice bytes_slice(const struct bytes *b)
{
    return slice_from(b->at == NULL ? "" : b->at, b->len);
}

#endif
