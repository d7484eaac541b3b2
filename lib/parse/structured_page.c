#include "lib/parse/structured_page.h"

#include "lib/parse/line_numbers.h"

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
         1 + count_line_ends(html->page, 0, c->first_unreadable), listener);
    tell(c->nameless, "rating of something without a name: left out",
         "ratings of something without a name: left out", page, 0, listener);
    tell(c->left_out, "part of structured data past a limit: left out",
         "parts of structured data past a limit: left out", page, 0, listener);
}

bool structured_page_read(const struct html *html, bool known,
                          const struct page *page,
                          const struct listener *listener,
                          struct page_records *records)
{
    struct structured_counts counts;
    struct page_records found = {.arena = records->arena};
    if (!structured_read(html, &found, &counts)) {
        records->no_memory = true;
        return false;
    }
    if (known) {
        structured_supplement(records, &found);
        return true;
    }
    tell_counts(&counts, html, page, listener);
    found.left_out += records->left_out;
    *records = found;
    return found.tool_count + found.review_count != 0;
}
