#include "lib/parse/structured_page.h"

#include "lib/parse/html_address.h"

/* Tells that there are so many of something; `what` follows the number. */
static void tell(size_t count, const char *one, const char *many,
                 const struct page *page, size_t line,
                 const struct listener *listener)
{
    struct diag d;
    if (count == 0)
        return;
    diag_set(&d, page->name, line, line != 0, "%zu %s", count,
             count == 1 ? one : many);
    listener_tell(listener, &d);
}

static void tell_counts(const struct structured_counts *c,
                        const struct html *html, const struct page *page,
                        const struct listener *listener)
{
    tell(c->repaired, "place in JSON-LD repaired", "places in JSON-LD repaired",
         page, 0, listener);
    tell(c->unreadable, "text of JSON-LD that is no JSON: passed over",
         "texts of JSON-LD that are no JSON: passed over, the first here", page,
         line_number_at(&html->lines, c->first_unreadable), listener);
    tell(c->nameless, "rating of something without a name: left out",
         "ratings of something without a name: left out", page, 0, listener);
    tell(c->left_out, "part of structured data past a limit: left out",
         "parts of structured data past a limit: left out", page, 0, listener);
}

static void trace_record(const struct record_source *source, const char *what,
                         struct slice name, const struct page *page,
                         const struct listener *listener)
{
    enum { NAME_MOST = 60 };
    struct diag d;
    diag_set(&d, page->name, (size_t)source->line, 0, "%.*s: %s%s%.*s%s",
             (int)source->syntax.len, source->syntax.at, what,
             slice_known(name) ? " '" : "",
             (int)(name.len < NAME_MOST ? name.len : NAME_MOST),
             slice_known(name) ? name.at : "", slice_known(name) ? "'" : "");
    listener_tell(listener, &d);
}

static void trace_records(const struct page_records *found,
                          const struct page *page,
                          const struct listener *listener)
{
    for (size_t i = 0; i < found->tool_count; i++)
        trace_record(&found->tools[i].source, "tool", found->tools[i].name,
                     page, listener);
    for (size_t i = 0; i < found->review_count; i++) {
        const struct review_record *r = &found->reviews[i].record;
        trace_record(&r->source, "review", r->reviewer, page, listener);
    }
}

bool structured_page_read(const struct html *html, bool known, bool trace,
                          struct slice base, const struct page *page,
                          const struct listener *listener,
                          struct page_records *records)
{
    struct structured_counts counts;
    struct page_records found = {.arena = records->arena};
    if (!structured_read(html, &found, &counts)) {
        records->no_memory = true;
        return false;
    }
    tell_counts(&counts, html, page, listener);
    for (size_t i = 0; i < found.tool_count; i++)
        found.tools[i].url = html_address_resolve(
            base, found.tools[i].url, found.arena, &records->no_memory);
    if (trace)
        trace_records(&found, page, listener);
    if (known) {
        structured_supplement(records, &found);
        return true;
    }
    found.left_out += records->left_out;
    *records = found;
    return found.tool_count + found.review_count != 0;
}
