/* Pages as bytes to pages as UTF-8. */
#ifndef VTOOLS_PARSE_DECODE_H
#define VTOOLS_PARSE_DECODE_H

#include "lib/base/bytes.h"

struct decoding {
    bool windows_1252; /* read so, because nothing in it is UTF-8 */
    bool cut;          /* ended inside a UTF-8 sequence, which is left out */
    size_t damaged;    /* bytes that stand as U+FFFD now */
    size_t first;      /* offset in `raw` of the first byte that was no text */
};

/*
 * Decodes a page, without a byte order mark: *page is a slice of `raw` when
 * there is nothing to change and of `out` otherwise, in which case `out` may
 * have failed.
 *
 * A page in which bytes past 127 never form UTF-8 is read as windows-1252,
 * as browsers do; in one where they do, the bytes that do not are damage.  So
 * are NUL bytes.
 */
struct decoding decode_page(struct slice raw, struct bytes *out,
                            struct slice *page);

#endif
