#include "lib/parse/html/scan.h"

#include <string.h>

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

#ifdef HTML_SCAN_WIDE
/* Counts in sixteen counters of a byte, which hold 255 rounds. */
static size_t count_wide(const char **at, const char *end, char byte)
{
    const __m128i wanted = _mm_set1_epi8(byte), zero = _mm_setzero_si128();
    size_t count = 0;
    while (end - *at >= 16) {
        __m128i counters = zero;
        for (int round = 0; round < 255 && end - *at >= 16; round++) {
            __m128i bytes = _mm_loadu_si128((const void *)*at);
            counters = _mm_sub_epi8(counters, _mm_cmpeq_epi8(bytes, wanted));
            *at += 16;
        }
        __m128i sums = _mm_sad_epu8(counters, zero);
        count += (size_t)_mm_cvtsi128_si32(sums);
        count += (size_t)_mm_cvtsi128_si32(_mm_srli_si128(sums, 8));
    }
    return count;
}
#endif

size_t html_count(const char *at, const char *end, char byte)
{
    size_t count = 0;
#ifdef HTML_SCAN_WIDE
    count = count_wide(&at, end, byte);
#endif
    while (at < end)
        count += *at++ == byte;
    return count;
}

bool html_is_plain(const char *at, const char *end)
{
    bool space = false;
#ifdef HTML_SCAN_WIDE
    const __m128i spaces = _mm_set1_epi8(' '), last = _mm_set1_epi8(0x7f);
    while (end - at >= 16) {
        __m128i bytes = _mm_loadu_si128((const void *)at);
        /* Bytes past 127 are negative, and so less than a space. */
        __m128i odd = _mm_or_si128(_mm_cmplt_epi8(bytes, spaces),
                                   _mm_cmpeq_epi8(bytes, last));
        unsigned found =
            (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, spaces));
        if (_mm_movemask_epi8(odd) != 0 ||
            (found & (found << 1 | (space ? 1u : 0u))) != 0)
            return false;
        space = (found & 0x8000) != 0;
        at += 16;
    }
#endif
    for (; at < end; at++) {
        unsigned char c = (unsigned char)*at;
        if (c < ' ' || c > '~' || (space && c == ' '))
            return false;
        space = c == ' ';
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
