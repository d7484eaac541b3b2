/*
 * Pages that were joined into one, as `cat *.txt` does.  A comparison page
 * begins anew where its header stands, behind that a title, and soon the block
 * of the tool that the title names first.
 */
#ifndef VTOOLS_PARSE_JOINED_H
#define VTOOLS_PARSE_JOINED_H

#include "lib/parse/lines.h"
#include "lib/parse/patterns.h"

/* Where a page begins. */
struct joint {
    size_t line;
    /*
     * When the page before has no final newline the header is glued to its
     * last line, with which that many bytes of it stand there.
     */
    size_t glued;
};

/*
 * Where the next page begins behind line `from`, by these patterns; at
 * lines->count when none does.  A header that is glued is known when it always
 * says the same.
 */
struct joint joined_next(const struct page_lines *lines, struct patterns *p,
                         size_t from);

#endif
