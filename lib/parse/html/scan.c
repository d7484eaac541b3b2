#include "lib/parse/html/scan.h"

#if defined(__SSE2__) && !defined(VTOOLS_PLAIN)
#include <emmintrin.h>
#define HTML_COUNT_WIDE 1
#endif

enum {
    SPACE = BYTE_SPACE | BYTE_NAME_END | BYTE_ATTRIBUTE_END | BYTE_VALUE_END,
    UPPER = BYTE_LETTER | BYTE_UPPER,
    SMALL = BYTE_LETTER,
    DIGIT = BYTE_DIGIT
};

#define TIMES_10(first, kinds)                                                 \
    [first] = (kinds), [(first) + 1] = (kinds), [(first) + 2] = (kinds),       \
    [(first) + 3] = (kinds), [(first) + 4] = (kinds), [(first) + 5] = (kinds), \
    [(first) + 6] = (kinds), [(first) + 7] = (kinds), [(first) + 8] = (kinds), \
    [(first) + 9] = (kinds)

/* An alphabet: ten letters, ten more, and the last six. */
#define ALPHABET(first, kinds)                                                 \
    TIMES_10(first, kinds), TIMES_10((first) + 10, kinds),                     \
        [(first) + 20] = (kinds), [(first) + 21] = (kinds),                    \
                   [(first) + 22] = (kinds), [(first) + 23] = (kinds),         \
                   [(first) + 24] = (kinds), [(first) + 25] = (kinds)

const unsigned char html_byte_kinds[256] = {
    ['\t'] = SPACE,
    ['\n'] = SPACE,
    ['\f'] = SPACE,
    ['\r'] = SPACE | BYTE_SPECIAL,
    [' '] = SPACE,
    ['/'] = BYTE_NAME_END | BYTE_ATTRIBUTE_END,
    ['>'] = BYTE_NAME_END | BYTE_ATTRIBUTE_END | BYTE_VALUE_END,
    ['='] = BYTE_ATTRIBUTE_END,
    ['&'] = BYTE_SPECIAL,
    ['\0'] = BYTE_SPECIAL,
    ALPHABET('A', UPPER),
    ALPHABET('a', SMALL),
    TIMES_10('0', DIGIT),
};

#ifdef HTML_COUNT_WIDE
/*
 * Counts in counters of a byte, four times sixteen of them, which hold 255
 * rounds.
 */
static size_t count_wide(const char **at, const char *end, char byte)
{
    const __m128i wanted = _mm_set1_epi8(byte), zero = _mm_setzero_si128();
    size_t count = 0;
    while (end - *at >= 64) {
        size_t rounds = (size_t)(end - *at) / 64;
        const char *stop = *at + (rounds < 255 ? rounds : 255) * 64;
        __m128i sums = zero;
        __m128i counters[4] = {zero, zero, zero, zero};
        for (; *at < stop; *at += 64)
            for (int i = 0; i < 4; i++)
                counters[i] = _mm_sub_epi8(
                    counters[i],
                    _mm_cmpeq_epi8(
                        _mm_loadu_si128((const __m128i *)(*at + i * 16)),
                        wanted));
        for (int i = 0; i < 4; i++)
            sums = _mm_add_epi64(sums, _mm_sad_epu8(counters[i], zero));
        count += (size_t)_mm_cvtsi128_si32(sums);
        count += (size_t)_mm_cvtsi128_si32(_mm_srli_si128(sums, 8));
    }
    return count;
}
#endif

size_t html_count(const char *at, const char *end, char byte)
{
    size_t count = 0;
#ifdef HTML_COUNT_WIDE
    count = count_wide(&at, end, byte);
#endif
    for (; end - at >= SIXTEEN; at += SIXTEEN)
        for (uint32_t found = scan16_equal(scan16_load(at), byte); found != 0;
             found &= found - 1)
            count++;
    while (at < end)
        count += *at++ == byte;
    return count;
}

bool html_is_plain(const char *at, const char *end)
{
    uint32_t space = 0; /* whether one stands before these bytes */
    size_t len;
    for (; at < end; at += len) {
        struct sixteen s = scan16_next(at, (size_t)(end - at), &len);
        uint32_t spaces = scan16_equal(s, ' ');
        uint32_t odd = scan16_up_to(s, ' ' - 1) | scan16_tops(s) |
                       scan16_equal(s, 0x7f) | (spaces & (spaces << 1 | space));
        if ((odd & scan16_before(len)) != 0)
            return false;
        space = spaces >> (len - 1);
    }
    return true;
}

bool html_has_special(const char *at, const char *end, bool ampersands)
{
    size_t len = (size_t)(end - at);
    return len != 0 &&
           (memchr(at, '\r', len) != NULL || memchr(at, '\0', len) != NULL ||
            (ampersands && memchr(at, '&', len) != NULL));
}
