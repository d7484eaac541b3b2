/*
 * A quick look, 64 bytes at a time, at whether text is as text_add_folded
 * leaves it.
 */
#ifndef VTOOLS_BASE_FOLDING_H
#define VTOOLS_BASE_FOLDING_H

#include "lib/base/scan16.h"

/*
 * Bits for bytes of the last 64, shifted on to those of the next.  Start with
 * FOLDING_START: text begins as a line does.
 */
struct folding {
    uint64_t behind_space, behind_end;
    uint64_t behind_c2, behind_e2, third;
};

#define FOLDING_START                                                          \
    {                                                                          \
        0, 1, 0, 0, 0                                                          \
    }

/*
 * Bytes past 127 that may need folding: all but the code points below U+0300
 * and the punctuation from U+2010 to U+203F, which neither combine nor
 * decompose in NFC, and of these the spaces.  E2 begins what lies in U+2000.
 */
static inline uint64_t folding_odd_past_ascii(struct folding *f,
                                              const struct sixtyfour *block)
{
    uint64_t c2 = scan64_equal(block, '\xc2');
    uint64_t e2 = scan64_equal(block, '\xe2');
    uint64_t behind_c2 = c2 << 1 | f->behind_c2;
    uint64_t behind_e2 = e2 << 1 | f->behind_e2;
    uint64_t third = e2 << 2 | f->third;
    uint64_t odd = ~scan64_up_to(block, 0xcb) & ~e2;
    odd |=
        behind_c2 & (scan64_equal(block, '\x85') | scan64_equal(block, '\xa0'));
    odd |= behind_e2 & ~scan64_equal(block, '\x80');
    odd |= third & (scan64_up_to(block, 0x8f) | scan64_equal(block, '\xa8') |
                    scan64_equal(block, '\xa9') | scan64_equal(block, '\xaf'));
    f->behind_c2 = c2 >> 63;
    f->behind_e2 = e2 >> 63;
    f->third = e2 >> 62;
    return odd;
}

/*
 * Bytes of a block of valid UTF-8 that may need folding: control characters,
 * spaces behind others and at the beginning of a line, more past ASCII, and
 * line ends that stand behind a space.  `ends` are the line ends.
 */
static inline uint64_t folding_odd(struct folding *f,
                                   const struct sixtyfour *block, uint64_t ends)
{
    uint64_t spaces = scan64_equal(block, ' ');
    uint64_t behind_space = spaces << 1 | f->behind_space;
    uint64_t behind_end = ends << 1 | f->behind_end;
    uint64_t odd = (scan64_up_to(block, ' ' - 1) & ~ends) |
                   (spaces & (behind_space | behind_end)) |
                   (ends & behind_space);
    if ((scan64_tops(block) | f->behind_c2 | f->behind_e2 | f->third) != 0)
        odd |= folding_odd_past_ascii(f, block);
    f->behind_space = spaces >> 63;
    f->behind_end = ends >> 63;
    return odd;
}

#endif
