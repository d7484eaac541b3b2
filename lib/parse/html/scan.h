/* Running over the bytes of a page. */
#ifndef VTOOLS_PARSE_HTML_SCAN_H
#define VTOOLS_PARSE_HTML_SCAN_H

#include "lib/base/scan16.h"

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
    while (end - at >= SIXTEEN) {
        struct sixteen s = scan16_load(at);
        uint32_t specials =
            scan16_equal(s, '&') | scan16_equal(s, '\r') | scan16_equal(s, 0);
        uint32_t stops = scan16_equal(s, stop);
        size_t before = stops == 0 ? SIXTEEN : scan16_first(stops);
        *special = *special || (specials & scan16_before(before)) != 0;
        at += before;
        if (stops != 0)
            return at;
    }
    while (at < end && *at != stop)
        *special = html_byte_is(*at++, BYTE_SPECIAL) || *special;
    return at;
}

/* How many of the bytes from `at` up to `end` are this one. */
size_t html_count(const char *at, const char *end, char byte);

/* Whether all are printable ASCII, and no two spaces stand together. */
bool html_is_plain(const char *at, const char *end);

/* Whether any of them is & (when asked for), CR or NUL. */
bool html_has_special(const char *at, const char *end, bool ampersands);

#endif
