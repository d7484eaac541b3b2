/*
 * A quick look, 64 bytes at a time, at whether text is as text_add_folded
 * leaves it.
 */
#ifndef VTOOLS_BASE_FOLDING_H
#define VTOOLS_BASE_FOLDING_H

#include "lib/base/scan16.h"
#include "lib/base/slice.h"

/* What the last 64 bytes leave for the next.  Start with FOLDING_START. */
struct folding {
    uint64_t behind_space, behind_control; /* of the first one, as a bit */
    size_t rest; /* how many of the first belong to a character before */
};

/* Text begins as what is behind a line end. */
#define FOLDING_START                                                          \
    {                                                                          \
        0, 1, 0                                                                \
    }

/*
 * Whether a character past ASCII surely stays as it is: those below U+0300
 * and the punctuation from U+2010 to U+203F neither combine nor decompose in
 * NFC, and some of them are spaces.
 */
static inline bool folding_keeps(const unsigned char *c)
{
    if (c[0] < 0xcc)
        return c[0] != 0xc2 || (c[1] != 0x85 && c[1] != 0xa0);
    return c[0] == 0xe2 && c[1] == 0x80 && c[2] >= 0x90 && c[2] != 0xa8 &&
           c[2] != 0xa9 && c[2] != 0xaf;
}

/* Of the bytes `past` 127, those that begin what may need folding. */
static inline uint64_t folding_odd_past_ascii(struct folding *f, const char *at,
                                              uint64_t past)
{
    uint64_t odd = 0;
    size_t next = f->rest;
    past &= UINT64_MAX << next;
    f->rest = 0;
    while (past != 0) {
        size_t i = scan64_first(past);
        const unsigned char *c = (const unsigned char *)at + i;
        if (!folding_keeps(c))
            odd |= UINT64_C(1) << i;
        next = i + (c[0] < 0xe0 ? 2 : c[0] < 0xf0 ? 3 : 4);
        if (next >= SIXTYFOUR) {
            f->rest = next - SIXTYFOUR;
            break;
        }
        past &= UINT64_MAX << next;
    }
    return odd;
}

/*
 * What may need folding among up to 64 bytes of valid UTF-8: *controls are
 * the control characters, which line ends are too.  The rest is returned:
 * spaces behind others and behind controls, controls behind spaces, and more
 * past ASCII.
 */
static inline uint64_t folding_odd(struct folding *f, struct slice s,
                                   uint64_t *controls)
{
    size_t len;
    struct sixtyfour block = scan64_next(s.at, s.len, &len);
    uint64_t here = scan64_before(len);
    uint64_t spaces = scan64_equal(&block, ' ');
    uint64_t behind_space = spaces << 1 | f->behind_space;
    *controls = scan64_up_to(&block, ' ' - 1) & here;
    uint64_t behind_control = *controls << 1 | f->behind_control;
    uint64_t odd =
        (spaces & (behind_space | behind_control)) | (*controls & behind_space);
    if (scan64_any_tops(&block))
        odd |= folding_odd_past_ascii(f, s.at, scan64_tops(&block));
    f->behind_space = spaces >> (SIXTYFOUR - 1);
    f->behind_control = *controls >> (SIXTYFOUR - 1);
    return odd;
}

#endif
