#include "lib/parse/html/scan.h"

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

#ifdef SCAN_REGISTERS
static inline __m128i count_sixteen(__m128i counters, const char *at,
                                    __m128i wanted)
{
    return _mm_sub_epi8(counters,
                        _mm_cmpeq_epi8(scan16_load(at).bytes, wanted));
}

/*
 * Counts up to where fewer than sixteen bytes are left, in sixteen counters
 * of a byte, which overflow after 255 blocks.
 */
static size_t count_blocks(const char **from, const char *end, char byte)
{
    enum { BLOCKS_MOST = 252 };
    const __m128i wanted = _mm_set1_epi8(byte), zero = _mm_setzero_si128();
    const char *at = *from;
    size_t count = 0, blocks;
    while (blocks = (size_t)(end - at) / SIXTEEN, blocks != 0) {
        const char *stop =
            at + (blocks < BLOCKS_MOST ? blocks : BLOCKS_MOST) * SIXTEEN;
        __m128i counters = zero;
        for (; stop - at >= SIXTYFOUR; at += SIXTYFOUR) {
            counters = count_sixteen(counters, at, wanted);
            counters = count_sixteen(counters, at + SIXTEEN, wanted);
            counters = count_sixteen(counters, at + 2 * SIXTEEN, wanted);
            counters = count_sixteen(counters, at + 3 * SIXTEEN, wanted);
        }
        for (; at < stop; at += SIXTEEN)
            counters = count_sixteen(counters, at, wanted);
        struct sixteen sums = {_mm_sad_epu8(counters, zero)};
        count += scan16_low(sums) + scan16_high(sums);
    }
    *from = at;
    return count;
}
#endif

size_t html_count(const char *at, const char *end, char byte)
{
    size_t count = 0;
#ifdef SCAN_REGISTERS
    count = count_blocks(&at, end, byte);
#endif
    while (at < end)
        count += *at++ == byte;
    return count;
}

/*
 * What is not plain of sixteen bytes; *space is whether a space stands before
 * them, and then before the next.
 */
static inline uint32_t not_plain(struct sixteen s, uint32_t *space)
{
    uint32_t printable = scan16_tops(scan16_where_between(s, ' ', '~'));
    uint32_t spaces = scan16_equal(s, ' ');
    uint32_t behind_space = spaces << 1 | *space;
    *space = spaces >> (SIXTEEN - 1);
    return ~printable | (spaces & behind_space);
}

bool html_is_plain(const char *at, const char *end)
{
    uint32_t space = 0;
    for (; end - at >= SIXTEEN; at += SIXTEEN)
        if ((not_plain(scan16_load(at), &space) & scan16_before(SIXTEEN)) != 0)
            return false;
    size_t len = (size_t)(end - at);
    return (not_plain(scan16_load_some(at, len), &space) &
            scan16_before(len)) == 0;
}

bool html_has_special(const char *at, const char *end, bool ampersands)
{
    size_t len = (size_t)(end - at);
    return len != 0 &&
           (memchr(at, '\r', len) != NULL || memchr(at, '\0', len) != NULL ||
            (ampersands && memchr(at, '&', len) != NULL));
}
