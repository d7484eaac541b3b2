/*
 * Looking at sixteen bytes at once.  The results have one bit a byte, the
 * lowest for the first.
 */
#ifndef VTOOLS_BASE_SCAN16_H
#define VTOOLS_BASE_SCAN16_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

enum { SIXTEEN = 16 };

#if defined(__SSE2__) && !defined(VTOOLS_PLAIN)
#include <emmintrin.h>

struct sixteen {
    __m128i bytes;
};

static inline struct sixteen scan16_load(const char *at)
{
    struct sixteen s = {_mm_loadu_si128((const __m128i *)at)};
    return s;
}

/* Bytes equal to `byte`. */
static inline uint32_t scan16_equal(struct sixteen s, char byte)
{
    return (uint32_t)_mm_movemask_epi8(
        _mm_cmpeq_epi8(s.bytes, _mm_set1_epi8(byte)));
}

/* Bytes that are at most `byte`, as unsigned numbers. */
static inline uint32_t scan16_up_to(struct sixteen s, unsigned char byte)
{
    __m128i most = _mm_set1_epi8((char)byte);
    return (uint32_t)_mm_movemask_epi8(
        _mm_cmpeq_epi8(_mm_max_epu8(s.bytes, most), most));
}

/* Bytes past 127. */
static inline uint32_t scan16_tops(struct sixteen s)
{
    return (uint32_t)_mm_movemask_epi8(s.bytes);
}

static inline void scan16_store(struct sixteen s, char *at)
{
    _mm_storeu_si128((__m128i *)at, s.bytes);
}

#else

struct sixteen {
    unsigned char bytes[SIXTEEN];
};

static inline struct sixteen scan16_load(const char *at)
{
    struct sixteen s;
    memcpy(s.bytes, at, sizeof s.bytes);
    return s;
}

static inline uint32_t scan16_equal(struct sixteen s, char byte)
{
    uint32_t bits = 0;
    for (unsigned i = 0; i < SIXTEEN; i++)
        bits |= (uint32_t)(s.bytes[i] == (unsigned char)byte) << i;
    return bits;
}

static inline uint32_t scan16_up_to(struct sixteen s, unsigned char byte)
{
    uint32_t bits = 0;
    for (unsigned i = 0; i < SIXTEEN; i++)
        bits |= (uint32_t)(s.bytes[i] <= byte) << i;
    return bits;
}

static inline uint32_t scan16_tops(struct sixteen s)
{
    uint32_t bits = 0;
    for (unsigned i = 0; i < SIXTEEN; i++)
        bits |= (uint32_t)(s.bytes[i] >> 7) << i;
    return bits;
}

static inline void scan16_store(struct sixteen s, char *at)
{
    memcpy(at, s.bytes, sizeof s.bytes);
}

#endif

/* The first up to sixteen of `left` bytes, *len of them, then zeros. */
static inline struct sixteen scan16_next(const char *at, size_t left,
                                         size_t *len)
{
    if (left >= SIXTEEN) {
        *len = SIXTEEN;
        return scan16_load(at);
    }
    char some[SIXTEEN] = {0};
    memcpy(some, at, left);
    *len = left;
    return scan16_load(some);
}

/* The place of the lowest bit, of which there is one. */
static inline size_t scan16_first(uint32_t bits)
{
    return (size_t)__builtin_ctz(bits);
}

/* The bits below place `at`, which may be SIXTEEN. */
static inline uint32_t scan16_before(size_t at)
{
    return (UINT32_C(1) << at) - 1;
}

#endif
