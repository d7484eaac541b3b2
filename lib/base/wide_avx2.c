/*
 * Thirty-two bytes at once.  Only this file is compiled for AVX2, function by
 * function, and none of it runs where wide_best has not found it.
 */
#include "lib/base/scan16.h"
#include "lib/base/wide.h"

#ifdef SCAN_REGISTERS

#include <immintrin.h>

#define AVX2 __attribute__((target("avx2")))

enum { WIDTH = 32 };

static inline AVX2 __m256i load(const char *at)
{
    return _mm256_loadu_si256((const __m256i *)at);
}

static inline AVX2 uint32_t top_bits(__m256i bytes)
{
    return (uint32_t)_mm256_movemask_epi8(bytes);
}

/* What a JSON string cannot hold as it is. */
static inline AVX2 uint32_t string_ends(__m256i bytes)
{
    const __m256i last_control = _mm256_set1_epi8(0x1f);
    __m256i quotes = _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8('"'));
    __m256i backslashes = _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8('\\'));
    __m256i controls =
        _mm256_cmpeq_epi8(_mm256_min_epu8(bytes, last_control), bytes);
    return top_bits(
        _mm256_or_si256(_mm256_or_si256(quotes, backslashes), controls));
}

static AVX2 const char *plain_end(const char *at, const char *end,
                                  bool *past_ascii)
{
    __m256i all = _mm256_setzero_si256();
    uint32_t ends = 0, tops = 0;
    for (; ends == 0 && end - at >= WIDTH; at += WIDTH) {
        __m256i bytes = load(at);
        ends = string_ends(bytes);
        if (ends == 0)
            all = _mm256_or_si256(all, bytes);
        else
            tops = top_bits(bytes);
    }
    /* The bits below the lowest of the ends. */
    if (ends != 0)
        tops &= (ends & -ends) - 1;
    if ((top_bits(all) | tops) != 0)
        *past_ascii = true;
    return ends != 0 ? at - WIDTH + __builtin_ctz(ends)
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

static inline AVX2 __m256i look_up(const unsigned char table[16],
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

static AVX2 bool is_wrong(__m256i bytes, __m256i before)
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

static AVX2 size_t utf8_start(struct slice s)
{
    enum { CUT_OFF = 3 }; /* how much of a sequence a block may end with */
    size_t at = 0;
    uint32_t tops_before = 0;
    __m256i before = _mm256_setzero_si256();
    for (; s.len - at >= WIDTH; at += WIDTH) {
        __m256i bytes = load(s.at + at);
        uint32_t tops = top_bits(bytes);
        if ((tops | tops_before >> (WIDTH - CUT_OFF)) != 0 &&
            is_wrong(bytes, before))
            break;
        before = bytes;
        tops_before = tops;
    }
    return whole_sequences(s, at);
}

const struct wide wide_avx2 = {"AVX2", plain_end, utf8_start};

#endif
