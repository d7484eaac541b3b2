/*
 * Looking at eight bytes at once, as one number.  The results have the top
 * bit of each byte set that is meant, and are exact for every byte.
 */
#ifndef VTOOLS_BASE_SCAN_H
#define VTOOLS_BASE_SCAN_H

#include <stdint.h>

#define SCAN_ONES UINT64_C(0x0101010101010101)
#define SCAN_TOPS UINT64_C(0x8080808080808080)

/* Bytes equal to `byte`. */
static inline uint64_t scan_equal(uint64_t eight, unsigned char byte)
{
    uint64_t zero = eight ^ (SCAN_ONES * byte);
    return ~(((zero & ~SCAN_TOPS) + ~SCAN_TOPS) | zero | ~SCAN_TOPS);
}

/* Bytes below `byte`, which is at most 128. */
static inline uint64_t scan_below(uint64_t eight, unsigned char byte)
{
    uint64_t sum = (eight & ~SCAN_TOPS) + SCAN_ONES * (128u - byte);
    return ~(sum | eight) & SCAN_TOPS;
}

#endif
