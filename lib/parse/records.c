#include "lib/parse/records.h"

#include "lib/base/array.h"
#include "lib/base/hash.h"
#include "lib/record/key.h"

/* Room for one more, unless there are the most. */
static void *next_item(struct page_records *records, void **array,
                       size_t *count, size_t *cap, size_t size, size_t most)
{
    if (*count == most) {
        records->left_out++;
        return NULL;
    }
    void *at = array_room_in(records->arena, *array, *count, cap, size);
    if (at == NULL) {
        records->no_memory = true;
        return NULL;
    }
    *array = at;
    return (char *)at + (*count)++ * size;
}

struct tool_record *page_records_add_tool(struct page_records *records)
{
    void *array = records->tools;
    struct tool_record *t =
        next_item(records, &array, &records->tool_count, &records->tool_cap,
                  sizeof *t, PAGE_TOOLS_MOST);
    records->tools = array;
    if (t != NULL)
        *t = (struct tool_record){
            .stated = {JUDGEMENT_UNKNOWN, -1, -1, DECIMAL_UNKNOWN},
            .community_votes = -1,
            .community_ship_pct = DECIMAL_UNKNOWN,
            .col = (int64_t)records->tool_count - 1,
            .source = {.line = -1, .offset = -1},
        };
    return t;
}

struct page_review *page_records_add_review(struct page_records *records)
{
    void *array = records->reviews;
    struct page_review *r =
        next_item(records, &array, &records->review_count, &records->review_cap,
                  sizeof *r, PAGE_REVIEWS_MOST);
    records->reviews = array;
    if (r != NULL)
        *r = (struct page_review){
            .record = {.score = DECIMAL_UNKNOWN,
                       .row = -1,
                       .col = -1,
                       .helpful = -1,
                       .source = {.line = -1, .offset = -1}},
            .tool = NO_TOOL,
        };
    return r;
}

/* A copy of a short text that one of the key functions made. */
static struct slice keep(struct page_records *records, struct bytes *made)
{
    records->no_memory = records->no_memory || made->failed;
    struct slice kept =
        arena_copy(records->arena, bytes_slice(made), &records->no_memory);
    bytes_clear(made);
    return kept;
}

/* Where all records of a page are from; `of_page` says what they share. */
static void complete_source(struct record_source *source,
                            const struct record_source *of_page)
{
    source->file = of_page->file;
    source->url = of_page->url;
    source->fetched = of_page->fetched;
}

static void complete_tool(struct page_records *records, struct tool_record *t,
                          struct bytes *room)
{
    if (slice_known(t->tool))
        return;
    key_add_tool(room, t->name, t->tagline);
    t->tool = keep(records, room);
}

static void complete_review(struct page_records *records, struct page_review *r,
                            struct bytes *room)
{
    if (r->tool != NO_TOOL) {
        r->record.tool = records->tools[r->tool].tool;
        r->record.name = records->tools[r->tool].name;
    }
    key_add_review(room, r->record.tool, r->record.reviewer, r->record.text);
    r->record.id = keep(records, room);
}

bool page_records_write(struct page_records *records, struct slice text,
                        const struct page *page, struct bytes *out)
{
    struct bytes room = {0}; /* for one key after the other */
    hash_add_hex(&room, hash_bytes(text), 16);
    struct slice key = keep(records, &room);
    const struct record_source source = {.file = slice_of(page->file),
                                         .url = page->url,
                                         .fetched = page->fetched};
    size_t before = out->len;
    for (size_t i = 0; i < records->tool_count; i++) {
        struct tool_record *t = &records->tools[i];
        complete_tool(records, t, &room);
        complete_source(&t->source, &source);
        t->page = key;
        tool_record_write(out, t);
    }
    for (size_t i = 0; i < records->review_count; i++) {
        struct page_review *r = &records->reviews[i];
        complete_review(records, r, &room);
        complete_source(&r->record.source, &source);
        r->record.page = key;
        review_record_write(out, &r->record);
    }
    bytes_free(&room);
    if (!records->no_memory && !out->failed)
        return true;
    out->len = before;
    return false;
}
