/* Pages as bytes to pages as UTF-8. */
#ifndef VTOOLS_PARSE_DECODE_H
#define VTOOLS_PARSE_DECODE_H

#include "lib/base/bytes.h"
#include "lib/base/diag.h"
#include "lib/io/page.h"
#include "lib/parse/charset.h"

struct decoding {
    const struct charset *charset; /* what the page was read as */
    const struct charset *denied;  /* what it says it is, and is not; or NULL */
    struct slice unknown; /* the label that is none; or unknown itself */
    bool windows_1252;    /* read so, because nothing in it is UTF-8 */
    bool cut;             /* ended inside a character, which is left out */
    size_t damaged;       /* bytes that stand as U+FFFD now */
    size_t first;         /* offset of the first byte that was no text */
};

/*
 * Decodes a page, without a byte order mark: *text is a slice of its bytes
 * when there is nothing to change and of `out` otherwise, in which case `out`
 * may have failed.
 *
 * A byte order mark says what a page is, then the transport, then the page
 * itself if it is HTML.  What is said to be something else but is UTF-8 is
 * read as that.  Where nobody says anything, or says UTF-8, a page in which
 * bytes past 127 never form UTF-8 is read as windows-1252, as browsers do; in
 * one where they do, the bytes that do not are damage.  So are NUL bytes.
 */
struct decoding decode_page(const struct page *page, struct bytes *out,
                            struct slice *text);

/* Tells what was odd about it. */
void decoding_tell(const struct decoding *decoding, const struct page *page,
                   const struct listener *listener);

#endif
