/* Running over the bytes of a page. */
#ifndef VTOOLS_PARSE_HTML_SCAN_H
#define VTOOLS_PARSE_HTML_SCAN_H

#include "lib/base/ascii.h"
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

/* Whether this stands at `at`, in capitals or small letters. */
static inline bool html_stands(const char *at, const char *end,
                               const char *small)
{
    for (; *small != '\0'; small++, at++)
        if (at == end || ascii_small(*at) != *small)
            return false;
    return true;
}

/* What does not go on a name in small letters: what ends it, and capitals. */
static inline uint32_t html_name_ends(struct sixteen s)
{
    struct sixteen low =
        scan16_or(scan16_where_up_to(s, ' '), scan16_where_equal(s, '/'));
    struct sixteen high = scan16_or(scan16_where_between(s, '=', '>'),
                                    scan16_where_between(s, 'A', 'Z'));
    return scan16_tops(scan16_or(low, high));
}

/* Text with these must be decoded: & CR NUL. */
static inline uint32_t html_specials(struct sixteen s)
{
    return scan16_tops(scan16_or(
        scan16_or(scan16_where_equal(s, '&'), scan16_where_equal(s, '\r')),
        scan16_where_equal(s, '\0')));
}

/*
 * The first `stop` from `at` on, or `end`; *special is set when text that
 * must be decoded stands before it.
 */
static inline const char *html_scan_to(const char *at, const char *end,
                                       char stop, bool *special)
{
    for (; end - at >= SIXTEEN; at += SIXTEEN) {
        struct sixteen s = scan16_load(at);
        uint32_t stops = scan16_equal(s, stop);
        uint32_t specials = html_specials(s);
        if (stops != 0) {
            /* The bits up to the lowest of the stops. */
            *special = *special || (specials & (stops ^ (stops - 1))) != 0;
            return at + scan16_first(stops);
        }
        *special = *special || specials != 0;
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
