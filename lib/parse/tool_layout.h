/* Which lines of a tool's page are what. */
#ifndef VTOOLS_PARSE_TOOL_LAYOUT_H
#define VTOOLS_PARSE_TOOL_LAYOUT_H

#include "lib/parse/lines.h"
#include "lib/parse/patterns.h"

/* A page being read. */
struct tool_page {
    const struct page_lines *lines;
    struct patterns *patterns;
};

/* NO_LINE where there is none. */
struct tool_layout {
    size_t begin; /* the breadcrumb or the name */
    size_t crumb, name, tagline;
    struct slice category; /* which the breadcrumb names */
    size_t labels;         /* the first of them */
    size_t heading;        /* or the page's end */
    size_t share; /* the heading of the text to share, or the page's end */
};

/* False when the page is not one of a tool. */
bool tool_layout_find(const struct tool_page *page, struct tool_layout *layout);

/* Whether line `i` says that the text to share about `name` follows. */
bool tool_page_shares(const struct tool_page *page, size_t i,
                      struct slice name);

#endif
