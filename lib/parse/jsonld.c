#include "lib/base/table.h"
#include "lib/base/text.h"
#include "lib/json/tree.h"
#include "lib/parse/html/references.h"
#include "lib/parse/jsonld_context.h"
#include "lib/parse/jsonld_repair.h"
#include "lib/parse/markup.h"
#include "lib/parse/syntaxes.h"

struct jsonld {
    struct items *items;
    struct jsonld_result *result;
    struct jsonld_counts counts;
    struct table ids;  /* of the items, on the whole page */
    size_t fixed;      /* the offset of all items of a script ... */
    bool fixed_offset; /* ... when theirs are not known */
};

/* -- objects ------------------------------------------------------------ */

static uint32_t visit_object(struct jsonld *j, const json_t *object,
                             const struct context *outer);

static struct slice keep(struct jsonld *j, const json_t *string)
{
    return arena_copy(j->items->arena, tree_string(string),
                      &j->items->no_memory);
}

/*
 * A text for a value.  Many pages escape it for HTML before they put it into
 * JSON; nobody writes `&amp;` in a review and means it.
 */
static struct slice keep_text(struct jsonld *j, const json_t *string)
{
    struct slice text = tree_string(string);
    if (text.len == 0 || memchr(text.at, '&', text.len) == NULL ||
        memchr(text.at, ';', text.len) == NULL)
        return keep(j, string);
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

/*
 * Adds a value, and the items inside it even where the value itself counts
 * for nothing.
 */
static void visit_value(struct jsonld *j, const json_t *value,
                        const struct context *c, uint32_t item,
                        enum property property)
{
    static const char *const wrappers[] = {"@value", "@list", "@set", NULL};
    for (const char *const *w = wrappers; *w != NULL; w++)
        if (json_object_get(value, *w) != NULL) {
            visit_value(j, json_object_get(value, *w), c, item, property);
            return;
        }
    if (json_is_array(value)) {
        for (size_t i = 0; i < json_array_size(value); i++)
            visit_value(j, json_array_get(value, i), c, item, property);
    } else if (json_is_object(value)) {
        uint32_t target = visit_object(j, value, c);
        items_add_link(j->items, item, property, target);
    } else if (property != PROPERTY_OTHER && item != NO_ITEM) {
        if (json_is_string(value))
            items_add_text(j->items, item, property, keep_text(j, value));
        else if (json_is_boolean(value))
            items_add_text(j->items, item, property,
                           slice_of(json_is_true(value) ? "true" : "false"));
    }
}

static void add_types(struct jsonld *j, uint32_t item, const json_t *types,
                      const struct context *c)
{
    size_t count = json_is_array(types) ? json_array_size(types) : 1;
    for (size_t i = 0; i < count && item != NO_ITEM; i++) {
        const json_t *type =
            json_is_array(types) ? json_array_get(types, i) : types;
        struct slice name = tree_string(type);
        if (!slice_known(name))
            continue;
        struct slice local = context_resolve(c, text_trim(name));
        j->items->at[item].types |=
            slice_known(local) ? vocabulary_type(local) : TYPE_OTHER;
    }
}

/* The items that say of themselves, by @reverse, that they belong to one. */
static void add_reverse(struct jsonld *j, uint32_t item, const json_t *reverse,
                        const struct context *c)
{
    const char *key;
    json_t *value;
    json_object_foreach((json_t *)(uintptr_t)reverse, key, value)
    {
        enum property property =
            vocabulary_property(context_resolve(c, slice_of(key)));
        size_t count = json_is_array(value) ? json_array_size(value) : 1;
        for (size_t i = 0; i < count; i++) {
            const json_t *one =
                json_is_array(value) ? json_array_get(value, i) : value;
            if (json_is_object(one))
                items_add_link(j->items, visit_object(j, one, c), property,
                               item);
        }
    }
}

/* The item of an object: the one of its @id, or a new one. */
static uint32_t item_of(struct jsonld *j, const json_t *object)
{
    struct items *items = j->items;
    const json_t *id = json_object_get(object, "@id");
    struct slice at = tree_string(json_object_get(object, "@offset"));
    size_t offset = 0;
    for (size_t i = 0; i < at.len && offset < items->html->page.len; i++)
        offset = offset * 10 + (size_t)((unsigned char)at.at[i] - '0') % 10;
    if (j->fixed_offset || offset >= items->html->page.len)
        offset = j->fixed;
    /* An @id, the "@offset" that was put there, and something more? */
    bool defined = json_object_size(object) > (id == NULL ? 1 : 2);
    size_t *known = json_is_string(id) && json_string_length(id) != 0
                        ? table_find(&j->ids, tree_string(id))
                        : NULL;
    uint32_t item = known != NULL ? (uint32_t)*known
                                  : items_add(items, SYNTAX_JSON_LD, offset);
    if (item == NO_ITEM)
        return NO_ITEM;
    if (known == NULL && json_is_string(id) && json_string_length(id) != 0) {
        bool added;
        struct slice key = keep(j, id);
        if (!slice_known(key) || table_add(&j->ids, key, item, &added) == NULL)
            items->no_memory = true;
    }
    if (defined && !items->at[item].defined)
        items->at[item].offset = offset;
    items->at[item].defined = items->at[item].defined || defined;
    if (json_is_true(json_object_get(object, "@truncated")))
        items->at[item].truncated = true;
    return item;
}

static uint32_t visit_object(struct jsonld *j, const json_t *object,
                             const struct context *outer)
{
    struct context room[CONTEXTS_MOST];
    const struct context *c =
        context_enter(outer, json_object_get(object, "@context"), room);
    uint32_t item = item_of(j, object);
    const char *key;
    json_t *value;
    json_object_foreach((json_t *)(uintptr_t)object, key, value)
    {
        if (strcmp(key, "@context") == 0)
            continue;
        struct slice name = context_resolve(c, slice_of(key));
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
        struct diag d;
        if (r.out.failed || r.open.failed) {
            j->items->no_memory = true;
            break;
        }
        json_t *value = tree_read_line(bytes_slice(&r.out), NULL, 1, &d);
        if (value == NULL) {
            if (j->result->unreadable++ == 0)
                j->result->first_unreadable = offset;
            continue;
        }
        read++;
        visit_value(j, value, &no_context, NO_ITEM, PROPERTY_OTHER);
        json_decref(value);
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
    if (read_texts(j, script, offset) != 0 ||
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

void jsonld_read(struct items *items, struct jsonld_result *result)
{
    struct jsonld j = {.items = items, .result = result};
    const struct html *html = items->html;
    *result = (struct jsonld_result){0};
    for (uint32_t i = 0; i < html->count; i++) {
        if (!is_jsonld(html, i))
            continue;
        for (uint32_t t = i + 1; t < html->nodes[i].end; t++)
            if (html->nodes[t].kind == HTML_TEXT)
                read_script(&j, html->nodes[t].text, html->nodes[t].offset);
    }
    result->repaired = j.counts.repaired;
    result->left_out = j.counts.left_out;
    table_free(&j.ids);
}
