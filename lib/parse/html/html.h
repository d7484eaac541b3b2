/*
 * HTML pages as a flat array of nodes, in document order.
 *
 * A tokenizer as the WHATWG describes it reads the whole page; what it gives
 * becomes nodes by the few rules that the structure of a page hangs on (void
 * and raw text elements, end tags that are implied, table parts, lists).
 * Whatever comes, time and memory are linear in the page's length, and depth
 * and the numbers of attributes and nodes are limited; what a limit left out
 * is counted.
 *
 * What the standard would make up is not made up: no <html>, <head>, <body> or
 * <tbody> that the page does not write, and no <b> that goes on in the next
 * paragraph.  What stands in a table but in no cell stays there.  <noscript>
 * has elements, as where there are no scripts.
 */
#ifndef VTOOLS_PARSE_HTML_HTML_H
#define VTOOLS_PARSE_HTML_HTML_H

#include <stdint.h>

#include "lib/base/arena.h"
#include "lib/parse/html/attributes.h"
#include "lib/parse/html/line_numbers.h"
#include "lib/parse/html/tags.h"

enum html_kind { HTML_ELEMENT, HTML_TEXT };

struct html_attribute {
    struct slice name;  /* in small letters */
    struct slice value; /* decoded; empty when there is none */
    enum html_attribute_name known;
};

/*
 * Node 0 is the document itself, an element without a name.  The descendants
 * of node `i` are the nodes from i + 1 up to `end`.
 */
struct html_node {
    uint8_t kind; /* an enum html_kind */
    uint8_t tag;  /* an enum html_tag; HTML_OTHER too inside svg and math */
    uint16_t attribute_count;
    uint32_t attribute; /* the first, in html.attributes */
    uint32_t parent;
    uint32_t end;
    html_attribute_set known; /* of these, by name */
    struct slice name;        /* of an element, in small letters */
    struct slice text;        /* of a text, character references decoded */
    size_t offset;            /* where it begins in the page */
};

struct html_limits {
    size_t depth;      /* deeper elements become siblings */
    size_t attributes; /* of one element, at most 65,535 */
    size_t nodes;      /* of a page; the others are left out */
};

/* Everything belongs to the arena or to the page. */
struct html {
    struct slice page;
    struct line_numbers lines;
    struct html_node *nodes;
    uint32_t count;
    struct html_attribute *attributes;
    html_attribute_set known; /* of all nodes */
    uint32_t open;            /* the innermost element that nothing ended */
    bool whole;  /* </body> or </html> stands; then nothing is open */
    bool jsonld; /* no HTML, but JSON-LD, as the only text */
    size_t too_deep, attributes_left_out, nodes_left_out;
};

extern const struct html_limits html_default_limits;

/* Reads a page, valid UTF-8.  False when there is no memory. */
bool html_read(struct html *html, struct slice page,
               const struct html_limits *limits, struct arena *arena);

/* Whether the node has any of these attributes. */
static inline bool html_has(const struct html *html, uint32_t node,
                            html_attribute_set any)
{
    return (html->nodes[node].known & any) != 0;
}

/* The value of an attribute that the node has. */
struct slice html_own_attribute(const struct html *html, uint32_t node,
                                enum html_attribute_name name);

/* An attribute's value; unknown when the node has none of that name. */
static inline struct slice html_attribute(const struct html *html,
                                          uint32_t node,
                                          enum html_attribute_name name)
{
    return html_has(html, node, (html_attribute_set)1 << name)
               ? html_own_attribute(html, node, name)
               : slice_from(NULL, 0);
}

/* Whether the node is an element of this name. */
bool html_is(const struct html *html, uint32_t node, const char *name);

/*
 * All text inside a node as it stands, in the arena; with *failed set when
 * there is no memory.
 */
struct slice html_text_content(const struct html *html, uint32_t node,
                               struct arena *arena, bool *failed);

#endif
