/*
 * Thirty-two bytes at once.  This is compiled for AVX2, function by function,
 * and none of it runs where wide_best has not found it.
 */
#define SCAN_AVX2

#include "lib/base/folding.h"
#include "lib/base/scan32.h"
#include "lib/base/wide.h"

#ifdef SCAN_REGISTERS

static SCAN_TARGET const char *plain_end(const char *at, const char *end,
                                         bool *past_ascii)
{
    uint32_t ends = 0, tops = 0;
    for (; ends == 0 && end - at >= THIRTYTWO; at += THIRTYTWO) {
        struct thirtytwo bytes = scan32_load(at);
        ends = scan32_string_ends(bytes);
        /* The bits below the lowest of the ends. */
        tops |= scan32_tops(bytes) & ((ends & -ends) - 1);
    }
    if (tops != 0)
        *past_ascii = true;
    return ends != 0 ? at - THIRTYTWO + scan16_first(ends)
                     : wide_sse2.plain_end(at, end, past_ascii);
}

/*
 * UTF-8 by looking up what the halves of two neighbours may mean (Keiser and
 * Lemire, "Validating UTF-8 in less than one instruction per byte", 2020).
 * Each bit is a way in which a byte is wrong behind the one before it; it is
 * so when all three tables say it.
 */
enum {
    TOO_SHORT = 1 << 0,  /* a first byte, or ASCII, where one should follow */
    TOO_LONG = 1 << 1,   /* a following byte behind ASCII */
    OVERLONG_3 = 1 << 2, /* E0 80..9F */
    TOO_LARGE = 1 << 3,  /* F4 90.., F5.. */
    SURROGATE = 1 << 4,  /* ED A0.. */
    OVERLONG_2 = 1 << 5, /* C0, C1 */
    OVERLONG_4 = 1 << 6, /* F0 80..8F, and the same of F5.. */
    TWO_FOLLOW = 1 << 7, /* right only as a third or fourth byte */
    CARRY = TOO_SHORT | TOO_LONG | TWO_FOLLOW,
    FOLLOWS = TOO_LONG | OVERLONG_2 | TWO_FOLLOW,
    PAST_FIRST_4 = TOO_LARGE | OVERLONG_4
};

static inline SCAN_TARGET __m256i look_up(const unsigned char table[16],
                                          __m256i halves)
{
    return _mm256_shuffle_epi8(
        _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)table)),
        halves);
}

/* The bytes `back` before each, the first of them from the block before. */
#define BYTES_BACK(bytes, before, back)                                        \
    _mm256_alignr_epi8((bytes),                                                \
                       _mm256_permute2x128_si256((before), (bytes), 0x21),     \
                       16 - (back))

#define FOUR_OF(ways) (ways), (ways), (ways), (ways)

/* By the high and the low half of a byte, and the high half of the next. */
static const unsigned char first_high[16] = {
    FOUR_OF(TOO_LONG),
    FOUR_OF(TOO_LONG),
    FOUR_OF(TWO_FOLLOW),
    TOO_SHORT | OVERLONG_2,
    TOO_SHORT,
    TOO_SHORT | OVERLONG_3 | SURROGATE,
    TOO_SHORT | PAST_FIRST_4,
};

static const unsigned char first_low[16] = {
    CARRY | OVERLONG_3 | OVERLONG_2 | OVERLONG_4,
    CARRY | OVERLONG_2,
    CARRY,
    CARRY,
    CARRY | TOO_LARGE,
    CARRY | PAST_FIRST_4,
    CARRY | PAST_FIRST_4,
    CARRY | PAST_FIRST_4,
    FOUR_OF(CARRY | PAST_FIRST_4),
    CARRY | PAST_FIRST_4,
    CARRY | PAST_FIRST_4 | SURROGATE,
    CARRY | PAST_FIRST_4,
    CARRY | PAST_FIRST_4,
};

static const unsigned char second_high[16] = {
    FOUR_OF(TOO_SHORT),
    FOUR_OF(TOO_SHORT),
    FOLLOWS | OVERLONG_3 | OVERLONG_4,
    FOLLOWS | OVERLONG_3 | TOO_LARGE,
    FOLLOWS | SURROGATE | TOO_LARGE,
    FOLLOWS | SURROGATE | TOO_LARGE,
    FOUR_OF(TOO_SHORT),
};

static SCAN_TARGET bool is_wrong(__m256i bytes, __m256i before)
{
    const __m256i low_half = _mm256_set1_epi8(0x0f);
    const __m256i top_bit = _mm256_set1_epi8((char)0x80);
    __m256i first = BYTES_BACK(bytes, before, 1);
    __m256i wrong = _mm256_and_si256(
        _mm256_and_si256(
            look_up(first_high,
                    _mm256_and_si256(_mm256_srli_epi16(first, 4), low_half)),
            look_up(first_low, _mm256_and_si256(first, low_half))),
        look_up(second_high,
                _mm256_and_si256(_mm256_srli_epi16(bytes, 4), low_half)));
    /* Two following bytes in a row are right exactly behind E0.. and F0... */
    __m256i third = _mm256_subs_epu8(BYTES_BACK(bytes, before, 2),
                                     _mm256_set1_epi8((char)(0xe0 - 0x80)));
    __m256i fourth = _mm256_subs_epu8(BYTES_BACK(bytes, before, 3),
                                      _mm256_set1_epi8((char)(0xf0 - 0x80)));
    __m256i must = _mm256_and_si256(_mm256_or_si256(third, fourth), top_bit);
    wrong = _mm256_xor_si256(wrong, must);
    return !_mm256_testz_si256(wrong, wrong);
}

/* Up to where whole sequences go in bytes that are right up to `at`. */
static size_t whole_sequences(struct slice s, size_t at)
{
    const unsigned char *behind = (const unsigned char *)s.at + at;
    for (size_t back = 1; back <= 3 && back <= at; back++)
        if (behind[-(ptrdiff_t)back] >= 0x100 - (0x80 >> back))
            return at - back;
    return at;
}

static SCAN_TARGET size_t utf8_start(struct slice s)
{
    enum { CUT_OFF = 3 }; /* how much of a sequence a block may end with */
    size_t at = 0;
    uint32_t tops_before = 0;
    __m256i before = _mm256_setzero_si256();
    for (; s.len - at >= THIRTYTWO; at += THIRTYTWO) {
        struct thirtytwo block = scan32_load(s.at + at);
        uint32_t tops = scan32_tops(block);
        if ((tops | tops_before >> (THIRTYTWO - CUT_OFF)) != 0 &&
            is_wrong(block.bytes, before))
            break;
        before = block.bytes;
        tops_before = tops;
    }
    return whole_sequences(s, at);
}

/* Spaces before spaces, controls, and what is past ASCII. */
static inline SCAN_TARGET uint32_t odd_in_folded(const char *at)
{
    const __m256i space = _mm256_set1_epi8(' ');
    __m256i bytes = scan32_load(at).bytes, behind = scan32_load(at + 1).bytes;
    __m256i pairs = _mm256_and_si256(_mm256_cmpeq_epi8(bytes, space),
                                     _mm256_cmpeq_epi8(behind, space));
    /* As signed numbers those past 127 are below zero. */
    __m256i below = _mm256_cmpgt_epi8(space, bytes);
    return (uint32_t)_mm256_movemask_epi8(_mm256_or_si256(pairs, below));
}

/*
 * Whether 32 bytes are folded, all that is past ASCII up to *next having been
 * seen with the bytes before.
 */
static inline SCAN_TARGET bool block_is_folded(const char *at,
                                               const char **next)
{
    uint32_t odd = odd_in_folded(at);
    if (odd == 0)
        return true;
    if (odd != scan32_tops(scan32_load(at)))
        return false;
    size_t seen = *next < at ? 0 : (size_t)(*next - at);
    while (seen < THIRTYTWO && (odd &= UINT32_MAX << seen) != 0) {
        const unsigned char *c = (const unsigned char *)at + scan16_first(odd);
        if (!folding_keeps(c))
            return false;
        seen = scan16_first(odd) + (c[0] < 0xe0 ? 2 : 3);
    }
    *next = at + seen;
    return true;
}

/*
 * Each byte is seen with the one behind it, so the last byte is looked at by
 * itself; the last block begins within the one before.
 */
static SCAN_TARGET bool is_folded(struct slice s)
{
    const char *at = s.at, *last = s.at + s.len - FOLDED_LEAST;
    const char *next = at;
    if (*at == ' ' || (unsigned char)s.at[s.len - 1] <= ' ')
        return false;
    for (; at < last; at += THIRTYTWO)
        if (!block_is_folded(at, &next))
            return false;
    return block_is_folded(last, &next);
}

const struct wide wide_avx2 = {"AVX2", plain_end, utf8_start, is_folded};

#endif
