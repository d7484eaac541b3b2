#include "lib/io/http.h"

#include "lib/base/ascii.h"
#include "lib/io/headers.h"
#include "lib/io/transfer.h"

enum { CODINGS_MOST = 4 };

struct response {
    int status;
    struct slice headers, body;
};

/* "HTTP/1.1 200 OK", then headers; the body is what is left. */
static bool read_head(struct slice s, struct response *response)
{
    static const struct slice http = SLICE("HTTP/");
    size_t next;
    struct slice line = headers_line(s, &next);
    const char *space = line.len == 0 ? NULL : memchr(line.at, ' ', line.len);
    if (!slice_starts(line, http) || space == NULL)
        return false;
    struct slice code =
        headers_trim(slice_after(line, (size_t)(space - line.at)));
    response->status = 0;
    for (size_t i = 0; i < 3 && i < code.len; i++) {
        if (!ascii_is_digit(code.at[i]))
            return false;
        response->status = response->status * 10 + (code.at[i] - '0');
    }
    s = slice_after(s, next);
    size_t len = headers_length(s);
    if (len == 0)
        len = s.len; /* broken off; there is no body then */
    response->headers = slice_from(s.at, len);
    response->body = slice_after(s, len);
    return true;
}

/* The last of several header blocks, and where redirects led to. */
static bool read_heads(struct slice s, struct response *response,
                       struct slice *moved)
{
    static const struct slice scheme = SLICE("http");
    if (!read_head(s, response))
        return false;
    struct response next;
    while (read_head(response->body, &next)) {
        struct slice to = headers_find(response->headers, "Location");
        if (response->status / 100 == 3 && to.len > scheme.len &&
            slice_starts(to, scheme))
            *moved = to;
        *response = next;
    }
    return true;
}

static void tell(struct page_reader *r, const struct page *page, struct diag *d)
{
    d->source = page->name == NULL ? page->file : page->name;
    d->line = d->column = 0;
    page_reader_tell(r, d);
}

/* Takes off one wrapping; false when the page is lost by that. */
static bool unwrapped(struct page_reader *r, struct page *page, int stage,
                      enum transfer_result result, struct diag *d)
{
    switch (result) {
    case TRANSFER_NOT_SO:
        return true;
    case TRANSFER_DAMAGED:
        tell(r, page, d);
        break;
    case TRANSFER_UNSUPPORTED:
    case TRANSFER_FAILED:
        return false;
    default:
        break;
    }
    page->bytes = bytes_slice(&r->body[stage]);
    return true;
}

/* The codings in the order in which they have to be undone. */
static size_t list_codings(struct slice list, struct slice *codings)
{
    size_t count = 0;
    while (count < CODINGS_MOST && list.len != 0) {
        size_t from = list.len;
        while (from != 0 && list.at[from - 1] != ',')
            from--;
        codings[count++] = headers_trim(slice_after(list, from));
        list.len = from == 0 ? 0 : from - 1;
    }
    return count;
}

/* Undoes what was done to the page for its way; false with *d filled. */
static bool unwrap(struct page_reader *r, struct page *page,
                   struct slice headers, struct diag *d)
{
    struct slice codings[CODINGS_MOST];
    struct slice transfer = headers_find(headers, "Transfer-Encoding");
    int stage = 0;
    size_t count = list_codings(transfer, codings);
    if (count != 0 && headers_same(codings[0], "chunked")) {
        bytes_clear(&r->body[0]);
        enum transfer_result result =
            transfer_read_chunks(page->bytes, &r->body[0], d);
        if (r->body[0].failed)
            result = TRANSFER_FAILED;
        if (!unwrapped(r, page, 0, result, d)) {
            diag_no_memory(d);
            return false;
        }
        stage = 1;
    }
    count = list_codings(headers_find(headers, "Content-Encoding"), codings);
    for (size_t i = 0; i < count; i++, stage = 1 - stage) {
        bytes_clear(&r->body[stage]);
        enum transfer_result result = transfer_unpack(
            page->bytes, codings[i], r->page_most, &r->body[stage], d);
        if (!unwrapped(r, page, stage, result, d))
            return false;
    }
    return true;
}

/* Whether the response holds no page to read, which is counted. */
static bool is_passed_over(struct page_reader *r, const struct response *http,
                           struct slice type)
{
    if (http->status != 200)
        r->skipped[SKIPPED_STATUS]++;
    else if (!page_type_may_be_read(type))
        r->skipped[SKIPPED_TYPE]++;
    else
        return false;
    return true;
}

bool http_passes_over(struct page_reader *r, struct slice start)
{
    struct response http;
    struct page page = {0};
    if (!read_head(start, &http))
        return false;
    page_reader_set_type(r, &page, headers_find(http.headers, "Content-Type"));
    return is_passed_over(r, &http, page.type);
}

bool http_read_response(struct page_reader *r, struct page *page,
                        struct slice response, bool blocks)
{
    struct response http;
    struct slice moved = {NULL, 0};
    struct diag d;
    const char *name = page->name == NULL ? page->file : page->name;
    if (blocks ? !read_heads(response, &http, &moved)
               : !read_head(response, &http)) {
        diag_set(&d, name, 1, 1, "no HTTP response");
        return page_reader_reject(r, response, &d);
    }
    page_reader_set_type(r, page, headers_find(http.headers, "Content-Type"));
    if (is_passed_over(r, &http, page->type))
        return true;
    if (!slice_known(page->fetched))
        page_reader_set_time(r, page, headers_find(http.headers, "Date"));
    if (!slice_known(page->url))
        page->url = moved;
    page->bytes = http.body;
    if (!unwrap(r, page, http.headers, &d)) {
        d.source = name;
        d.line = d.column = 1;
        return page_reader_reject(r, response, &d);
    }
    return page_reader_take(r, page);
}

bool http_read_file(struct page_reader *r, struct byte_stream *s,
                    const char *file)
{
    enum { HEADERS_ROOM = 1024 * 1024 };
    struct slice all = byte_stream_peek(s, r->page_most + HEADERS_ROOM);
    page_reader_tell_end(r, s);
    if (s->state == STREAM_RUNS)
        return page_reader_reject_large(r, file, s);
    if (byte_stream_is_lost(s))
        return true;
    struct page page = {.file = file, .line = 1};
    return http_read_response(r, &page, all, true);
}
