/*
 * What the structured data of a page says, whatever its syntax: items with
 * types, and values of properties that are texts or other items.  The readers
 * of the syntaxes add to it; structured.c makes records of it.
 *
 * Items may refer to each other in circles.  Their number and that of the
 * values is limited; what is past the limit is counted.
 */
#ifndef VTOOLS_PARSE_ITEMS_H
#define VTOOLS_PARSE_ITEMS_H

#include "lib/base/bytes.h"
#include "lib/parse/html/html.h"
#include "lib/parse/vocabulary.h"

enum {
    ITEMS_MOST = 1 << 19,
    ITEM_VALUES_MOST = 1 << 20,
    VALUE_DEPTH_MOST = 16 /* when links between items are followed */
};

#define NO_ITEM UINT32_MAX
#define NO_NODE UINT32_MAX

/* In the order in which one is named when several tell of the same thing. */
enum syntax {
    SYNTAX_JSON_LD,
    SYNTAX_MICRODATA,
    SYNTAX_RDFA,
    SYNTAX_MICROFORMATS
};

struct item {
    unsigned types; /* of TYPE_..., together */
    enum syntax syntax;
    size_t offset;  /* in the page */
    bool defined;   /* more is known than that something refers to it */
    bool truncated; /* the page breaks off inside it */
    /* Once items_finish was called: */
    uint32_t first, count; /* its values */
    uint64_t properties;   /* that it has values of, a bit each */
};

/* One of `text`, `node` (whose text it is) and `target` is given. */
struct item_value {
    uint32_t item;
    uint32_t property;
    uint32_t target;
    uint32_t node;
    struct slice text;
    bool folded;
};

/* Everything but the room to work in belongs to the page or the arena. */
struct items {
    struct arena *arena;
    const struct html *html;
    struct item *at;
    size_t count, cap;
    struct item_value *values;
    size_t value_count, value_cap;
    size_t text_left; /* bytes of text that may still be taken from nodes */
    size_t left_out;  /* items, values and texts past the limits */
    bool no_memory;
    struct bytes shown, folded; /* room to work in */
};

void items_init(struct items *items, const struct html *html,
                struct arena *arena);
void items_free(struct items *items);

/* A new item without types; NO_ITEM when there can be no more. */
uint32_t items_add(struct items *items, enum syntax syntax, size_t offset);

/* An item of NO_ITEM and a PROPERTY_OTHER take no values. */
void items_add_text(struct items *items, uint32_t item, enum property property,
                    struct slice text);
void items_add_node(struct items *items, uint32_t item, enum property property,
                    uint32_t node);
void items_add_link(struct items *items, uint32_t item, enum property property,
                    uint32_t target);

/* Orders the values by item and property; none may be added after that. */
void items_finish(struct items *items);

/* An item's values of one property, in page order. */
struct item_values {
    struct item_value *at;
    size_t count;
};

struct item_values items_values(const struct items *items, uint32_t item,
                                enum property property);

/*
 * The folded text of a value: of an item its name.  Unknown when it has none
 * or an empty one.
 */
struct slice items_text(struct items *items, struct item_value *value);

/* The first text that is known of an item's property. */
struct slice items_first_text(struct items *items, uint32_t item,
                              enum property property);

#endif
