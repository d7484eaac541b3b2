/* The records of one page, gathered by the readers of its syntaxes. */
#ifndef VTOOLS_PARSE_RECORDS_H
#define VTOOLS_PARSE_RECORDS_H

#include "lib/io/page.h"
#include "lib/record/sighting.h"

enum { PAGE_TOOLS_MOST = 4096, PAGE_REVIEWS_MOST = 65536 };

/*
 * A review refers to its tool by index; NO_TOOL where the page names none.
 * Keys, ids, page and file are filled in when the page is written.
 */
#define NO_TOOL ((size_t)-1)

struct page_review {
    struct review_record record;
    size_t tool;
};

/* Everything belongs to the page or the arena.  Start with {.arena = ...}. */
struct page_records {
    struct arena *arena;
    struct tool_record *tools;
    size_t tool_count, tool_cap;
    struct page_review *reviews;
    size_t review_count, review_cap;
    size_t left_out; /* records past the most that a page may have */
    bool no_memory;
};

/* A new record with nothing known; NULL, with the reason counted, if none. */
struct tool_record *page_records_add_tool(struct page_records *records);
struct page_review *page_records_add_review(struct page_records *records);

/*
 * Completes the records and adds them to *out as JSON Lines, tools first.
 * `text` is the page decoded; its file, address and time go into every
 * record.  False when there is no memory; then *out is as it was.
 */
bool page_records_write(struct page_records *records, struct slice text,
                        const struct page *page, struct bytes *out);

#endif
