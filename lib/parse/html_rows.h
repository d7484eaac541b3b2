/*
 * What only a style sheet sets apart: texts between tags that are lines of
 * their own, unless they are amid other text, and elements in one line that
 * are the cells of a row, as
 *
 *   <div><span>Pricing</span><span>Free</span> · <span>$8/mo</span></div>
 *
 * What tells is a label.  An element that begins with one, and holds nothing
 * but elements and separators, is a row; so is one that holds two labels of
 * rows, and one beside a row that holds as many cells, three or more.
 */
#ifndef VTOOLS_PARSE_HTML_ROWS_H
#define VTOOLS_PARSE_HTML_ROWS_H

#include "lib/base/arena.h"
#include "lib/parse/html/html.h"

/* What a text between tags, folded (lib/base/text.h), is by its words. */
enum text_role {
    TEXT_ANY,
    TEXT_LINE,     /* a line by itself */
    TEXT_LABEL,    /* the label of a value */
    TEXT_ROW_LABEL /* the label of a row of values */
};

struct text_roles {
    enum text_role (*of)(void *self, struct slice text);
    void *self;
};

/* What is marked of a node. */
enum {
    NODE_ALONE = 1,     /* a text that stands alone */
    NODE_CELL = 2,      /* begins and ends a line */
    NODE_SEPARATOR = 4, /* stands between cells, and is no part of them */
    /* Private. */
    NODE_LABELLED = 8, /* has had the label of a row */
    NODE_LOOKED_AT = 16,
    NODE_ROWS = 32 /* has had rows */
};

/* The marks of all nodes, in the arena; NULL when there is no memory. */
uint8_t *html_rows_mark(const struct html *html, const struct text_roles *roles,
                        struct arena *arena);

#endif
