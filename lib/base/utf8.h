/* UTF-8 as RFC 3629 has it: no surrogates, no overlong forms. */
#ifndef VTOOLS_BASE_UTF8_H
#define VTOOLS_BASE_UTF8_H

#include <stdint.h>

#include "lib/base/slice.h"
#include "lib/base/wide.h"

/* How many bytes from the start are whole, valid UTF-8. */
size_t utf8_valid(struct slice s);

/* The same with the registers that are named. */
size_t utf8_valid_by(const struct wide *wide, struct slice s);

/*
 * Decodes the code point at `*at`, which must lie before s.len, and moves
 * `*at` behind it.  A byte that begins no valid sequence is one U+FFFD.
 */
uint32_t utf8_next(struct slice s, size_t *at);

/* Writes a scalar value, for whose one to four bytes there is room. */
static inline char *utf8_put(char *at, uint32_t c)
{
    if (c < 0x80) {
        *at++ = (char)c;
        return at;
    }
    if (c < 0x800) {
        *at++ = (char)(0xc0 | c >> 6);
    } else if (c < 0x10000) {
        *at++ = (char)(0xe0 | c >> 12);
        *at++ = (char)(0x80 | (c >> 6 & 0x3f));
    } else {
        *at++ = (char)(0xf0 | c >> 18);
        *at++ = (char)(0x80 | (c >> 12 & 0x3f));
        *at++ = (char)(0x80 | (c >> 6 & 0x3f));
    }
    *at++ = (char)(0x80 | (c & 0x3f));
    return at;
}

/* The text without the byte order mark that it may begin with. */
static inline struct slice utf8_without_mark(struct slice s)
{
    static const struct slice mark = SLICE("\xef\xbb\xbf");
    return slice_starts(s, mark) ? slice_after(s, mark.len) : s;
}

/*
 * Whether s, which is not valid from byte `from` on, is only cut off there:
 * the rest is the beginning of one sequence.
 */
bool utf8_cut(struct slice s, size_t from);

/*
 * The length of the sequence of two or three bytes that begins at `at`, where
 * three can be read; 0: none does.
 */
static inline size_t utf8_short_length(const char *at)
{
    const unsigned char *p = (const unsigned char *)at;
    if ((p[1] & 0xc0) != 0x80)
        return 0;
    if (p[0] >= 0xc2 && p[0] < 0xe0)
        return 2;
    bool overlong = p[0] == 0xe0 && p[1] < 0xa0;
    bool surrogate = p[0] == 0xed && p[1] >= 0xa0;
    return p[0] >= 0xe0 && p[0] < 0xf0 && (p[2] & 0xc0) == 0x80 && !overlong &&
                   !surrogate
               ? 3
               : 0;
}

/* Whether all bytes are ASCII. */
bool utf8_is_ascii(struct slice s);

/* How many code points valid UTF-8 holds. */
size_t utf8_count(struct slice s);

#endif
