/*
 * Text as it stands in a page, made the text that it means: character
 * references become characters, CR LF and CR become LF, and NUL U+FFFD.
 */
#ifndef VTOOLS_PARSE_HTML_REFERENCES_H
#define VTOOLS_PARSE_HTML_REFERENCES_H

#include "lib/base/slice.h"

enum {
    DECODE_REFERENCES = 1,
    DECODE_ATTRIBUTE = 2, /* with the rules of attributes for references */
    DECODE_KEEP_NUL = 4
};

/* The most bytes that decoding this can give. */
size_t html_decoded_most(struct slice raw);

/* Decodes into `out`, which has room; gives the length. */
size_t html_decode(char *out, struct slice raw, unsigned rules);

#endif
