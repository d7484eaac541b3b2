#include "lib/base/array.h"
#include "lib/parse/markup.h"
#include "lib/parse/microformats_names.h"
#include "lib/parse/syntaxes.h"

/* An item being read, beside what the items hold of it. */
struct root {
    struct microformat_root format;
    uint32_t node;
    bool is_explicit; /* has what forbids to imply its name */
    bool has_name, has_url;
};

/* The values that an element gave, from..to in items->values. */
struct given {
    uint32_t from, to;
};

struct microformats {
    struct items *items;
    const struct html *html;
    uint32_t first;      /* item; those before are of other syntaxes */
    uint32_t *scopes;    /* the item that an element's content belongs to */
    uint32_t *holders;   /* the nearest element that is a property */
    struct given *given; /* of each element */
    struct root *roots;  /* by item, from `first` */
    size_t root_cap;
};

static struct root *root_of(struct microformats *m, uint32_t item)
{
    return item == NO_ITEM ? NULL : &m->roots[item - m->first];
}

/* A new item; NO_ITEM when there can be none. */
static uint32_t add_root(struct microformats *m, uint32_t node,
                         struct microformat_root format)
{
    uint32_t item =
        items_add(m->items, SYNTAX_MICROFORMATS, m->html->nodes[node].offset);
    if (item == NO_ITEM)
        return NO_ITEM;
    size_t index = item - m->first;
    struct root *roots = array_room_in(m->items->arena, m->roots, index,
                                       &m->root_cap, sizeof *roots);
    if (roots == NULL) {
        m->items->no_memory = true;
        return NO_ITEM;
    }
    m->roots = roots;
    roots[index] = (struct root){.format = format, .node = node};
    m->items->at[item].types = format.types;
    return item;
}

/* -- values ------------------------------------------------------------- */

/*
 * What an element holds in an attribute, for a property whose prefix is
 * `kind`; unknown when it is its text.
 */
static struct slice held_value(const struct html *html, uint32_t node,
                               char kind)
{
    static const struct {
        char kind; /* ' ': any */
        enum html_tag element;
        enum html_attribute_name attribute;
    } holders[] = {
        {'u', HTML_A, ATTRIBUTE_HREF},
        {'u', HTML_AREA, ATTRIBUTE_HREF},
        {'u', HTML_LINK, ATTRIBUTE_HREF},
        {'u', HTML_IMG, ATTRIBUTE_SRC},
        {'u', HTML_AUDIO, ATTRIBUTE_SRC},
        {'u', HTML_VIDEO, ATTRIBUTE_SRC},
        {'u', HTML_SOURCE, ATTRIBUTE_SRC},
        {'u', HTML_IFRAME, ATTRIBUTE_SRC},
        {'u', HTML_OBJECT, ATTRIBUTE_DATA},
        {'d', HTML_TIME, ATTRIBUTE_DATETIME},
        {'d', HTML_INS, ATTRIBUTE_DATETIME},
        {'d', HTML_DEL, ATTRIBUTE_DATETIME},
        {' ', HTML_ABBR, ATTRIBUTE_TITLE},
        {' ', HTML_LINK, ATTRIBUTE_TITLE},
        {' ', HTML_DATA, ATTRIBUTE_VALUE},
        {' ', HTML_INPUT, ATTRIBUTE_VALUE},
        {' ', HTML_METER, ATTRIBUTE_VALUE},
        {' ', HTML_IMG, ATTRIBUTE_ALT},
        {' ', HTML_AREA, ATTRIBUTE_ALT},
        {' ', HTML_TIME, ATTRIBUTE_DATETIME},
        {' ', HTML_META, ATTRIBUTE_CONTENT},
    };
    struct slice value = {NULL, 0};
    for (size_t i = 0; i < sizeof holders / sizeof *holders; i++)
        if (!slice_known(value) &&
            html->nodes[node].tag == holders[i].element &&
            (holders[i].kind == kind || holders[i].kind == ' '))
            value = markup_trimmed(html, node, holders[i].attribute);
    return value;
}

static void add_value(struct microformats *m, uint32_t item,
                      enum property property, uint32_t node, char kind)
{
    struct slice value = {NULL, 0};
    if (kind != 'e')
        value = held_value(m->html, node, kind);
    if (slice_known(value))
        items_add_text(m->items, item, property, value);
    else
        items_add_node(m->items, item, property, node);
}

/*
 * The value class pattern: an element of class `value` in a property holds
 * its value.  Of several the first is taken; it is the number of a rating and
 * the day of a date.
 */
static void replace_value(struct microformats *m, uint32_t node, bool title)
{
    uint32_t holder = m->holders[m->html->nodes[node].parent];
    if (holder == NO_NODE)
        return;
    struct given *given = &m->given[holder];
    struct slice value = title ? markup_trimmed(m->html, node, ATTRIBUTE_TITLE)
                               : held_value(m->html, node, 'p');
    for (uint32_t i = given->from; i < given->to; i++) {
        struct item_value *v = &m->items->values[i];
        if (v->target == NO_ITEM) {
            v->text = value;
            v->node = slice_known(value) ? NO_NODE : node;
        }
    }
    given->to = given->from;
}

/* -- elements ----------------------------------------------------------- */

static bool has_prefix(struct slice class, size_t *len)
{
    static const struct slice prefixes[] = {SLICE("p-"), SLICE("u-"),
                                            SLICE("dt-"), SLICE("e-")};
    for (size_t i = 0; i < 4; i++)
        if (class.len > prefixes[i].len && slice_starts(class, prefixes[i])) {
            char c = class.at[prefixes[i].len];
            *len = prefixes[i].len;
            return c >= 'a' && c <= 'z';
        }
    return false;
}

/*
 * The root that an element begins.  In a classic review the thing and the
 * reviewer are items too, though they need no class that says so.
 */
static struct microformat_root find_root(struct slice words,
                                         const struct root *scope)
{
    static const struct microformat_root thing = {MICROFORMAT_THING, true,
                                                  TYPE_OTHER};
    struct microformat_root found = {MICROFORMAT_NONE, false, 0};
    bool implied = false;
    struct slice class;
    bool in_classic = scope != NULL && scope->format.classic &&
                      scope->format.kind != MICROFORMAT_THING;
    while (class = markup_next_word(&words), slice_known(class)) {
        struct microformat_root root = microformat_root(class);
        if (root.kind != MICROFORMAT_NONE &&
            (found.kind == MICROFORMAT_NONE || found.classic))
            found = root;
        implied =
            implied || slice_is(class, "item") || slice_is(class, "reviewer");
    }
    return found.kind == MICROFORMAT_NONE && in_classic && implied ? thing
                                                                   : found;
}

/* Adds one class that is a property of the item around the element. */
static bool add_property(struct microformats *m, uint32_t node, uint32_t item,
                         struct slice class, uint32_t own)
{
    struct root *root = root_of(m, item);
    size_t prefix = 0;
    bool classic = root->format.classic;
    bool prefixed = has_prefix(class, &prefix);
    if (classic ? prefixed : !prefixed)
        return false;
    struct slice name = slice_after(class, prefix);
    enum property property =
        microformat_property(root->format.kind, classic, name);
    char kind = prefix != 0                 ? class.at[0]
                : property == PROPERTY_URL  ? 'u'
                : property == PROPERTY_DATE ? 'd'
                                            : 'p';
    root->is_explicit = root->is_explicit || kind == 'p' || kind == 'e';
    root->has_url = root->has_url || kind == 'u';
    root->has_name =
        root->has_name || property == PROPERTY_NAME || slice_is(name, "name");
    if (property == PROPERTY_OTHER)
        return prefixed;
    if (own != NO_ITEM)
        items_add_link(m->items, item, property, own);
    else
        add_value(m, item, property, node, kind);
    return true;
}

/* `class="item fn"`: the name of the item that the element itself is. */
static void add_own_name(struct microformats *m, uint32_t node, uint32_t own)
{
    struct root *root = root_of(m, own);
    if (root->format.classic && root->format.kind == MICROFORMAT_THING) {
        add_value(m, own, PROPERTY_NAME, node, 'p');
        root->has_name = true;
    }
}

static void visit(struct microformats *m, uint32_t node)
{
    const struct html_node *n = &m->html->nodes[node];
    uint32_t outer = m->scopes[n->parent], own = NO_ITEM;
    m->scopes[node] = outer;
    m->holders[node] = m->holders[n->parent];
    struct slice words = html_attribute(m->html, node, ATTRIBUTE_CLASS), class;
    if (words.len == 0)
        return;
    struct microformat_root format = find_root(words, root_of(m, outer));
    if (format.kind != MICROFORMAT_NONE) {
        own = add_root(m, node, format);
        if (own == NO_ITEM)
            return;
        m->scopes[node] = own;
        m->holders[node] = NO_NODE;
    }
    uint32_t from = (uint32_t)m->items->value_count;
    bool is_property = false;
    while (class = markup_next_word(&words), slice_known(class)) {
        if (slice_is(class, "value") || slice_is(class, "value-title"))
            replace_value(m, node, class.len > 5);
        else if (own != NO_ITEM && slice_is(class, "fn"))
            add_own_name(m, node, own);
        else if (outer != NO_ITEM)
            is_property |= add_property(m, node, outer, class, own);
    }
    struct root *around = root_of(m, outer);
    if (own != NO_ITEM && outer != NO_ITEM) {
        around->is_explicit = true;
        /* A review inside a product is about it, said so or not. */
        if (!is_property && around->format.types == TYPE_TOOL &&
            (format.types & (TYPE_REVIEW | TYPE_AGGREGATE_RATING)) != 0)
            items_add_link(m->items, outer, PROPERTY_REVIEW, own);
    }
    if (own == NO_ITEM && is_property) {
        m->holders[node] = node;
        m->given[node] = (struct given){from, (uint32_t)m->items->value_count};
    }
}

/* -- what is implied ---------------------------------------------------- */

/* The only child that is an element, and is a link; NO_NODE when not so. */
static uint32_t only_link(const struct html *html, uint32_t node)
{
    uint32_t found = NO_NODE;
    for (uint32_t i = node + 1; i < html->nodes[node].end;
         i = html->nodes[i].end) {
        if (html->nodes[i].kind != HTML_ELEMENT)
            continue;
        if (found != NO_NODE)
            return NO_NODE;
        found = i;
    }
    return found != NO_NODE && html->nodes[found].tag == HTML_A ? found
                                                                : NO_NODE;
}

static void imply(struct microformats *m, uint32_t item)
{
    struct root *root = root_of(m, item);
    bool review = root->format.kind == MICROFORMAT_REVIEW;
    /* A classic item has a name even if its parts have none of a name. */
    bool forbidden = root->format.classic ? root->has_name : root->is_explicit;
    if (!forbidden && (!root->format.classic || !review))
        add_value(m, item, review ? PROPERTY_HEADLINE : PROPERTY_NAME,
                  root->node, 'p');
    if (root->has_url || root->format.kind != MICROFORMAT_THING)
        return;
    uint32_t link = m->html->nodes[root->node].tag == HTML_A
                        ? root->node
                        : only_link(m->html, root->node);
    if (link != NO_NODE)
        items_add_text(m->items, item, PROPERTY_URL,
                       markup_trimmed(m->html, link, ATTRIBUTE_HREF));
}

/* The first node that begins an item, or the page's end. */
static uint32_t first_root(const struct html *html)
{
    uint32_t node = 1;
    for (; node < html->count; node++) {
        struct slice words = html_attribute(html, node, ATTRIBUTE_CLASS), class;
        if (words.len == 0 || !microformat_may_begin(words))
            continue;
        while (class = markup_next_word(&words), slice_known(class))
            if (microformat_root(class).kind != MICROFORMAT_NONE)
                return node;
    }
    return node;
}

void microformats_read(struct items *items)
{
    uint32_t first = first_root(items->html);
    if (first == items->html->count)
        return;
    struct microformats m = {
        .items = items, .html = items->html, .first = (uint32_t)items->count};
    m.scopes = markup_numbers(items);
    m.holders = markup_numbers(items);
    m.given = arena_array(items->arena, items->html->count, sizeof *m.given);
    if (m.scopes == NULL || m.holders == NULL || m.given == NULL) {
        items->no_memory = true;
        return;
    }
    for (uint32_t i = first; i < m.html->count && !items->no_memory; i++)
        visit(&m, i);
    for (uint32_t i = m.first; i < items->count && !items->no_memory; i++)
        imply(&m, i);
    markup_mark_truncated(items, m.scopes);
}
