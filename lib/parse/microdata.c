#include "lib/base/table.h"
#include "lib/parse/markup.h"
#include "lib/parse/syntaxes.h"

/*
 * Elements that are looked at because of an itemref: every item may name the
 * same large part of a page, which no page in earnest does many times.
 */
enum { REFERRED_TIMES = 4, REFERRED_ALWAYS = 1024 };

#define OF_MICRODATA (ATTRIBUTE_SET(ITEMSCOPE) | ATTRIBUTE_SET(ITEMPROP))

/* Attributes of which is kept what they mean: pages repeat a few. */
enum { KEPT_MOST = 64 };

/* Types, or one property; none, and so nothing is kept, at first. */
struct meaning {
    struct slice value; /* of the attribute */
    unsigned is;
};

struct microdata {
    struct items *items;
    const struct html *html;
    uint32_t *scopes; /* the item that an element's content belongs to */
    struct meaning types[KEPT_MOST], properties[KEPT_MOST];
    struct table ids;
    size_t visits_left;
};

static enum property property_of(struct slice name)
{
    bool address = memchr(name.at, ':', name.len) != NULL;
    return vocabulary_property(address ? vocabulary_local(name) : name);
}

/* Where the meaning of a value is kept, if it is. */
static struct meaning *place_of(struct meaning *kept, struct slice value)
{
    size_t place = value.len;
    if (value.len != 0)
        place += (unsigned char)value.at[0] +
                 3 * (size_t)(unsigned char)value.at[value.len - 1];
    return &kept[place % KEPT_MOST];
}

/* Adds an element's value, or the item that it is, as a property. */
static void add_property(struct microdata *m, uint32_t item,
                         enum property property, uint32_t node, uint32_t own)
{
    if (property == PROPERTY_OTHER || item == NO_ITEM)
        return;
    if (own != NO_ITEM)
        items_add_link(m->items, item, property, own);
    else
        markup_add_value(m->items, item, property, node);
}

static void add_properties(struct microdata *m, uint32_t item, uint32_t node,
                           uint32_t own)
{
    struct slice names = html_attribute(m->html, node, ATTRIBUTE_ITEMPROP);
    struct slice rest = names, name;
    struct meaning *kept = place_of(m->properties, names);
    if (slice_equal(kept->value, names)) {
        add_property(m, item, (enum property)kept->is, node, own);
        return;
    }
    while (name = markup_next_word(&rest), slice_known(name)) {
        enum property property = property_of(name);
        add_property(m, item, property, node, own);
        if (name.len == names.len)
            *kept = (struct meaning){names, property};
    }
}

static unsigned types_of(struct microdata *m, struct slice names)
{
    struct slice rest = names, type;
    struct meaning *kept = place_of(m->types, names);
    if (slice_equal(kept->value, names))
        return kept->is;
    *kept = (struct meaning){names, 0};
    while (type = markup_next_word(&rest), slice_known(type)) {
        struct slice name = vocabulary_local(type);
        kept->is |= slice_known(name) ? vocabulary_type(name) : TYPE_OTHER;
    }
    return kept->is;
}

static uint32_t add_item(struct microdata *m, uint32_t node)
{
    uint32_t item =
        items_add(m->items, SYNTAX_MICRODATA, m->html->nodes[node].offset);
    if (item != NO_ITEM)
        m->items->at[item].types =
            types_of(m, html_attribute(m->html, node, ATTRIBUTE_ITEMTYPE));
    return item;
}

static void visit(struct microdata *m, uint32_t node)
{
    const struct html *html = m->html;
    uint32_t outer = m->scopes[html->nodes[node].parent], own = NO_ITEM;
    m->scopes[node] = outer;
    if (!html_has(html, node, OF_MICRODATA))
        return;
    bool scope = html_has(html, node, ATTRIBUTE_SET(ITEMSCOPE));
    if (scope)
        own = m->scopes[node] = add_item(m, node);
    if (!scope || own != NO_ITEM)
        add_properties(m, outer, node, own);
}

/* -- itemref ------------------------------------------------------------ */

static void note_ids(struct microdata *m)
{
    for (uint32_t i = 1; i < m->html->count; i++) {
        struct slice id = html_attribute(m->html, i, ATTRIBUTE_ID);
        bool added;
        if (id.len != 0 && table_add(&m->ids, id, i, &added) == NULL)
            m->items->no_memory = true;
    }
}

/* Adds the properties in an element that an item refers to. */
static void adopt(struct microdata *m, uint32_t item, uint32_t start)
{
    const struct html *html = m->html;
    /* Of what is inside the item everything is there already. */
    if (m->scopes[html->nodes[start].parent] == item)
        return;
    for (uint32_t i = start; i < html->nodes[start].end;) {
        if (m->visits_left == 0) {
            m->items->left_out++;
            return;
        }
        m->visits_left--;
        uint32_t next = i + 1;
        if (html_has(html, i, OF_MICRODATA)) {
            bool scope = html_has(html, i, ATTRIBUTE_SET(ITEMSCOPE));
            uint32_t own = scope ? m->scopes[i] : NO_ITEM;
            if (!scope || own != NO_ITEM)
                add_properties(m, item, i, own);
            if (scope)
                next = html->nodes[i].end;
        }
        i = next;
    }
}

static void follow_references(struct microdata *m)
{
    const struct html *html = m->html;
    m->visits_left = (size_t)html->count * REFERRED_TIMES + REFERRED_ALWAYS;
    note_ids(m);
    for (uint32_t i = 1; i < html->count; i++) {
        if (!html_has(html, i, ATTRIBUTE_SET(ITEMSCOPE)) ||
            m->scopes[i] == NO_ITEM)
            continue;
        struct slice names = html_attribute(html, i, ATTRIBUTE_ITEMREF), name;
        while (name = markup_next_word(&names), slice_known(name)) {
            size_t *found = table_find(&m->ids, name);
            if (found != NULL)
                adopt(m, m->scopes[i], (uint32_t)*found);
        }
    }
    table_free(&m->ids);
}

void microdata_read(struct items *items)
{
    struct microdata m = {.items = items, .html = items->html};
    if ((m.html->known & ATTRIBUTE_SET(ITEMSCOPE)) == 0)
        return;
    m.scopes = markup_numbers(items);
    if (m.scopes == NULL)
        return;
    for (uint32_t i = 1; i < m.html->count; i++)
        visit(&m, i);
    if ((m.html->known & ATTRIBUTE_SET(ITEMREF)) != 0)
        follow_references(&m);
    markup_mark_truncated(items, m.scopes);
}
