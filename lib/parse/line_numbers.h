/* Which line of a page a byte of it is in. */
#ifndef VTOOLS_PARSE_LINE_NUMBERS_H
#define VTOOLS_PARSE_LINE_NUMBERS_H

#include "lib/base/arena.h"

/* Made once for a page; then every offset, in any order, costs the same. */
struct line_numbers {
    struct slice page;
    size_t *before; /* line ends before each block of the page */
};

/* False when there is no memory. */
bool line_numbers_init(struct line_numbers *numbers, struct slice page,
                       struct arena *arena);

/* The line, from 1, that the byte at `offset` is in. */
size_t line_number_at(const struct line_numbers *numbers, size_t offset);

/*
 * How many lines end from `from` up to `to`: by LF, CR LF or CR, the middle
 * one where its LF stands.
 */
size_t count_line_ends(struct slice page, size_t from, size_t to);

#endif
