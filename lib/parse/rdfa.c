#include "lib/base/array.h"
#include "lib/base/table.h"
#include "lib/parse/markup.h"
#include "lib/parse/syntaxes.h"

/*
 * Prefixes are looked for among the nearest ones, so that a page that
 * declares a million of them gains nothing.
 */
enum { PREFIXES_MOST = 32 };

/* A prefix that stands for a known vocabulary. */
struct prefix {
    struct slice name;
    uint32_t outer; /* the one declared before it, around here */
};

#define NO_PREFIX UINT32_MAX

/* The attributes that make or change items, and those that only name. */
#define OF_ITEMS                                                               \
    (ATTRIBUTE_SET(TYPEOF) | ATTRIBUTE_SET(PROPERTY) | ATTRIBUTE_SET(ABOUT) |  \
     ATTRIBUTE_SET(RESOURCE))
#define OF_RDFA                                                                \
    (OF_ITEMS | ATTRIBUTE_SET(VOCAB) | ATTRIBUTE_SET(PREFIX) |                 \
     ATTRIBUTE_SET(XMLNS))

struct rdfa {
    struct items *items;
    const struct html *html;
    uint32_t *subjects;      /* the item that an element's content is about */
    uint32_t *prefixes_of;   /* the innermost prefix */
    unsigned char *is_known; /* names without prefix are of a vocabulary */
    struct prefix *prefixes;
    size_t prefix_count, prefix_cap;
    struct table ids;
};

/* -- names -------------------------------------------------------------- */

static void add_prefix(struct rdfa *r, uint32_t node, struct slice name)
{
    struct prefix *prefixes =
        array_room_in(r->items->arena, r->prefixes, r->prefix_count,
                      &r->prefix_cap, sizeof *prefixes);
    if (prefixes == NULL) {
        r->items->no_memory = true;
        return;
    }
    r->prefixes = prefixes;
    prefixes[r->prefix_count] = (struct prefix){name, r->prefixes_of[node]};
    r->prefixes_of[node] = (uint32_t)r->prefix_count++;
}

/* `prefix="s: http://schema.org/"`, and XML's way to say it. */
static void read_prefixes(struct rdfa *r, uint32_t node)
{
    const struct html_node *n = &r->html->nodes[node];
    struct slice words = html_attribute(r->html, node, ATTRIBUTE_PREFIX), name;
    while (name = markup_next_word(&words), slice_known(name)) {
        struct slice address = markup_next_word(&words);
        if (slice_known(address) && name.at[name.len - 1] == ':' &&
            vocabulary_is_known(address))
            add_prefix(r, node, slice_from(name.at, name.len - 1));
    }
    if (!html_has(r->html, node, ATTRIBUTE_SET(XMLNS)))
        return;
    for (uint32_t i = 0; i < n->attribute_count; i++) {
        const struct html_attribute *a = &r->html->attributes[n->attribute + i];
        if (a->known == ATTRIBUTE_XMLNS && vocabulary_is_known(a->value))
            add_prefix(r, node, slice_after(a->name, strlen("xmlns:")));
    }
}

static bool is_known_prefix(const struct rdfa *r, uint32_t node,
                            struct slice name)
{
    uint32_t at = r->prefixes_of[node];
    for (int i = 0; i < PREFIXES_MOST && at != NO_PREFIX; i++) {
        if (slice_equal(r->prefixes[at].name, name))
            return true;
        at = r->prefixes[at].outer;
    }
    return slice_is(name, "schema") || slice_is(name, "v");
}

/* The name without vocabulary; unknown when it is of none that is known. */
static struct slice resolve(const struct rdfa *r, uint32_t node,
                            struct slice name)
{
    const char *colon = memchr(name.at, ':', name.len);
    if (colon == NULL)
        return r->is_known[node] ? name : slice_from(NULL, 0);
    struct slice local = vocabulary_local(name);
    if (slice_known(local))
        return local;
    size_t len = (size_t)(colon - name.at);
    return is_known_prefix(r, node, slice_from(name.at, len))
               ? slice_after(name, len + 1)
               : slice_from(NULL, 0);
}

/* -- items -------------------------------------------------------------- */

/* What the element says it is about, by name; unknown when it has none. */
static struct slice id_of(const struct rdfa *r, uint32_t node)
{
    struct slice id = markup_trimmed(r->html, node, ATTRIBUTE_ABOUT);
    return slice_known(id) ? id
                           : markup_trimmed(r->html, node, ATTRIBUTE_RESOURCE);
}

/* The item of that name, or a new one. */
static uint32_t item_of(struct rdfa *r, struct slice id, uint32_t node)
{
    size_t *known = id.len == 0 ? NULL : table_find(&r->ids, id);
    if (known != NULL)
        return (uint32_t)*known;
    uint32_t item =
        items_add(r->items, SYNTAX_RDFA, r->html->nodes[node].offset);
    bool added;
    if (item != NO_ITEM && id.len != 0 &&
        table_add(&r->ids, id, item, &added) == NULL)
        r->items->no_memory = true;
    return item;
}

static uint32_t add_typed(struct rdfa *r, uint32_t node, struct slice types)
{
    uint32_t item = item_of(r, id_of(r, node), node);
    struct slice type;
    if (item == NO_ITEM)
        return item;
    struct item *it = &r->items->at[item];
    if (!it->defined)
        it->offset = r->html->nodes[node].offset;
    it->defined = true;
    while (type = markup_next_word(&types), slice_known(type)) {
        struct slice name = resolve(r, node, type);
        it->types |= slice_known(name) ? vocabulary_type(name) : TYPE_OTHER;
    }
    return item;
}

static void add_properties(struct rdfa *r, uint32_t node, uint32_t subject,
                           struct slice names, uint32_t typed)
{
    struct slice name;
    struct slice resource = markup_trimmed(r->html, node, ATTRIBUTE_RESOURCE);
    bool content =
        slice_known(html_attribute(r->html, node, ATTRIBUTE_CONTENT));
    while (name = markup_next_word(&names), slice_known(name)) {
        struct slice local = resolve(r, node, name);
        enum property property =
            slice_known(local) ? vocabulary_property(local) : PROPERTY_OTHER;
        if (property == PROPERTY_OTHER || subject == NO_ITEM)
            continue;
        if (typed != NO_ITEM)
            items_add_link(r->items, subject, property, typed);
        else if (resource.len != 0 && !content && property != PROPERTY_URL)
            items_add_link(r->items, subject, property,
                           item_of(r, resource, node));
        else
            markup_add_value(r->items, subject, property, node);
    }
}

static void visit(struct rdfa *r, uint32_t node)
{
    const struct html *html = r->html;
    const struct html_node *n = &html->nodes[node];
    uint32_t subject = r->subjects[n->parent], typed = NO_ITEM;
    r->subjects[node] = subject;
    r->prefixes_of[node] = r->prefixes_of[n->parent];
    r->is_known[node] = r->is_known[n->parent];
    if (!html_has(html, node, OF_RDFA))
        return;
    struct slice vocabulary = markup_trimmed(html, node, ATTRIBUTE_VOCAB);
    if (slice_known(vocabulary))
        r->is_known[node] = vocabulary_is_known(vocabulary);
    read_prefixes(r, node);
    struct slice types = html_attribute(html, node, ATTRIBUTE_TYPEOF);
    struct slice names = html_attribute(html, node, ATTRIBUTE_PROPERTY);
    struct slice about = markup_trimmed(html, node, ATTRIBUTE_ABOUT);
    if (slice_known(types))
        typed = r->subjects[node] = add_typed(r, node, types);
    else if (slice_known(about) || !slice_known(names)) {
        struct slice id = id_of(r, node);
        if (id.len != 0)
            r->subjects[node] = item_of(r, id, node);
    }
    if (slice_known(names) && (!slice_known(types) || typed != NO_ITEM))
        add_properties(r, node,
                       slice_known(about) && typed == NO_ITEM
                           ? r->subjects[node]
                           : subject,
                       names, typed);
}

void rdfa_read(struct items *items)
{
    struct rdfa r = {.items = items, .html = items->html};
    if ((r.html->known & OF_ITEMS) == 0)
        return;
    r.subjects = markup_numbers(items);
    r.prefixes_of = markup_numbers(items);
    r.is_known = arena_array(items->arena, items->html->count + 1, 1);
    if (r.subjects == NULL || r.prefixes_of == NULL || r.is_known == NULL) {
        items->no_memory = true;
        return;
    }
    for (uint32_t i = 1; i < r.html->count; i++)
        visit(&r, i);
    markup_mark_truncated(items, r.subjects);
    table_free(&r.ids);
}
