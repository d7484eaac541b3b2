/*
 * Looking at thirty-two bytes at once, the results having one bit a byte as
 * those of lib/base/scan16.h.  A file that defines SCAN_AVX2 before it
 * includes this gets them in one register: what calls these functions is
 * marked SCAN_TARGET there and runs only where wide_best has found AVX2.
 */
#ifndef VTOOLS_BASE_SCAN32_H
#define VTOOLS_BASE_SCAN32_H

#include "lib/base/scan16.h"

enum { THIRTYTWO = 2 * SIXTEEN };

#if defined(SCAN_AVX2) && defined(SCAN_REGISTERS)

#include <immintrin.h>

#define SCAN_TARGET __attribute__((target("avx2")))

struct thirtytwo {
    __m256i bytes;
};

static inline SCAN_TARGET struct thirtytwo scan32_load(const char *at)
{
    struct thirtytwo s = {_mm256_loadu_si256((const __m256i *)at)};
    return s;
}

/* Bytes that are equal in both. */
static inline SCAN_TARGET uint32_t scan32_same(struct thirtytwo a,
                                               struct thirtytwo b)
{
    return (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(a.bytes, b.bytes));
}

/* Bytes past 127. */
static inline SCAN_TARGET uint32_t scan32_tops(struct thirtytwo s)
{
    return (uint32_t)_mm256_movemask_epi8(s.bytes);
}

/* What a JSON string cannot hold as it is: quotes, backslashes, controls. */
static inline SCAN_TARGET uint32_t scan32_string_ends(struct thirtytwo s)
{
    __m256i quotes = _mm256_cmpeq_epi8(s.bytes, _mm256_set1_epi8('"'));
    __m256i backslashes = _mm256_cmpeq_epi8(s.bytes, _mm256_set1_epi8('\\'));
    __m256i controls = _mm256_cmpeq_epi8(
        _mm256_min_epu8(s.bytes, _mm256_set1_epi8(0x1f)), s.bytes);
    return (uint32_t)_mm256_movemask_epi8(
        _mm256_or_si256(_mm256_or_si256(quotes, backslashes), controls));
}

#else

#define SCAN_TARGET

struct thirtytwo {
    struct sixteen low, high;
};

static inline struct thirtytwo scan32_load(const char *at)
{
    struct thirtytwo s = {scan16_load(at), scan16_load(at + SIXTEEN)};
    return s;
}

static inline uint32_t scan32_same(struct thirtytwo a, struct thirtytwo b)
{
    return scan16_same(a.low, b.low) | scan16_same(a.high, b.high) << SIXTEEN;
}

static inline uint32_t scan32_tops(struct thirtytwo s)
{
    return scan16_tops(s.low) | scan16_tops(s.high) << SIXTEEN;
}

static inline uint32_t scan32_string_ends(struct thirtytwo s)
{
    return scan16_string_ends(s.low) | scan16_string_ends(s.high) << SIXTEEN;
}

#endif

/* The bits below place `at`, which may be THIRTYTWO. */
static inline uint32_t scan32_before(size_t at)
{
    return (uint32_t)((UINT64_C(1) << at) - 1);
}

#endif
