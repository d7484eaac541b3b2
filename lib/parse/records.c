#include "lib/parse/records.h"

/* Room for one more; arrays in an arena grow by moving. */
static void *next_item(struct page_records *records, void **array,
                       size_t *count, size_t *cap, size_t size, size_t most)
{
    if (*count == most) {
        records->left_out++;
        return NULL;
    }
    if (*count == *cap) {
        size_t larger = *cap == 0 ? 16 : *cap * 2;
        void *moved = arena_array(records->arena, larger, size);
        if (moved == NULL) {
            records->no_memory = true;
            return NULL;
        }
        if (*count != 0)
            memcpy(moved, *array, *count * size);
        *array = moved;
        *cap = larger;
    }
    return (char *)*array + (*count)++ * size;
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
