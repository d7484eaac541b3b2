#include "lib/io/warc.h"

#include "lib/io/headers.h"
#include "lib/io/http.h"
#include "lib/io/warc_records.h"

static struct slice without_brackets(struct slice url)
{
    if (url.len >= 2 && url.at[0] == '<' && url.at[url.len - 1] == '>')
        return slice_from(url.at + 1, url.len - 2);
    return url;
}

static bool holds_page(const struct warc_record *record)
{
    return headers_same(record->type, "response") ||
           headers_same(record->type, "resource") ||
           headers_same(record->type, "conversion");
}

static bool is_http(const struct page *page, struct slice content)
{
    static const struct slice http = SLICE("HTTP/");
    return slice_is(page->type, "application/http") ||
           (!slice_known(page->type) && slice_starts(content, http));
}

static void describe(struct warc *w, const struct warc_record *record,
                     struct page *page)
{
    struct slice header = record->header;
    *page = (struct page){
        .file = w->file,
        .name = page_reader_name(w->reader, w->file, record->offset),
        .url = without_brackets(headers_find(header, "WARC-Target-URI")),
        .line = 1,
        .offset = record->offset};
    page_reader_set_time(w->reader, page, headers_find(header, "WARC-Date"));
    page_reader_set_type(w->reader, page, headers_find(header, "Content-Type"));
}

static bool take_page(struct warc *w, const struct warc_record *record,
                      struct slice content)
{
    static const struct slice metadata = SLICE("metadata:");
    struct slice cut = headers_find(record->header, "WARC-Truncated");
    struct page page;
    describe(w, record, &page);
    if (slice_starts(page.url, metadata)) /* what wget says of itself */
        return true;
    if (slice_known(cut)) {
        struct diag d;
        diag_set(&d, page.name, 0, 0, "cut off by the crawler: %.*s",
                 DIAG_SHOWN(cut));
        listener_tell(w->reader->listener, &d);
    }
    page.bytes = content;
    if (is_http(&page, content))
        return http_read_response(w->reader, &page, content, false);
    if (page_type_may_be_read(page.type))
        return page_reader_take(w->reader, &page);
    w->reader->skipped[SKIPPED_TYPE]++;
    return true;
}

/* A record too large to be held: unless it is no page anyway, it is lost. */
static bool pass_large(struct warc *w, const struct warc_record *record)
{
    struct page page;
    bool go_on = true;
    struct slice start = byte_stream_peek(w->in, WARC_HEADER_MOST);
    describe(w, record, &page);
    bool passed = is_http(&page, start) ? http_passes_over(w->reader, start)
                                        : !page_type_may_be_read(page.type);
    if (holds_page(record) && !passed) {
        struct diag d;
        diag_set(&d, page.name, 1, 1,
                 "a page of more than the %zu bytes allowed (--max-page)",
                 w->reader->page_most);
        go_on = page_reader_reject(w->reader, slice_from("", 0), &d);
    }
    byte_stream_skip(w->in, record->length);
    return go_on;
}

bool warc_read(struct page_reader *r, struct byte_stream *in, const char *file)
{
    struct warc w = {r, in, file};
    bool go_on = true;
    while (go_on && warc_find_record(&w)) {
        struct warc_record record;
        size_t whole;
        if (!warc_read_header(&w, &record))
            continue;
        struct slice content = warc_find_content(
            &w, &record, r->page_most + WARC_RECORD_ROOM, &whole);
        if (!slice_known(content)) {
            go_on = pass_large(&w, &record);
            continue;
        }
        if (holds_page(&record))
            go_on = take_page(&w, &record, content);
        else if (headers_same(record.type, "continuation"))
            r->skipped[SKIPPED_PART]++;
        byte_stream_take(in, whole);
    }
    return go_on;
}
