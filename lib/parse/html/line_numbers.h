/*
 * Which line of a page a byte of it is in.  Lines end by LF, CR LF or CR, the
 * middle one where its LF stands.
 */
#ifndef VTOOLS_PARSE_HTML_LINE_NUMBERS_H
#define VTOOLS_PARSE_HTML_LINE_NUMBERS_H

#include "lib/base/arena.h"

/* Made once for a page; then every offset, in any order, costs the same. */
struct line_numbers {
    struct slice page;
    bool any_cr;    /* in the page */
    size_t *before; /* line ends before each block of the page */
};

/* False when there is no memory. */
bool line_numbers_init(struct line_numbers *numbers, struct slice page,
                       struct arena *arena);

/* The line, from 1, that the byte at `offset` is in. */
size_t line_number_at(const struct line_numbers *numbers, size_t offset);

#endif
