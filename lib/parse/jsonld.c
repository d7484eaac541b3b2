#include "lib/base/table.h"
#include "lib/base/text.h"
#include "lib/parse/html/references.h"
#include "lib/parse/jsonld_context.h"
#include "lib/parse/jsonld_repair.h"
#include "lib/parse/markup.h"
#include "lib/parse/syntaxes.h"

struct jsonld {
    struct items *items;
    struct jsonld_result *result;
    struct jsonld_counts counts;
    struct json_values values; /* of the text at hand */
    struct table ids;          /* of the items, on the whole page */
    size_t fixed;              /* the offset of all items of a script ... */
    bool fixed_offset;         /* ... when theirs are not known */
};

/* -- objects ------------------------------------------------------------ */

static uint32_t visit_object(struct jsonld *j, uint32_t object,
                             const struct context *outer);

/* The last member of that name; NO_VALUE when the value has none. */
static uint32_t member(const struct jsonld *j, uint32_t value, const char *name)
{
    return json_values_member(&j->values, value, slice_of(name));
}

static enum field_kind kind_of(const struct jsonld *j, uint32_t value)
{
    return value == NO_VALUE ? FIELD_ABSENT : j->values.at[value].kind;
}

/*
 * Of what may be one value or several in an array: the first, and the one
 * behind another.  Those from `first` up to `end` are walked.
 */
static uint32_t first_of(const struct jsonld *j, uint32_t value)
{
    return kind_of(j, value) == FIELD_ARRAY ? value + 1 : value;
}

static uint32_t next_of(const struct jsonld *j, uint32_t value)
{
    return value + j->values.at[value].span;
}

/*
 * A text for a value.  Many pages escape it for HTML before they put it into
 * JSON; nobody writes `&amp;` in a review and means it.  What is no page has no
 * reason to.
 */
static struct slice meant_text(struct jsonld *j, struct slice text)
{
    if (j->items->html->jsonld || text.len == 0 ||
        memchr(text.at, '&', text.len) == NULL ||
        memchr(text.at, ';', text.len) == NULL)
        return text;
    char *decoded = arena_alloc(j->items->arena, html_decoded_most(text) + 1);
    if (decoded == NULL) {
        j->items->no_memory = true;
        return slice_from(NULL, 0);
    }
    size_t len =
        html_decode(decoded, text, DECODE_REFERENCES | DECODE_ATTRIBUTE);
    struct slice meant = slice_from(decoded, len);
    j->counts.repaired += !slice_equal(meant, text);
    return meant;
}

/* What a value is wrapped in that only says how it is to be taken. */
static uint32_t unwrapped(const struct jsonld *j, uint32_t value)
{
    static const char *const wrappers[] = {"@value", "@list", "@set"};
    uint32_t inside = NO_VALUE;
    for (size_t i = 0; i < 3 && inside == NO_VALUE; i++)
        inside = member(j, value, wrappers[i]);
    return inside;
}

/*
 * Adds a value, and the items inside it even where the value itself counts
 * for nothing.
 */
static void visit_value(struct jsonld *j, uint32_t value,
                        const struct context *c, uint32_t item,
                        enum property property)
{
    switch (kind_of(j, value)) {
    case FIELD_ARRAY:
        for (uint32_t i = value + 1; i < next_of(j, value); i = next_of(j, i))
            visit_value(j, i, c, item, property);
        return;
    case FIELD_OBJECT:
        if (unwrapped(j, value) != NO_VALUE)
            visit_value(j, unwrapped(j, value), c, item, property);
        else
            items_add_link(j->items, item, property, visit_object(j, value, c));
        return;
    case FIELD_STRING:
        if (property != PROPERTY_OTHER && item != NO_ITEM)
            items_add_text(j->items, item, property,
                           meant_text(j, j->values.at[value].text));
        return;
    case FIELD_TRUE:
    case FIELD_FALSE:
        items_add_text(j->items, item, property, j->values.at[value].text);
        return;
    default:
        return;
    }
}

static void add_types(struct jsonld *j, uint32_t item, uint32_t types,
                      const struct context *c)
{
    for (uint32_t i = first_of(j, types);
         i < next_of(j, types) && item != NO_ITEM; i = next_of(j, i)) {
        struct slice name = json_values_string(&j->values, i);
        if (!slice_known(name))
            continue;
        struct slice local = context_resolve(c, text_trim(name));
        j->items->at[item].types |=
            slice_known(local) ? vocabulary_type(local) : TYPE_OTHER;
    }
}

/* The items that say of themselves, by @reverse, that they belong to one. */
static void add_reverse(struct jsonld *j, uint32_t item, uint32_t reverse,
                        const struct context *c)
{
    if (kind_of(j, reverse) != FIELD_OBJECT)
        return;
    for (uint32_t value = reverse + 1; value < next_of(j, reverse);
         value = next_of(j, value)) {
        enum property property =
            vocabulary_property(context_resolve(c, j->values.at[value].key));
        for (uint32_t i = first_of(j, value); i < next_of(j, value);
             i = next_of(j, i))
            if (kind_of(j, i) == FIELD_OBJECT)
                items_add_link(j->items, visit_object(j, i, c), property, item);
    }
}

/* Where in the page an object begins. */
static size_t offset_of(const struct jsonld *j, uint32_t object)
{
    size_t most = j->items->html->page.len, offset = 0;
    struct slice at =
        json_values_string(&j->values, member(j, object, "@offset"));
    for (size_t i = 0; i < at.len && offset < most; i++)
        offset = offset * 10 + (size_t)((unsigned char)at.at[i] - '0') % 10;
    return j->fixed_offset || offset >= most ? j->fixed : offset;
}

/* The item of an object: the one of its @id, or a new one. */
static uint32_t item_of(struct jsonld *j, uint32_t object)
{
    struct items *items = j->items;
    struct slice id = json_values_string(&j->values, member(j, object, "@id"));
    size_t offset = offset_of(j, object);
    /* An @id, the "@offset" that was put there, and something more? */
    bool defined = json_values_size(&j->values, object) >
                   (member(j, object, "@id") == NO_VALUE ? 1 : 2);
    size_t *known = id.len == 0 ? NULL : table_find(&j->ids, id);
    uint32_t item = known != NULL ? (uint32_t)*known
                                  : items_add(items, SYNTAX_JSON_LD, offset);
    bool added;
    if (item == NO_ITEM)
        return NO_ITEM;
    if (known == NULL && id.len != 0 &&
        table_add(&j->ids, id, item, &added) == NULL)
        items->no_memory = true;
    if (defined && !items->at[item].defined)
        items->at[item].offset = offset;
    items->at[item].defined = items->at[item].defined || defined;
    if (kind_of(j, member(j, object, "@truncated")) == FIELD_TRUE)
        items->at[item].truncated = true;
    return item;
}

static uint32_t visit_object(struct jsonld *j, uint32_t object,
                             const struct context *outer)
{
    struct context room[CONTEXTS_MOST];
    const struct context *c =
        context_enter(outer, &j->values, member(j, object, "@context"), room,
                      j->items->arena, &j->items->no_memory);
    uint32_t item = item_of(j, object);
    for (uint32_t value = object + 1; value < next_of(j, object);
         value = next_of(j, value)) {
        struct slice key = j->values.at[value].key;
        if (slice_is(key, "@context"))
            continue;
        struct slice name = context_resolve(c, key);
        if (slice_is(name, "@type"))
            add_types(j, item, value, c);
        else if (slice_is(name, "@reverse"))
            add_reverse(j, item, value, c);
        else
            visit_value(j, value, c, item, vocabulary_property(name));
    }
    return item;
}

/* -- scripts ------------------------------------------------------------ */

/* Reads the texts of a script; how many were JSON. */
static size_t read_texts(struct jsonld *j, struct slice script, size_t offset)
{
    struct jsonld_repair r = {
        .script = script, .offset = offset, .counts = &j->counts};
    size_t read = 0;
    while (jsonld_repair_next(&r)) {
        bool *no_memory = &j->items->no_memory;
        *no_memory = *no_memory || r.out.failed || r.open.failed;
        struct slice text =
            arena_copy(j->items->arena, bytes_slice(&r.out), no_memory);
        if (!slice_known(text))
            break;
        if (!json_values_read(&j->values, text, j->items->arena, no_memory)) {
            if (j->result->unreadable++ == 0)
                j->result->first_unreadable = offset;
            continue;
        }
        read++;
        visit_value(j, 0, &no_context, NO_ITEM, PROPERTY_OTHER);
    }
    jsonld_repair_free(&r);
    return read;
}

/* Adds a script's text with the references to quotation marks decoded. */
static void add_unescaped(struct bytes *out, struct slice s)
{
    static const struct {
        const char *reference, *meaning;
    } references[] = {{"&quot;", "\""}, {"&#34;", "\""}, {"&#x22;", "\""},
                      {"&amp;", "&"},   {"&lt;", "<"},   {"&gt;", ">"},
                      {"&#39;", "'"},   {"&apos;", "'"}};
    size_t count = sizeof references / sizeof *references;
    for (size_t at = 0; at < s.len;) {
        size_t i = count;
        struct slice rest = slice_after(s, at);
        if (s.at[at] == '&')
            for (i = 0; i < count; i++)
                if (slice_starts(rest, slice_of(references[i].reference)))
                    break;
        if (i == count) {
            bytes_add_byte(out, s.at[at++]);
        } else {
            bytes_add_string(out, references[i].meaning);
            at += strlen(references[i].reference);
        }
    }
}

static bool has(struct slice s, const char *part)
{
    return s.len != 0 && memmem(s.at, s.len, part, strlen(part)) != NULL;
}

static void read_script(struct jsonld *j, struct slice script, size_t offset)
{
    struct slice page = j->items->html->page;
    /* The text is part of the page unless something in it was replaced. */
    if ((uintptr_t)script.at >= (uintptr_t)page.at &&
        (uintptr_t)script.at < (uintptr_t)page.at + page.len)
        offset = (size_t)(script.at - page.at);
    j->fixed = offset;
    j->fixed_offset = false;
    size_t unreadable = j->result->unreadable;
    size_t repaired = j->counts.repaired;
    if (read_texts(j, script, offset) != 0 || j->items->html->jsonld ||
        !(has(script, "&quot;") || has(script, "&#34;") ||
          has(script, "&#x22;")))
        return;
    struct bytes text = {0};
    add_unescaped(&text, script);
    j->items->no_memory = j->items->no_memory || text.failed;
    j->result->unreadable = unreadable;
    j->counts.repaired = repaired + 1;
    j->fixed_offset = true;
    read_texts(j, bytes_slice(&text), offset);
    bytes_free(&text);
}

/* Whether the element is a script of JSON-LD, whatever its parameters. */
static bool is_jsonld(const struct html *html, uint32_t node)
{
    static const char wanted[] = "application/ld+json";
    if (!html_has(html, node, ATTRIBUTE_SET(TYPE)) ||
        !html_is(html, node, "script"))
        return false;
    struct slice type = markup_trimmed(html, node, ATTRIBUTE_TYPE);
    size_t len = sizeof wanted - 1;
    if (type.len < len || strncasecmp(type.at, wanted, len) != 0)
        return false;
    struct slice rest = text_trim(slice_after(type, len));
    return rest.len == 0 || rest.at[0] == ';';
}

bool jsonld_page(struct html *html, struct slice text, struct arena *arena)
{
    enum { DOCUMENT, TEXT, NODES };
    *html = (struct html){.page = text, .count = NODES, .jsonld = true};
    html->nodes = arena_array(arena, NODES, sizeof *html->nodes);
    if (html->nodes == NULL || !line_numbers_init(&html->lines, text, arena))
        return false;
    html->nodes[DOCUMENT].kind = HTML_ELEMENT;
    html->nodes[TEXT].kind = HTML_TEXT;
    html->nodes[TEXT].text = text;
    html->nodes[DOCUMENT].end = html->nodes[TEXT].end = NODES;
    return true;
}

void jsonld_read(struct items *items, struct jsonld_result *result)
{
    struct jsonld j = {.items = items, .result = result};
    const struct html *html = items->html;
    *result = (struct jsonld_result){0};
    for (uint32_t i = 0; i < html->count; i++) {
        if (!html->jsonld && !is_jsonld(html, i))
            continue;
        for (uint32_t t = i + 1; t < html->nodes[i].end; t++)
            if (html->nodes[t].kind == HTML_TEXT)
                read_script(&j, html->nodes[t].text, html->nodes[t].offset);
    }
    result->repaired = j.counts.repaired;
    result->left_out = j.counts.left_out;
    table_free(&j.ids);
}
