/*
 * Character encodings by the names that the web gives them, and where a page
 * says which is its own (WHATWG: Encoding Standard; HTML, "determining the
 * character encoding").
 */
#ifndef VTOOLS_PARSE_CHARSET_H
#define VTOOLS_PARSE_CHARSET_H

#include "lib/base/slice.h"

enum charset_kind {
    CHARSET_UTF8,
    CHARSET_WINDOWS_1252,
    CHARSET_SINGLE, /* one byte a character */
    CHARSET_MULTI,
    CHARSET_UTF16
};

struct charset {
    const char *name;  /* as the standard writes it */
    const char *iconv; /* what iconv_open calls it */
    enum charset_kind kind;
    const char *labels; /* with a space before and behind each */
};

/* By a label in any case; NULL when it is none that the standard has. */
const struct charset *charset_find(struct slice label);

/* By the byte order mark, of *len bytes; NULL when there is none. */
const struct charset *charset_of_mark(struct slice page, size_t *len);

/*
 * What an HTML page says of itself near its beginning; NULL when it does not.
 */
const struct charset *charset_of_html(struct slice page);

#endif
