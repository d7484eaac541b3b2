#include "lib/parse/parse.h"

#include "lib/parse/decode.h"
#include "lib/parse/html_address.h"
#include "lib/parse/html_lines.h"
#include "lib/parse/html_seen.h"
#include "lib/parse/records.h"
#include "lib/parse/scorecard.h"
#include "lib/parse/structured_page.h"
#include "lib/parse/syntaxes.h"

bool parser_init(struct parser *p, const struct forms_choice *choice,
                 struct diag *d)
{
    *p = (struct parser){0};
    if (forms_init(&p->forms, choice, d))
        return true;
    forms_free(&p->forms);
    return false;
}

void parser_free(struct parser *p)
{
    forms_free(&p->forms);
    arena_free(&p->arena);
    bytes_free(&p->decoded);
}

/* Tells how much of an HTML page is past a limit, and what became of it. */
static void tell_past(size_t count, const char *what, size_t limit,
                      const char *option, const char *so,
                      const struct page *page, const struct listener *listener)
{
    struct diag d;
    if (count == 0)
        return;
    diag_set(&d, page->name, 0, 0, "%s past the %zu allowed (--%s): %zu, %s",
             what, limit, option, count, so);
    listener_tell(listener, &d);
}

static void tell_limits(const struct html *html, const struct html_limits *most,
                        const struct page *page,
                        const struct listener *listener)
{
    tell_past(html->too_deep, "elements nested", most->depth, "max-depth",
              "taken as siblings", page, listener);
    tell_past(html->attributes_left_out, "attributes of a tag",
              most->attributes, "max-attributes", "left out", page, listener);
    tell_past(html->nodes_left_out, "elements and texts", most->nodes,
              "max-nodes", "left out", page, listener);
}

/* Whether a page is HTML: by what it is said to be, or else by its looks. */
static bool is_html(const struct page *page, struct slice text)
{
    if (slice_is(page->type, "text/html") ||
        slice_is(page->type, "application/xhtml+xml"))
        return true;
    return !slice_is(page->type, "text/plain") && html_looks_like(text);
}

/*
 * The lines of a page, of text or of HTML, of which *html then has the nodes.
 * False when there is no memory.
 */
static bool read_lines(struct parser *p, struct page_lines *lines,
                       struct html *html, const struct page *page,
                       struct slice text, const struct html_limits *most,
                       const struct listener *listener)
{
    struct text_roles roles = {forms_role, &p->forms};
    *html = (struct html){0};
    if (slice_is(page->type, "application/ld+json")) {
        *lines = (struct page_lines){0};
        return jsonld_page(html, text, &p->arena);
    }
    if (!is_html(page, text))
        return page_lines_read(lines, text, &p->arena);
    if (!html_read(html, text, most, &p->arena))
        return false;
    bool failed = false;
    bool labels = forms_has_labels(&p->forms, html, &p->arena, &failed);
    if (failed ||
        !html_lines_read(lines, html, labels ? &roles : NULL, &p->arena))
        return false;
    tell_limits(html, most, page, listener);
    return true;
}

static void tell_nothing_known(const struct page *page,
                               const struct listener *listener)
{
    struct diag d;
    diag_set(&d, page->name, 0, 0, "no page of a known form: no records");
    listener_tell(listener, &d);
}

static void tell_left_out(const struct page_records *records,
                          const struct page *page,
                          const struct listener *listener)
{
    struct diag d;
    if (records->left_out == 0)
        return;
    diag_set(&d, page->name, 0, 0,
             "tools and reviews past the %d and %d that a page may have, %d "
             "tools in a comparison: %zu, left out",
             PAGE_TOOLS_MOST, PAGE_REVIEWS_MOST, TOOLS_MOST, records->left_out);
    listener_tell(listener, &d);
}

static bool parse_table(struct parser *p, const struct page *page,
                        struct slice text, char separator,
                        const struct listener *listener, struct bytes *out,
                        struct parse_result *result)
{
    struct table_counts counts;
    if (!table_read(page, text, separator, p->forms.choice, listener, &p->arena,
                    out, &result->rejects, &counts))
        return false;
    result->tools = counts.tools;
    result->reviews = counts.reviews;
    result->rejected = counts.rejected;
    result->tables_rejected = counts.tables_rejected;
    return true;
}

/* The bytes of the lines from `from` up to `to`. */
static struct slice text_between(const struct page_lines *lines,
                                 struct slice text, size_t from, size_t to)
{
    size_t begin = from == 0 ? 0 : lines->at[from].offset;
    size_t end = to == lines->count ? text.len : lines->at[to].offset;
    return slice_from(text.at + begin, end - begin);
}

/* One of the pages that a text holds, mostly the only one. */
static bool parse_part(struct parser *p, struct page_lines *lines,
                       const struct html *html, struct slice base,
                       struct slice text, const struct page *page,
                       const struct listener *listener, struct bytes *out,
                       struct parse_result *result)
{
    struct page_records records = {.arena = &p->arena};
    bool known = forms_read(&p->forms, lines, page, listener, &records);
    if (html->count != 0 && !records.no_memory)
        known = structured_page_read(html, known, lines->takers != NULL, base,
                                     page, listener, &records);
    if (!known && !records.no_memory)
        tell_nothing_known(page, listener);
    tell_left_out(&records, page, listener);
    if (!page_records_write(&records, text, page, out))
        return false;
    result->tools += records.tool_count;
    result->reviews += records.review_count;
    result->left_out += records.left_out;
    result->unknown = result->unknown || !known;
    return true;
}

static bool parse_lines(struct parser *p, const struct page *page,
                        struct slice text, const struct listener *listener,
                        struct bytes *out, struct parse_result *result)
{
    struct page_lines lines;
    struct html html;
    size_t from = 0;
    const struct forms_choice *choice = p->forms.choice;
    const struct html_limits *most = choice != NULL && choice->html != NULL
                                         ? choice->html
                                         : &html_default_limits;
    if (!read_lines(p, &lines, &html, page, text, most, listener))
        return false;
    result->left_out =
        html.too_deep + html.attributes_left_out + html.nodes_left_out;
    struct page addressed = *page;
    struct html_address address = {.page = page->url};
    if (html.count != 0 &&
        !html_address_find(&address, &html, page->url, &p->arena))
        return false;
    addressed.url = address.page;
    do {
        size_t next = html.count == 0 ? forms_next_page(&p->forms, &lines, from)
                                      : lines.count;
        struct page_lines part = lines;
        if (from != 0) /* a page without lines has no array of them */
            part.at += from;
        part.count = next - from;
        if (!parse_part(p, &part, &html, address.base,
                        text_between(&lines, text, from, next), &addressed,
                        listener, out, result))
            return false;
        from = next;
    } while (from < lines.count);
    return true;
}

bool parse_page(struct parser *p, const struct page *page,
                const struct listener *listener, struct bytes *out,
                struct parse_result *result, struct diag *d)
{
    arena_reset(&p->arena);
    struct slice text;
    struct decoding decoding = decode_page(page, &p->decoded, &text);
    char separator;
    size_t before = out->len;
    bool ok = !p->decoded.failed;
    bytes_clear(&result->rejects);
    *result = (struct parse_result){.damaged = decoding.damaged +
                                               decoding.windows_1252,
                                    .rejects = result->rejects};
    if (ok) {
        decoding_tell(&decoding, page, listener);
        const struct forms_choice *choice = p->forms.choice;
        ok = table_is(page, text, choice == NULL ? NULL : choice->map,
                      &separator)
                 ? parse_table(p, page, text, separator, listener, out, result)
                 : parse_lines(p, page, text, listener, out, result);
    }
    if (ok)
        return true;
    out->len = before;
    diag_no_memory(d);
    return false;
}
