#include "lib/parse/structured.h"

#include "lib/base/text.h"
#include "lib/parse/offers.h"
#include "lib/parse/structured_build.h"
#include "lib/parse/syntaxes.h"
#include "lib/record/key.h"

/*
 * Items may refer to the same long text many times; records repeat it.  A
 * page that would become so much longer is made to be expensive.
 */
enum { RECORDS_TIMES = 8, RECORDS_ALWAYS = 1 << 20 };

enum { CATEGORY_MOST = 200, SCHEME_MOST = 16 };

/* -- texts and places --------------------------------------------------- */

struct slice structured_keep(struct structured *s, struct slice text)
{
    if (text.len > s->text_left) {
        s->counts->left_out++;
        return slice_from(NULL, 0);
    }
    s->text_left -= text.len;
    return text;
}

void structured_fill(struct structured *s, struct slice *member,
                     struct slice text)
{
    if (!slice_known(*member) && slice_known(text))
        *member = structured_keep(s, text);
}

struct record_source structured_source(const struct structured *s,
                                       uint32_t item)
{
    static const struct slice syntaxes[] = {
        [SYNTAX_JSON_LD] = SLICE("json-ld"),
        [SYNTAX_MICRODATA] = SLICE("microdata"),
        [SYNTAX_RDFA] = SLICE("rdfa"),
        [SYNTAX_MICROFORMATS] = SLICE("microformats")};
    const struct item *it = &s->items.at[item];
    size_t line = line_number_at(&s->lines, it->offset);
    return (struct record_source){.line = (int64_t)line,
                                  .offset = (int64_t)it->offset,
                                  .syntax = syntaxes[it->syntax]};
}

/* -- tools -------------------------------------------------------------- */

/* The key that an item states, if it can be that of a tool of that name. */
static struct slice key_of(struct structured *s, uint32_t item,
                           struct slice name)
{
    struct slice key = items_first_text(&s->items, item, PROPERTY_IDENTIFIER);
    return slice_known(key) && key_fits(key, name) ? key : slice_from(NULL, 0);
}

/* What tells a tool from others: its key, else its name. */
static void note_tool(struct structured *s, struct slice what, size_t tool)
{
    bool added;
    if (table_add(&s->names, what, tool, &added) == NULL)
        s->items.no_memory = true;
}

/*
 * The tool of that name, told of at `item` if nowhere before.  Tools of one
 * name are the same unless they state that they have different keys.
 */
static size_t tool_named(struct structured *s, struct slice name, uint32_t item)
{
    if (!slice_known(name))
        return NO_TOOL;
    struct slice key = key_of(s, item, name);
    size_t *known = table_find(&s->names, slice_known(key) ? key : name);
    if (known != NULL)
        return *known;
    if (name.len + key.len > s->text_left) {
        s->counts->left_out++;
        return NO_TOOL;
    }
    struct tool_record *t = page_records_add_tool(s->records);
    if (t == NULL)
        return NO_TOOL;
    size_t tool = s->records->tool_count - 1;
    t->name = structured_keep(s, name);
    t->source = structured_source(s, item);
    if (slice_known(key)) {
        t->tool = structured_keep(s, key);
        note_tool(s, t->tool, tool);
    }
    if (table_find(&s->names, name) == NULL)
        note_tool(s, t->name, tool);
    return tool;
}

/* What one may visit; `javascript:` and the like are no addresses. */
static struct slice visitable(struct slice url)
{
    if (!slice_known(url))
        return url;
    size_t i = 0;
    while (i < url.len && i < SCHEME_MOST && strchr(":/?#", url.at[i]) == NULL)
        i++;
    bool web = (i == 4 && strncasecmp(url.at, "http", 4) == 0) ||
               (i == 5 && strncasecmp(url.at, "https", 5) == 0);
    return i < url.len && url.at[i] == ':' && !web ? slice_from(NULL, 0) : url;
}

static void fill_price(struct structured *s, uint32_t item,
                       struct tool_record *t)
{
    struct slice entry;
    if (slice_known(t->entry) || slice_known(t->pricing))
        return;
    bytes_clear(&s->scratch);
    offers_read(&s->items, item, &s->scratch, &entry);
    t->entry = entry;
    if (s->scratch.len != 0)
        structured_fill(s, &t->pricing,
                        arena_copy(s->items.arena, bytes_slice(&s->scratch),
                                   &s->items.no_memory));
}

static void fill_tool(struct structured *s, uint32_t item,
                      struct tool_record *t)
{
    struct items *items = &s->items;
    structured_fill(s, &t->tagline,
                    items_first_text(items, item, PROPERTY_SLOGAN));
    struct slice category = items_first_text(items, item, PROPERTY_CATEGORY);
    if (slice_known(category) && category.len <= CATEGORY_MOST &&
        slice_known(vocabulary_local(category)))
        category = vocabulary_local(category);
    structured_fill(s, &t->category, category);
    structured_fill(s, &t->description,
                    items_first_text(items, item, PROPERTY_DESCRIPTION));
    structured_fill(s, &t->url,
                    visitable(items_first_text(items, item, PROPERTY_URL)));
    structured_fill(s, &t->brand,
                    items_first_text(items, item, PROPERTY_BRAND));
    fill_price(s, item, t);
    structured_add_properties(s, item, t);
    t->truncated = t->truncated || items->at[item].truncated;
}

static void add_tool(struct structured *s, uint32_t item)
{
    struct slice name = items_first_text(&s->items, item, PROPERTY_NAME);
    if (!slice_known(name))
        name = items_first_text(&s->items, item, PROPERTY_HEADLINE);
    size_t tool = tool_named(s, name, item);
    if (tool == NO_TOOL)
        return;
    s->tools[item] = (uint32_t)tool;
    fill_tool(s, item, &s->records->tools[tool]);
}

size_t structured_subject(struct structured *s, uint32_t item)
{
    struct item_values said =
        items_values(&s->items, item, PROPERTY_ITEM_REVIEWED);
    uint32_t about = NO_ITEM;
    if (said.count != 0) {
        about = said.at->target;
        if (about == NO_ITEM)
            return tool_named(s, items_text(&s->items, said.at), item);
    } else {
        about = s->containers[item];
    }
    if (about == NO_ITEM || s->tools[about] == NO_ITEM)
        return NO_TOOL;
    return s->tools[about];
}

/* -- all of it ---------------------------------------------------------- */

static const unsigned judging = TYPE_REVIEW | TYPE_AGGREGATE_RATING;

/* Notes what is a review or rating of what. */
static void link_items(struct structured *s)
{
    struct items *items = &s->items;
    for (size_t i = 0; i < items->value_count; i++) {
        const struct item_value *v = &items->values[i];
        bool review = v->property == PROPERTY_REVIEW;
        bool aggregate = v->property == PROPERTY_AGGREGATE_RATING;
        if (!review && !aggregate)
            continue;
        /* A review that says itself what it is about may stand anywhere. */
        if (v->target == NO_ITEM ||
            items_values(items, v->target, PROPERTY_ITEM_REVIEWED).count == 0)
            s->is_reviewed[v->item] = true;
        if (v->target == NO_ITEM)
            continue;
        struct item *it = &items->at[v->target];
        if ((it->types & judging) == 0)
            it->types |= review ? TYPE_REVIEW : TYPE_AGGREGATE_RATING;
        if (s->containers[v->target] == NO_ITEM)
            s->containers[v->target] = v->item;
    }
    for (size_t i = 0; i < items->value_count; i++) {
        const struct item_value *v = &items->values[i];
        if (v->property == PROPERTY_ITEM_REVIEWED && v->target != NO_ITEM &&
            (items->at[v->item].types & judging) != 0)
            s->is_reviewed[v->target] = true;
    }
}

static bool make_ready(struct structured *s)
{
    size_t count = s->items.count + 1;
    struct arena *arena = s->items.arena;
    s->containers = arena_alloc(arena, count * sizeof *s->containers);
    s->tools = arena_alloc(arena, count * sizeof *s->tools);
    s->is_reviewed = arena_array(arena, count, sizeof *s->is_reviewed);
    /* Two for an item that is a review, two for a value that is only text. */
    s->links = arena_alloc(arena, 2 * (count + s->items.value_count) *
                                      sizeof *s->links);
    if (s->links == NULL || s->containers == NULL || s->tools == NULL ||
        s->is_reviewed == NULL)
        return false;
    memset(s->containers, 0xff, count * sizeof *s->containers);
    memset(s->tools, 0xff, count * sizeof *s->tools);
    return line_numbers_init(&s->lines, s->items.html->page, arena);
}

static void add_records(struct structured *s)
{
    const struct items *items = &s->items;
    link_items(s);
    for (uint32_t i = 0; i < items->count; i++)
        if (((items->at[i].types & TYPE_TOOL) != 0 || s->is_reviewed[i]) &&
            (items->at[i].types & (judging | TYPE_AMOUNT)) == 0)
            add_tool(s, i);
    for (uint32_t i = 0; i < items->count; i++)
        if ((items->at[i].types & TYPE_AGGREGATE_RATING) != 0)
            structured_add_aggregate(s, i);
    structured_add_reviews(s);
}

bool structured_read(const struct html *html, struct page_records *records,
                     struct structured_counts *counts)
{
    struct structured s = {.records = records, .counts = counts};
    struct jsonld_result jsonld;
    items_init(&s.items, html, records->arena);
    *counts = (struct structured_counts){0};
    s.text_left = html->page.len * RECORDS_TIMES + RECORDS_ALWAYS;
    jsonld_read(&s.items, &jsonld);
    microdata_read(&s.items);
    rdfa_read(&s.items);
    microformats_read(&s.items);
    if (!s.items.no_memory && s.items.count != 0) {
        items_finish(&s.items);
        if (make_ready(&s))
            add_records(&s);
        else
            s.items.no_memory = true;
    }
    counts->repaired = jsonld.repaired;
    counts->unreadable = jsonld.unreadable;
    counts->first_unreadable = jsonld.first_unreadable;
    counts->left_out += jsonld.left_out + s.items.left_out;
    records->no_memory =
        records->no_memory || s.items.no_memory || s.scratch.failed;
    table_free(&s.names);
    table_free(&s.reviews);
    bytes_free(&s.scratch);
    items_free(&s.items);
    return !records->no_memory;
}

void structured_supplement(struct page_records *records,
                           const struct page_records *structured)
{
    for (size_t i = 0; i < records->tool_count; i++) {
        struct tool_record *t = &records->tools[i];
        const struct tool_record *same = NULL;
        for (size_t k = 0; k < structured->tool_count && same == NULL; k++)
            if (slice_known(t->name) &&
                slice_equal(t->name, structured->tools[k].name))
                same = &structured->tools[k];
        if (same == NULL)
            continue;
        if (!slice_known(t->url))
            t->url = same->url;
        if (!slice_known(t->brand))
            t->brand = same->brand;
        if (!t->has_aggregate) {
            t->has_aggregate = same->has_aggregate;
            t->aggregate = same->aggregate;
        }
    }
}
