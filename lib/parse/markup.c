#include "lib/parse/markup.h"

#include "lib/base/text.h"
#include "lib/parse/html/scan.h"
#include "lib/parse/html_text.h"

/* Adds what node `i` shows, and gives the node to go on with. */
static uint32_t add_node(const struct html *html, uint32_t i, struct bytes *out)
{
    const struct html_node *n = &html->nodes[i];
    if (n->kind == HTML_TEXT) {
        html_text_join(out, n->text);
        return i + 1;
    }
    if (html_tag_is(n->tag, TAG_UNSEEN))
        return n->end;
    if (n->tag == HTML_IMG)
        html_text_join(out, html_attribute(html, i, ATTRIBUTE_ALT));
    else if (html_tag_is(n->tag, TAG_LINE))
        html_text_join(out, slice_of(" "));
    return i + 1;
}

/*
 * Adds a space when one of the elements that end between node `last` and
 * node `next` is a block.  Every element ends once, so all calls together are
 * linear.
 */
static void close_blocks(const struct html *html, uint32_t last, uint32_t next,
                         struct bytes *out)
{
    uint32_t parent = html->nodes[next].parent;
    bool block = false;
    for (uint32_t at = last; at > parent; at = html->nodes[at].parent)
        block = block || (html->nodes[at].kind == HTML_ELEMENT &&
                          html_tag_is(html->nodes[at].tag, TAG_LINE));
    if (block)
        html_text_join(out, slice_of(" "));
}

/* The text of a node that holds this alone; unknown of any other. */
static struct slice lone_text(const struct html *html, uint32_t node)
{
    const struct html_node *inside = &html->nodes[node + 1];
    return html->nodes[node].end == node + 2 && inside->kind == HTML_TEXT
               ? inside->text
               : slice_from(NULL, 0);
}

struct slice markup_text(const struct html *html, uint32_t node, size_t *left,
                         struct bytes *room)
{
    const struct html_node *nodes = html->nodes;
    struct slice text = lone_text(html, node);
    size_t spent = text.len;
    uint32_t i = node + 1;
    bytes_clear(room);
    while (!slice_known(text) && i < nodes[node].end && spent < *left) {
        uint32_t from = i;
        size_t before = room->len;
        i = add_node(html, i, room);
        if (i < nodes[node].end)
            close_blocks(html, from, i, room);
        spent += i - from;
        spent += nodes[from].kind == HTML_TEXT ? nodes[from].text.len
                                               : room->len - before;
    }
    bool fits = spent <= *left && (slice_known(text) || i >= nodes[node].end);
    /* Work that was in vain has been done too. */
    *left -= fits ? spent : *left;
    if (!fits || slice_known(text))
        return fits ? text : slice_from(NULL, 0);
    return bytes_slice(room);
}

struct slice markup_next_word(struct slice *words)
{
    struct slice s = *words;
    size_t at = 0;
    while (at < s.len && html_byte_is(s.at[at], BYTE_SPACE))
        at++;
    size_t from = at;
    while (at < s.len && !html_byte_is(s.at[at], BYTE_SPACE))
        at++;
    if (at == from)
        return slice_from(NULL, 0);
    *words = slice_after(s, at);
    return slice_from(s.at + from, at - from);
}

struct slice markup_trimmed(const struct html *html, uint32_t node,
                            enum html_attribute_name attribute)
{
    struct slice value = html_attribute(html, node, attribute);
    return slice_known(value) ? text_trim(value) : value;
}

/* What an element holds in an attribute; unknown when it is its text. */
static struct slice held_value(const struct html *html, uint32_t node)
{
    struct slice content = markup_trimmed(html, node, ATTRIBUTE_CONTENT);
    if (slice_known(content))
        return content;
    switch (html->nodes[node].tag) {
    case HTML_DATA:
    case HTML_METER:
        return markup_trimmed(html, node, ATTRIBUTE_VALUE);
    case HTML_TIME:
        return markup_trimmed(html, node, ATTRIBUTE_DATETIME);
    case HTML_IMG:
    case HTML_AREA:
        return markup_trimmed(html, node, ATTRIBUTE_ALT);
    default:
        return content;
    }
}

/* The address that an element has; unknown when it has none. */
static struct slice address_of(const struct html *html, uint32_t node)
{
    static const enum html_attribute_name attributes[] = {
        ATTRIBUTE_HREF, ATTRIBUTE_SRC, ATTRIBUTE_DATA, ATTRIBUTE_RESOURCE};
    struct slice address = {NULL, 0};
    for (size_t i = 0; i < 4 && !slice_known(address); i++)
        address = markup_trimmed(html, node, attributes[i]);
    return address;
}

static bool is_address(enum property property)
{
    return property == PROPERTY_URL || property == PROPERTY_INTERACTION_TYPE;
}

void markup_add_value(struct items *items, uint32_t item,
                      enum property property, uint32_t node)
{
    const struct html *html = items->html;
    struct slice value = held_value(html, node);
    if (is_address(property) && slice_known(address_of(html, node)))
        value = address_of(html, node);
    else if (!slice_known(value) && html->nodes[node].tag == HTML_LINK)
        value = address_of(html, node);
    if (slice_known(value))
        items_add_text(items, item, property, value);
    else
        items_add_node(items, item, property, node);
}

uint32_t *markup_numbers(struct items *items)
{
    size_t size = items->html->count * sizeof(uint32_t);
    uint32_t *numbers = arena_alloc(items->arena, size);
    if (numbers == NULL)
        items->no_memory = true;
    else
        memset(numbers, 0xff, size);
    return numbers;
}

void markup_mark_truncated(struct items *items, const uint32_t *scopes)
{
    const struct html *html = items->html;
    for (uint32_t i = html->open; i != 0; i = html->nodes[i].parent)
        if (scopes[i] != NO_ITEM)
            items->at[scopes[i]].truncated = true;
}
