#include "lib/parse/html/open_elements.h"

bool open_elements_init(struct open_elements *open, struct html *html,
                        size_t depth, struct arena *arena)
{
    *open = (struct open_elements){.html = html};
    open->most = depth < 2 ? 2 : depth > OPEN_MOST ? OPEN_MOST : depth;
    open->at = arena_alloc(arena, (open->most + 1) * sizeof *open->at);
    if (open->at == NULL)
        return false;
    open->at[0] = (struct open_element){0};
    return true;
}

/* Elements without a list of their own share some by their hash. */
static uint16_t list_of(enum html_tag tag, uint32_t hash)
{
    return (uint16_t)(tag != HTML_OTHER ? (uint32_t)tag
                                        : HTML_TAG_COUNT + (hash & 255));
}

/* Foreign elements in which HTML is read again. */
static bool is_integration(const struct html *html, uint32_t node)
{
    static const struct slice names[] = {SLICE("foreignobject"),
                                         SLICE("desc"),
                                         SLICE("title"),
                                         SLICE("mi"),
                                         SLICE("mo"),
                                         SLICE("mn"),
                                         SLICE("ms"),
                                         SLICE("mtext")};
    struct slice name = html->nodes[node].name;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (slice_equal(name, names[i]))
            return true;
    if (!slice_equal(name, slice_of("annotation-xml")))
        return false;
    struct slice encoding = html_attribute(html, node, ATTRIBUTE_ENCODING);
    return slice_is(encoding, "text/html") ||
           slice_is(encoding, "application/xhtml+xml");
}

/* Whether a special element cannot stand between a <li> or <dd> and its like.
 */
static bool is_item_boundary(enum html_tag tag)
{
    switch (tag) {
    case HTML_ADDRESS:
    case HTML_DIV:
    case HTML_P:
    case HTML_LI:
    case HTML_DD:
    case HTML_DT:
        return false;
    default:
        return true;
    }
}

/*
 * What one element hands on to the next is copied member by member: copied as
 * a whole, right behind having been written so, it makes a processor wait.
 */
static void set_boundaries(struct open_element *e,
                           const struct open_element *below, uint16_t position)
{
    enum html_tag tag = (enum html_tag)e->tag;
    bool scope = html_tag_is(tag, TAG_SCOPE) || e->integration;
    bool special = html_tag_is(tag, TAG_SPECIAL) || e->integration;
    e->scope = scope ? position : below->scope;
    e->button_scope =
        scope || tag == HTML_BUTTON ? position : below->button_scope;
    e->list_scope = scope || tag == HTML_OL || tag == HTML_UL
                        ? position
                        : below->list_scope;
    e->table_scope = tag == HTML_TABLE || tag == HTML_TEMPLATE
                         ? position
                         : below->table_scope;
    e->special = special ? position : below->special;
    e->item = special && is_item_boundary(tag) ? position : below->item;
    e->html = e->foreign ? below->html : position;
}

void open_elements_push(struct open_elements *open, uint32_t node,
                        const struct html_token *token, bool foreign)
{
    const struct open_element *below = &open->at[open->top];
    uint16_t position = (uint16_t)++open->top;
    struct open_element *e = &open->at[position];
    e->node = node;
    e->hash = token->hash;
    e->tag = foreign ? HTML_OTHER : (uint8_t)token->tag;
    e->foreign = foreign;
    e->integration = foreign && is_integration(open->html, node);
    e->ended = false;
    e->list = list_of((enum html_tag)e->tag, e->hash);
    e->before = open->last[e->list];
    open->last[e->list] = position;
    set_boundaries(e, below, position);
}

static void pop(struct open_elements *open)
{
    const struct open_element *e = &open->at[open->top--];
    open->html->nodes[e->node].end = open->html->count;
    open->last[e->list] = e->before;
}

void open_elements_end_above(struct open_elements *open, size_t position)
{
    while (open->top > position)
        pop(open);
    while (open->top != 0 && open_elements_top(open)->ended)
        pop(open);
}

void open_elements_end(struct open_elements *open, size_t position)
{
    if (position != 0)
        open_elements_end_above(open, position - 1);
}

size_t open_elements_find(const struct open_elements *open,
                          const struct html_token *token, bool foreign,
                          size_t least)
{
    if (!foreign && token->tag != HTML_OTHER)
        return open_elements_has(open, token->tag, least);
    size_t position = open->last[list_of(HTML_OTHER, token->hash)];
    while (position != 0 && position >= least) {
        const struct open_element *e = &open->at[position];
        if (e->foreign == foreign && e->hash == token->hash &&
            slice_equal(open->html->nodes[e->node].name, token->name))
            return position;
        position = e->before;
    }
    return 0;
}
