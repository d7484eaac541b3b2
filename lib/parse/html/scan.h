/*
 * Running over the bytes of a page.  Where the processor has SSE2, sixteen
 * bytes at a time are looked at; the plain loops give the same.
 */
#ifndef VTOOLS_PARSE_HTML_SCAN_H
#define VTOOLS_PARSE_HTML_SCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#if defined(__x86_64__) && !defined(VTOOLS_PLAIN)
#include <emmintrin.h>
#define HTML_SCAN_WIDE 1
#endif

/* What a byte means in a tag; BYTE_UPPER is also what makes it small. */
enum {
    BYTE_SPACE = 1,         /* tab, LF, FF, CR, space */
    BYTE_NAME_END = 2,      /* space, / and > */
    BYTE_ATTRIBUTE_END = 4, /* the same and = */
    BYTE_VALUE_END = 8,     /* space and > */
    BYTE_LETTER = 16,
    BYTE_UPPER = 32,
    BYTE_DIGIT = 64,
    BYTE_SPECIAL = 128 /* & CR NUL: text with these must be decoded */
};

extern const unsigned char html_byte_kinds[256];

static inline bool html_byte_is(char byte, unsigned kinds)
{
    return (html_byte_kinds[(unsigned char)byte] & kinds) != 0;
}

/*
 * The first `stop` from `at` on, or `end`; *special is set when text that
 * must be decoded stands before it.
 */
static inline const char *html_scan_to(const char *at, const char *end,
                                       char stop, bool *special)
{
#ifdef HTML_SCAN_WIDE
    const __m128i stops = _mm_set1_epi8(stop), nul = _mm_setzero_si128();
    const __m128i ampersand = _mm_set1_epi8('&'), cr = _mm_set1_epi8('\r');
    while (end - at >= 16) {
        __m128i bytes = _mm_loadu_si128((const void *)at);
        __m128i specials =
            _mm_or_si128(_mm_cmpeq_epi8(bytes, ampersand),
                         _mm_or_si128(_mm_cmpeq_epi8(bytes, cr),
                                      _mm_cmpeq_epi8(bytes, nul)));
        unsigned found = (unsigned)_mm_movemask_epi8(specials);
        unsigned stopped =
            (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, stops));
        if (stopped != 0) {
            unsigned before = (stopped & (0u - stopped)) - 1;
            *special = *special || (found & before) != 0;
            return at + __builtin_ctz(stopped);
        }
        *special = *special || found != 0;
        at += 16;
    }
#endif
    while (at < end && *at != stop)
        *special = html_byte_is(*at++, BYTE_SPECIAL) || *special;
    return at;
}

#ifdef HTML_SCAN_WIDE
/*
 * How many of sixteen bytes may be those of a name: up to white space, / and
 * > and, of an attribute, =, though never the first of these.  *plain: the
 * name ends within them, and has neither capitals nor NUL.
 */
static inline unsigned html_scan_name(__m128i bytes, bool attribute,
                                      bool *plain)
{
    const __m128i space = _mm_set1_epi8(' ');
    __m128i low = _mm_cmpeq_epi8(_mm_min_epu8(bytes, space), bytes);
    __m128i stops = _mm_or_si128(
        _mm_or_si128(low, _mm_cmpeq_epi8(bytes, _mm_set1_epi8('/'))),
        _mm_cmpeq_epi8(bytes, _mm_set1_epi8('>')));
    if (attribute)
        stops = _mm_or_si128(stops, _mm_cmpeq_epi8(bytes, _mm_set1_epi8('=')));
    __m128i capitals =
        _mm_and_si128(_mm_cmpgt_epi8(bytes, _mm_set1_epi8('A' - 1)),
                      _mm_cmplt_epi8(bytes, _mm_set1_epi8('Z' + 1)));
    unsigned stopped = (unsigned)_mm_movemask_epi8(stops) & ~1u;
    unsigned odd = (unsigned)_mm_movemask_epi8(capitals) |
                   ((unsigned)_mm_movemask_epi8(low) & 1u);
    *plain = stopped != 0 && (odd & ((stopped & (0u - stopped)) - 1)) == 0;
    return stopped == 0 ? 16 : (unsigned)__builtin_ctz(stopped);
}

/* The first of sixteen bytes, NUL for the others; `count` from 1 to 16. */
static inline __m128i html_scan_first(__m128i bytes, unsigned count)
{
    static const signed char kept[32] = {-1, -1, -1, -1, -1, -1, -1, -1,
                                         -1, -1, -1, -1, -1, -1, -1, -1};
    return _mm_and_si128(bytes,
                         _mm_loadu_si128((const void *)(kept + 16 - count)));
}
#endif

/* How many of the bytes from `at` up to `end` are this one. */
size_t html_count(const char *at, const char *end, char byte);

/* Whether all are printable ASCII, and no two spaces stand together. */
bool html_is_plain(const char *at, const char *end);

/* Whether any of them is & (when asked for), CR or NUL. */
bool html_has_special(const char *at, const char *end, bool ampersands);

#endif
