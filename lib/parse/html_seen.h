/* What of an HTML page a reader sees, and whether a page is one. */
#ifndef VTOOLS_PARSE_HTML_SEEN_H
#define VTOOLS_PARSE_HTML_SEEN_H

#include "lib/parse/html/html.h"

/*
 * Whether this element is shown, as far as its name and attributes tell;
 * `svg`: it is inside an <svg>.
 */
bool html_is_seen(const struct html *html, uint32_t node, bool svg);

/*
 * Whether this text, or all that this element holds, is a separator, as the
 * dot between "74/100" and "ship".
 */
bool html_is_separator(const struct html *html, uint32_t node);

#endif
