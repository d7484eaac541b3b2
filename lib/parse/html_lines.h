/*
 * The lines of an HTML page, as a reader sees them: blocks, list items, table
 * cells and <br> break lines, all else goes on in the same line.  What is not
 * shown (scripts, the head, hidden elements) is left out.
 */
#ifndef VTOOLS_PARSE_HTML_LINES_H
#define VTOOLS_PARSE_HTML_LINES_H

#include "lib/parse/html/html.h"
#include "lib/parse/html_rows.h"
#include "lib/parse/lines.h"

/*
 * Offsets are those of the page's source.  There are no gaps.  The last line
 * is not ended where the page breaks off before anything ended it.  Labels and
 * rows are told by `roles`; where it is NULL there are none.  False when there
 * is no memory.
 */
bool html_lines_read(struct page_lines *lines, const struct html *html,
                     const struct text_roles *roles, struct arena *arena);

/*
 * Whether two lines look alike: their elements are of the same name and stand
 * equally deep.  Of text nobody knows, and all lines do.
 */
bool html_lines_alike(const struct page_lines *lines, size_t a, size_t b);

/*
 * Whether line `i` and the next belong together more than to those around
 * them: some element holds just the two, each in an element or with a colon
 * between them, or they are a term and what it means (<dt>, <dd>).  Of text
 * nobody knows, and none do.
 */
bool html_lines_paired(const struct page_lines *lines, size_t i);

#endif
