/*
 * A quick look, sixteen bytes at a time, at whether text is as
 * text_add_folded leaves it.
 */
#ifndef VTOOLS_BASE_FOLDING_H
#define VTOOLS_BASE_FOLDING_H

#include "lib/base/scan16.h"

/* What stood in the last sixteen bytes.  Start with FOLDING_START. */
struct folding {
    uint32_t behind_space; /* a bit more: also of the byte behind them */
    uint32_t c2, e2;
};

/* As if a space stood before: text does not begin with one. */
#define FOLDING_START                                                          \
    {                                                                          \
        UINT32_C(1) << SIXTEEN, 0, 0                                           \
    }

/*
 * Bytes past 127 that may need folding: all but the code points below U+0300
 * and the punctuation from U+2010 to U+203F, which neither combine nor
 * decompose in NFC, and of these the spaces.  E2 begins what lies in U+2000.
 */
static inline uint32_t folding_odd_past_ascii(struct folding *f,
                                              struct sixteen block)
{
    uint32_t all = scan16_before(SIXTEEN);
    uint32_t c2 = scan16_equal(block, '\xc2');
    uint32_t e2 = scan16_equal(block, '\xe2');
    uint32_t behind_c2 = c2 << 1 | f->c2 >> (SIXTEEN - 1);
    uint32_t behind_e2 = e2 << 1 | f->e2 >> (SIXTEEN - 1);
    uint32_t third = e2 << 2 | f->e2 >> (SIXTEEN - 2);
    uint32_t odd = all & ~scan16_up_to(block, 0xcb) & ~e2;
    odd |=
        behind_c2 & (scan16_equal(block, '\x85') | scan16_equal(block, '\xa0'));
    odd |= behind_e2 & ~scan16_equal(block, '\x80');
    odd |= third & (scan16_up_to(block, 0x8f) | scan16_equal(block, '\xa8') |
                    scan16_equal(block, '\xa9') | scan16_equal(block, '\xaf'));
    f->c2 = c2;
    f->e2 = e2;
    return odd;
}

/*
 * Bytes of a block of valid UTF-8 that may need folding: control characters,
 * spaces behind others, and more past ASCII.
 */
static inline uint32_t folding_odd(struct folding *f, struct sixteen block)
{
    uint32_t spaces = scan16_equal(block, ' ');
    f->behind_space = spaces << 1 | f->behind_space >> SIXTEEN;
    uint32_t odd = scan16_up_to(block, ' ' - 1) | (spaces & f->behind_space);
    if ((scan16_tops(block) | f->c2 | f->e2) != 0)
        odd |= folding_odd_past_ascii(f, block);
    return odd;
}

/* Whether a space stands before byte `at`, up to SIXTEEN, of the last block. */
static inline bool folding_space_before(const struct folding *f, size_t at)
{
    return (f->behind_space >> at & 1) != 0;
}

#endif
