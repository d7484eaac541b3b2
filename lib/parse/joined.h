/*
 * Pages that were joined into one, as `cat *.txt` does.  A comparison page
 * begins anew where its header stands: "AI tool comparison", a title, and
 * soon the block of the tool that the title names first.
 */
#ifndef VTOOLS_PARSE_JOINED_H
#define VTOOLS_PARSE_JOINED_H

#include "lib/parse/lines.h"

/*
 * The line behind `from` with which the next page begins, or lines->count.
 * When the page before has no final newline the header is glued to its last
 * line, which is cut down to the header then.
 */
size_t joined_next(const struct page_lines *lines, size_t from);

#endif
