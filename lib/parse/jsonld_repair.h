/*
 * JSON-LD as pages have it, made valid JSON where that needs no guessing.
 *
 * Passed over are: a byte order mark, comments, CDATA and `<!-- -->` around
 * it, commas and semicolons that separate nothing, closing brackets that
 * close nothing.  In strings, control characters become spaces, and escapes
 * that JSON does not know become what they say.  A text that breaks off is
 * closed where it does.  Each of these is counted.
 *
 * Numbers become strings, so that they keep their digits as stated.  Each
 * object gets a member "@offset", where it began in the page, and those in
 * which the text broke off a member "@truncated".
 */
#ifndef VTOOLS_PARSE_JSONLD_REPAIR_H
#define VTOOLS_PARSE_JSONLD_REPAIR_H

#include "lib/base/bytes.h"

/*
 * jansson takes several hundred bytes for an object and one hundred for a
 * value, so both are limited for a page.
 */
enum {
    JSONLD_DEPTH_MOST = 256,
    JSONLD_OBJECTS_MOST = 1 << 18,
    JSONLD_VALUES_MOST = 1 << 20
};

/* What is left of the limits, and what was done. */
struct jsonld_counts {
    size_t objects, values; /* so far on the page */
    size_t repaired;        /* places */
    size_t left_out;        /* values past a limit */
};

/* What may come next inside a text. */
enum jsonld_state {
    JSONLD_KEY,
    JSONLD_COLON,
    JSONLD_VALUE, /* of a key */
    JSONLD_ELEMENT,
    JSONLD_NEXT /* a comma or an end */
};

/*
 * Takes one text (an object or an array) after the other.  Starts with
 * script, offset and counts given, the rest zeroed.
 */
struct jsonld_repair {
    struct slice script;
    size_t offset; /* of the script's first byte in the page */
    struct jsonld_counts *counts;
    struct bytes out; /* the text */
    /* Private. */
    size_t at;
    struct bytes open; /* brackets */
    enum jsonld_state state;
    bool comma;    /* is due before the next value */
    bool inserted; /* it is due because of "@offset" */
};

/*
 * Makes the next object or array in the script valid, in r->out; false when
 * there is none.
 */
bool jsonld_repair_next(struct jsonld_repair *r);

/*
 * Takes the string that begins at r->at; it is closed also where the text
 * breaks off.
 */
void jsonld_take_string(struct jsonld_repair *r);

void jsonld_repair_free(struct jsonld_repair *r);

#endif
