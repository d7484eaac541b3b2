/*
 * Looking at thirty-two bytes at once, the results having one bit a byte as
 * those of lib/base/scan16.h.  A file that defines SCAN_AVX2 before it
 * includes this gets them in one register: what calls these functions is
 * marked SCAN_TARGET there and runs only where wide_best has found AVX2, and
 * BMI1 with it.
 */
#ifndef VTOOLS_BASE_SCAN32_H
#define VTOOLS_BASE_SCAN32_H

#include "lib/base/scan16.h"

enum { THIRTYTWO = 2 * SIXTEEN };

/*
 * The benchmark builds a vscore that takes any bytes for text, as that tells
 * what it costs not to.
 */
#ifdef VTOOLS_UNCHECKED
enum { SCAN_CHECKS = 0 };
#else
enum { SCAN_CHECKS = 1 };
#endif

#if defined(SCAN_AVX2) && defined(SCAN_REGISTERS)

#include <immintrin.h>

#define SCAN_TARGET __attribute__((target("avx2,bmi")))

struct thirtytwo {
    __m256i bytes;
};

static inline SCAN_TARGET struct thirtytwo scan32_load(const char *at)
{
    struct thirtytwo s = {_mm256_loadu_si256((const __m256i *)at)};
    return s;
}

static inline SCAN_TARGET void scan32_store(struct thirtytwo s, char *at)
{
    _mm256_storeu_si256((__m256i *)at, s.bytes);
}

/* Whether bytes are equal where those of the mask are 0xff, and not 0. */
static inline SCAN_TARGET bool
scan32_same(struct thirtytwo a, struct thirtytwo b, struct thirtytwo mask)
{
    return _mm256_testz_si256(_mm256_xor_si256(a.bytes, b.bytes), mask.bytes);
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

/* All bits of each byte of these and of those past 127. */
static inline SCAN_TARGET __m256i scan32_where_odd(__m256i bytes)
{
    /* By its low half a byte that is neither finds another than itself. */
    const __m256i ends = _mm256_broadcastsi128_si256(
        _mm_setr_epi8(1, 0, '"', 0, 0, 0, 0, 0, 0, 0, 0, 0, '\\', 0, 0, 0));
    __m256i found = _mm256_cmpeq_epi8(_mm256_shuffle_epi8(ends, bytes), bytes);
    /* As signed numbers those past 127 are below zero. */
    __m256i others = _mm256_cmpgt_epi8(_mm256_set1_epi8(' '), bytes);
    return SCAN_CHECKS ? _mm256_or_si256(found, others) : found;
}

/* The same and what is past 127. */
static inline SCAN_TARGET uint32_t scan32_string_odd(struct thirtytwo s)
{
    return (uint32_t)_mm256_movemask_epi8(scan32_where_odd(s.bytes));
}

/* The same and spaces before spaces, of 32 bytes and one behind them. */
static inline SCAN_TARGET uint32_t scan32_text_odd(const char *at)
{
    const __m256i space = _mm256_set1_epi8(' ');
    __m256i bytes = scan32_load(at).bytes, behind = scan32_load(at + 1).bytes;
    __m256i pairs = _mm256_and_si256(_mm256_cmpeq_epi8(bytes, space),
                                     _mm256_cmpeq_epi8(behind, space));
    return (uint32_t)_mm256_movemask_epi8(
        _mm256_or_si256(scan32_where_odd(bytes), pairs));
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

static inline void scan32_store(struct thirtytwo s, char *at)
{
    scan16_store(s.low, at);
    scan16_store(s.high, at + SIXTEEN);
}

static inline bool scan32_same(struct thirtytwo a, struct thirtytwo b,
                               struct thirtytwo mask)
{
    return (~scan16_same(a.low, b.low) & scan16_tops(mask.low)) == 0 &&
           (~scan16_same(a.high, b.high) & scan16_tops(mask.high)) == 0;
}

static inline uint32_t scan32_tops(struct thirtytwo s)
{
    return scan16_tops(s.low) | scan16_tops(s.high) << SIXTEEN;
}

static inline uint32_t scan32_string_ends(struct thirtytwo s)
{
    return scan16_string_ends(s.low) | scan16_string_ends(s.high) << SIXTEEN;
}

static inline uint32_t scan32_string_odd(struct thirtytwo s)
{
    if (SCAN_CHECKS)
        return scan32_string_ends(s) | scan32_tops(s);
    return scan16_equal(s.low, '"') | scan16_equal(s.low, '\\') |
           (scan16_equal(s.high, '"') | scan16_equal(s.high, '\\')) << SIXTEEN;
}

static inline uint32_t scan32_spaces(struct thirtytwo s)
{
    return scan16_equal(s.low, ' ') | scan16_equal(s.high, ' ') << SIXTEEN;
}

static inline uint32_t scan32_text_odd(const char *at)
{
    struct thirtytwo s = scan32_load(at);
    return scan32_string_odd(s) |
           (scan32_spaces(s) & scan32_spaces(scan32_load(at + 1)));
}

#endif

#endif
