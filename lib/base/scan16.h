/*
 * Looking at sixteen bytes at once.  The results have one bit a byte, the
 * lowest for the first; those of scan16_where_... are sixteen bytes again,
 * all bits of each set or none, of which several make one by scan16_or.
 */
#ifndef VTOOLS_BASE_SCAN16_H
#define VTOOLS_BASE_SCAN16_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

enum { SIXTEEN = 16 };

#if defined(__SSE2__) && !defined(VTOOLS_PLAIN)
#define SCAN_REGISTERS 1
#include <emmintrin.h>

struct sixteen {
    __m128i bytes;
};

static inline struct sixteen scan16_load(const char *at)
{
    struct sixteen s = {_mm_loadu_si128((const __m128i *)at)};
    return s;
}

/*
 * Up to fifteen bytes, and zeros behind them.  They are gathered in registers:
 * what is stored piece by piece and loaded at once makes a processor wait.
 */
static inline struct sixteen scan16_load_some(const char *at, size_t len)
{
    uint64_t low = 0, high = 0;
    if (len >= sizeof low) {
        memcpy(&low, at, sizeof low);
        memcpy(&high, at + len - sizeof high, sizeof high);
        /* In two steps, as there may be nothing left of it. */
        high = high >> 8 >> (8 * (SIXTEEN - 1 - len));
    } else if (len >= sizeof(uint32_t)) {
        uint32_t first, last;
        memcpy(&first, at, sizeof first);
        memcpy(&last, at + len - sizeof last, sizeof last);
        low = first | (uint64_t)last << (8 * (len - sizeof last));
    } else if (len != 0) {
        low = (unsigned char)at[0] |
              (uint64_t)(unsigned char)at[len / 2] << (8 * (len / 2)) |
              (uint64_t)(unsigned char)at[len - 1] << (8 * (len - 1));
    }
    struct sixteen s = {_mm_set_epi64x((long long)high, (long long)low)};
    return s;
}

static inline struct sixteen scan16_where_equal(struct sixteen s, char byte)
{
    struct sixteen where = {_mm_cmpeq_epi8(s.bytes, _mm_set1_epi8(byte))};
    return where;
}

static inline struct sixteen scan16_where_up_to(struct sixteen s,
                                                unsigned char byte)
{
    __m128i most = _mm_set1_epi8((char)byte);
    struct sixteen where = {_mm_cmpeq_epi8(_mm_max_epu8(s.bytes, most), most)};
    return where;
}

/* Bytes that are at least `low` and at most `high`, as unsigned numbers. */
static inline struct sixteen
scan16_where_between(struct sixteen s, unsigned char low, unsigned char high)
{
    struct sixteen past = {_mm_sub_epi8(s.bytes, _mm_set1_epi8((char)low))};
    return scan16_where_up_to(past, (unsigned char)(high - low));
}

/* Bytes that are equal in both. */
static inline uint32_t scan16_same(struct sixteen a, struct sixteen b)
{
    return (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(a.bytes, b.bytes));
}

/* Bytes past 127. */
static inline uint32_t scan16_tops(struct sixteen s)
{
    return (uint32_t)_mm_movemask_epi8(s.bytes);
}

/* The first `count` bytes, 1 to 16, and zeros behind them. */
static inline struct sixteen scan16_keep(struct sixteen s, size_t count)
{
    static const signed char kept[2 * SIXTEEN] = {
        -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1};
    struct sixteen first = {_mm_and_si128(
        s.bytes, _mm_loadu_si128((const __m128i *)(kept + SIXTEEN - count)))};
    return first;
}

/* The bytes of both, bit by bit. */
static inline struct sixteen scan16_or(struct sixteen a, struct sixteen b)
{
    struct sixteen s = {_mm_or_si128(a.bytes, b.bytes)};
    return s;
}

static inline void scan16_store(struct sixteen s, char *at)
{
    _mm_storeu_si128((__m128i *)at, s.bytes);
}

/* The first eight bytes and the last eight, as numbers are stored. */
static inline uint64_t scan16_low(struct sixteen s)
{
    return (uint64_t)_mm_cvtsi128_si64(s.bytes);
}

static inline uint64_t scan16_high(struct sixteen s)
{
    return (uint64_t)_mm_cvtsi128_si64(_mm_unpackhi_epi64(s.bytes, s.bytes));
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

static inline struct sixteen scan16_load_some(const char *at, size_t len)
{
    struct sixteen s = {{0}};
    memcpy(s.bytes, at, len);
    return s;
}

/* All bits of a byte, or none. */
static inline unsigned char scan16_all_bits(bool set)
{
    return set ? 0xff : 0;
}

static inline struct sixteen scan16_where_equal(struct sixteen s, char byte)
{
    for (unsigned i = 0; i < SIXTEEN; i++)
        s.bytes[i] = scan16_all_bits(s.bytes[i] == (unsigned char)byte);
    return s;
}

static inline struct sixteen scan16_where_up_to(struct sixteen s,
                                                unsigned char byte)
{
    for (unsigned i = 0; i < SIXTEEN; i++)
        s.bytes[i] = scan16_all_bits(s.bytes[i] <= byte);
    return s;
}

static inline struct sixteen
scan16_where_between(struct sixteen s, unsigned char low, unsigned char high)
{
    for (unsigned i = 0; i < SIXTEEN; i++)
        s.bytes[i] = scan16_all_bits(s.bytes[i] >= low && s.bytes[i] <= high);
    return s;
}

static inline uint32_t scan16_same(struct sixteen a, struct sixteen b)
{
    uint32_t bits = 0;
    for (unsigned i = 0; i < SIXTEEN; i++)
        bits |= (uint32_t)(a.bytes[i] == b.bytes[i]) << i;
    return bits;
}

static inline uint32_t scan16_tops(struct sixteen s)
{
    uint32_t bits = 0;
    for (unsigned i = 0; i < SIXTEEN; i++)
        bits |= (uint32_t)(s.bytes[i] >> 7) << i;
    return bits;
}

static inline struct sixteen scan16_keep(struct sixteen s, size_t count)
{
    memset(s.bytes + count, 0, SIXTEEN - count);
    return s;
}

static inline struct sixteen scan16_or(struct sixteen a, struct sixteen b)
{
    for (unsigned i = 0; i < SIXTEEN; i++)
        a.bytes[i] |= b.bytes[i];
    return a;
}

static inline void scan16_store(struct sixteen s, char *at)
{
    memcpy(at, s.bytes, sizeof s.bytes);
}

static inline uint64_t scan16_low(struct sixteen s)
{
    uint64_t low;
    memcpy(&low, s.bytes, sizeof low);
    return low;
}

static inline uint64_t scan16_high(struct sixteen s)
{
    uint64_t high;
    memcpy(&high, s.bytes + sizeof high, sizeof high);
    return high;
}

#endif

/* Bytes equal to `byte`. */
static inline uint32_t scan16_equal(struct sixteen s, char byte)
{
    return scan16_tops(scan16_where_equal(s, byte));
}

/* Bytes that are at most `byte`, as unsigned numbers. */
static inline uint32_t scan16_up_to(struct sixteen s, unsigned char byte)
{
    return scan16_tops(scan16_where_up_to(s, byte));
}

/* What a JSON string cannot hold as it is: quotes, backslashes, controls. */
static inline uint32_t scan16_string_ends(struct sixteen s)
{
    return scan16_tops(scan16_or(
        scan16_or(scan16_where_equal(s, '"'), scan16_where_equal(s, '\\')),
        scan16_where_up_to(s, ' ' - 1)));
}

/* The first up to sixteen of `left` bytes, *len of them, then zeros. */
static inline struct sixteen scan16_next(const char *at, size_t left,
                                         size_t *len)
{
    if (left >= SIXTEEN) {
        *len = SIXTEEN;
        return scan16_load(at);
    }
    *len = left;
    return scan16_load_some(at, left);
}

/* Four blocks in a row, the results being those of all. */
enum { SIXTYFOUR = 4 * SIXTEEN };

struct sixtyfour {
    struct sixteen at[4];
};

/* The first up to 64 of `left` bytes, *len of them, then zeros. */
static inline struct sixtyfour scan64_next(const char *at, size_t left,
                                           size_t *len)
{
    if (left >= SIXTYFOUR) {
        struct sixtyfour s = {{scan16_load(at), scan16_load(at + SIXTEEN),
                               scan16_load(at + 2 * SIXTEEN),
                               scan16_load(at + 3 * SIXTEEN)}};
        *len = SIXTYFOUR;
        return s;
    }
    struct sixtyfour s;
    for (size_t i = 0, from = 0; i < 4; i++) {
        size_t some;
        s.at[i] = scan16_next(at + from, left - from, &some);
        from += some;
    }
    *len = left;
    return s;
}

static inline uint64_t scan64_join(uint32_t a, uint32_t b, uint32_t c,
                                   uint32_t d)
{
    return a | b << 16 | (uint64_t)(c | d << 16) << 32;
}

static inline uint64_t scan64_equal(const struct sixtyfour *s, char byte)
{
    return scan64_join(
        scan16_equal(s->at[0], byte), scan16_equal(s->at[1], byte),
        scan16_equal(s->at[2], byte), scan16_equal(s->at[3], byte));
}

static inline uint64_t scan64_up_to(const struct sixtyfour *s,
                                    unsigned char byte)
{
    return scan64_join(
        scan16_up_to(s->at[0], byte), scan16_up_to(s->at[1], byte),
        scan16_up_to(s->at[2], byte), scan16_up_to(s->at[3], byte));
}

static inline uint64_t scan64_tops(const struct sixtyfour *s)
{
    return scan64_join(scan16_tops(s->at[0]), scan16_tops(s->at[1]),
                       scan16_tops(s->at[2]), scan16_tops(s->at[3]));
}

static inline bool scan64_any_tops(const struct sixtyfour *s)
{
    return scan16_tops(scan16_or(scan16_or(s->at[0], s->at[1]),
                                 scan16_or(s->at[2], s->at[3]))) != 0;
}

/* The bits below place `at`, which may be SIXTYFOUR. */
static inline uint64_t scan64_before(size_t at)
{
    return at == SIXTYFOUR ? UINT64_MAX : (UINT64_C(1) << at) - 1;
}

static inline size_t scan64_first(uint64_t bits)
{
    return (size_t)__builtin_ctzll(bits);
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
