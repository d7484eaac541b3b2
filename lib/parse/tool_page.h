/*
 * The page of one tool, whole or cut off anywhere.
 *
 *   full form     "Reviews/{category}/{name}" [avatar] name tagline labels
 *   reader form   name tagline
 *   both          "The Panel's Take" description... "Share this verdict"
 *                 "{name} verdict: SHIP" counts address
 *
 * The heading holds the page together; in the full form the breadcrumb says
 * which line is the name, in the reader form the text to share does, and in
 * one cut off before that, the name is the page's first line.
 */
#ifndef VTOOLS_PARSE_TOOL_PAGE_H
#define VTOOLS_PARSE_TOOL_PAGE_H

#include "lib/parse/lines.h"
#include "lib/parse/patterns.h"
#include "lib/parse/records.h"

/*
 * Adds the tool when the page is of this form, and says whether it is.  The
 * record's slices belong to the lines and to the arena of the records.
 */
bool tool_page_read(const struct page_lines *lines, struct patterns *patterns,
                    struct page_records *records);

#endif
