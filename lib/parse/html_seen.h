/* What of an HTML page a reader sees, and whether a page is one. */
#ifndef VTOOLS_PARSE_HTML_SEEN_H
#define VTOOLS_PARSE_HTML_SEEN_H

#include "lib/parse/html/html.h"

/* The attributes that may hide an element. */
#define HTML_HIDING                                                            \
    (ATTRIBUTE_SET(HIDDEN) | ATTRIBUTE_SET(STYLE) | ATTRIBUTE_SET(ARIA_HIDDEN))

/* Of an element that may be hidden, as few are: what html_is_seen says. */
bool html_is_odd_seen(const struct html *html, uint32_t node, bool svg);

/*
 * Whether this element is shown, as far as its name and attributes tell;
 * `svg`: it is inside an <svg>.
 */
static inline bool html_is_seen(const struct html *html, uint32_t node,
                                bool svg)
{
    enum html_tag tag = (enum html_tag)html->nodes[node].tag;
    bool odd = tag == HTML_OTHER || tag == HTML_DIALOG ||
               html_tag_is(tag, TAG_UNSEEN) ||
               html_has(html, node, HTML_HIDING);
    return !odd || html_is_odd_seen(html, node, svg);
}

/*
 * Whether this text, or all that this element holds, is a separator, as the
 * dot between "74/100" and "ship".
 */
bool html_is_separator(const struct html *html, uint32_t node);

/*
 * Whether a page is HTML: its first byte that is not white space is `<`, and
 * within a kilobyte of it a doctype, a comment or a tag that is known begins.
 */
bool html_looks_like(struct slice page);

#endif
