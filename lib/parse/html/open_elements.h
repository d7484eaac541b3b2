/*
 * The stack of open elements.  Whether an element of some name is open, and
 * whether an end tag reaches it, is known without walking over the stack:
 * each entry knows the nearest boundaries at or below it, and the entries of
 * one name are linked.
 */
#ifndef VTOOLS_PARSE_HTML_OPEN_ELEMENTS_H
#define VTOOLS_PARSE_HTML_OPEN_ELEMENTS_H

#include "lib/parse/html/html.h"
#include "lib/parse/html/tokenizer.h"

/* Positions in the stack; 0, the document, stands for none. */
enum { OPEN_MOST = 60000, OPEN_LISTS = HTML_TAG_COUNT + 256 };

struct open_element {
    uint32_t node;
    uint32_t hash; /* of the name */
    uint16_t list;
    uint16_t before; /* the next entry of the same list, further down */
    /* The nearest at or below this one: */
    uint16_t scope, button_scope, list_scope, table_scope;
    uint16_t special; /* what end tags of ordinary elements do not pass */
    uint16_t item;    /* what a list item is not sought behind */
    uint16_t html;    /* what is not svg or math */
    uint8_t tag;      /* HTML_OTHER for svg, math and all inside them */
    bool foreign;     /* svg, math and all inside them */
    bool integration; /* in which there is HTML again */
    bool ended;       /* its end tag stands inside something it holds */
};

struct open_elements {
    struct html *html;
    struct open_element *at;
    size_t top, most;
    uint16_t last[OPEN_LISTS]; /* the uppermost of each list */
};

/* False when there is no memory. */
bool open_elements_init(struct open_elements *open, struct html *html,
                        size_t depth, struct arena *arena);

/* Pushes the element that a start tag made. */
void open_elements_push(struct open_elements *open, uint32_t node,
                        const struct html_token *token, bool foreign);

/* Ends everything above `position`. */
void open_elements_end_above(struct open_elements *open, size_t position);

/* Ends everything from `position` on; nothing when it is 0. */
void open_elements_end(struct open_elements *open, size_t position);

/*
 * The uppermost open element with this end tag's name that is not below
 * `least` and of HTML, or foreign; 0 when there is none.
 */
size_t open_elements_find(const struct open_elements *open,
                          const struct html_token *token, bool foreign,
                          size_t least);

static inline const struct open_element *
open_elements_top(const struct open_elements *open)
{
    return &open->at[open->top];
}

/* The uppermost open element of this name that is not below `least`. */
static inline size_t open_elements_has(const struct open_elements *open,
                                       enum html_tag tag, size_t least)
{
    return open->last[tag] >= least ? open->last[tag] : 0;
}

#endif
