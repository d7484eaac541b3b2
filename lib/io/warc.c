#include "lib/io/warc.h"

#include "lib/io/headers.h"
#include "lib/io/http.h"

enum {
    HEADER_MOST = 64 * 1024,
    RECORD_ROOM = 1024 * 1024, /* of a record beside the page in it */
    TAIL = 16                  /* what is looked at behind a record */
};

struct warc {
    struct page_reader *r;
    struct byte_stream *in;
    const char *file;
};

struct record {
    size_t offset;
    struct slice type, header; /* the latter without its first line */
    size_t length;             /* as stated; 0 when it is not */
};

static void tell(struct warc *w, const char *what, size_t offset)
{
    struct diag d;
    diag_set(&d, w->file, 0, 0, "byte %zu: %s", offset, what);
    page_reader_tell(w->r, &d);
}

/* Whether a record begins here: "WARC/1.". */
static bool is_start(struct slice s)
{
    return s.len >= 7 && memcmp(s.at, "WARC/", 5) == 0 && s.at[5] >= '0' &&
           s.at[5] <= '9' && s.at[6] == '.';
}

/* Where, behind a line's end, the next record begins; s.len when none does. */
static size_t find_start(struct slice s, size_t from)
{
    while (from < s.len) {
        const char *at =
            memmem(s.at + from, s.len - from, "\nWARC/", strlen("\nWARC/"));
        if (at == NULL)
            break;
        size_t start = (size_t)(at - s.at) + 1;
        if (is_start(slice_after(s, start)))
            return start;
        from = start;
    }
    return s.len;
}

static size_t line_ends(struct slice s, size_t from)
{
    size_t at = from;
    while (at < s.len && (s.at[at] == '\r' || s.at[at] == '\n'))
        at++;
    return at - from;
}

/*
 * Moves on to the next record.  What stands before it, but for empty lines,
 * belongs to no record.  False at the end.
 */
static bool find_record(struct warc *w)
{
    size_t from = w->in->offset, lost = 0;
    bool found = false, more = true;
    while (!found && more) {
        struct slice window = byte_stream_peek(w->in, HEADER_MOST);
        size_t empty = lost == 0 ? line_ends(window, 0) : 0;
        if (empty != 0 && w->in->state == STREAM_RUNS) {
            byte_stream_take(w->in, empty);
            from = w->in->offset;
            continue;
        }
        size_t start = empty;
        found = lost == 0 && is_start(slice_after(window, empty));
        if (!found) {
            start = find_start(window, 0);
            found = start < window.len;
        }
        bool ended = w->in->state != STREAM_RUNS;
        if (!found && !ended)
            start -= TAIL; /* which may be a start that is not all there */
        lost += start > empty ? start : 0;
        byte_stream_take(w->in, start);
        if (!found && ended) {
            page_reader_tell_end(w->r, w->in);
            more = byte_stream_resume(w->in);
        }
    }
    if (lost != 0) {
        struct diag d;
        diag_set(&d, w->file, 0, 0,
                 "byte %zu: no WARC record: %zu bytes passed over", from, lost);
        page_reader_tell(w->r, &d);
    }
    return found;
}

static size_t read_length(struct slice s, bool *stated)
{
    size_t length = 0;
    *stated = s.len != 0 && s.len < 16;
    for (size_t i = 0; *stated && i < s.len; i++) {
        *stated = s.at[i] >= '0' && s.at[i] <= '9';
        length = length * 10 + (size_t)(s.at[i] - '0');
    }
    return *stated ? length : 0;
}

/* Reads a record's header and moves behind it; false when it is broken. */
static bool read_header(struct warc *w, struct record *record)
{
    struct slice window = byte_stream_peek(w->in, HEADER_MOST);
    size_t first, len = headers_length(window);
    record->offset = w->in->offset;
    headers_line(window, &first);
    if (len == 0 || len > HEADER_MOST) {
        tell(w, "the header of a WARC record has no end", record->offset);
        byte_stream_take(w->in, first);
        return false;
    }
    bytes_clear(&w->r->header);
    bytes_add(&w->r->header, window.at + first, len - first);
    record->header = bytes_slice(&w->r->header);
    record->type = headers_find(record->header, "WARC-Type");
    bool stated;
    record->length =
        read_length(headers_find(record->header, "Content-Length"), &stated);
    if (!stated)
        tell(w, "a WARC record without a Content-Length", record->offset);
    byte_stream_take(w->in, len);
    return true;
}

/* Whether a record may end at `at`: empty lines, then another or the end. */
static bool ends_well(const struct warc *w, struct slice window, size_t at)
{
    at += line_ends(window, at);
    return at == window.len ? w->in->state != STREAM_RUNS
                            : is_start(slice_after(window, at));
}

/* The record's end where a wrong length leaves none, without empty lines. */
static size_t trim_end(struct slice window, size_t end)
{
    for (int lines = 0; lines < 2 && end != 0 && window.at[end - 1] == '\n';
         lines++)
        end -= end >= 2 && window.at[end - 2] == '\r' ? 2 : 1;
    return end;
}

/* The next record's start, searched for in up to `most` bytes. */
static size_t search_next(struct warc *w, size_t most, struct slice *window)
{
    size_t next = find_start(*window, 0);
    while (next == window->len && window->len < most &&
           w->in->state == STREAM_RUNS) {
        size_t searched = window->len < TAIL ? 0 : window->len - TAIL;
        size_t want = 2 * window->len + HEADER_MOST;
        *window = byte_stream_peek(w->in, want < most ? want : most);
        next = find_start(*window, searched);
    }
    return next;
}

/*
 * The content of a record, in the window.  Where the stated length does not
 * lead to another record, the next one is searched for; *whole is where that
 * begins, or the content ends.  Unknown when the record has more than `most`
 * bytes.
 */
static struct slice find_content(struct warc *w, const struct record *record,
                                 size_t most, size_t *whole)
{
    struct diag d;
    size_t length = record->length;
    struct slice window =
        byte_stream_peek(w->in, (length < most ? length : most) + TAIL);
    *whole = length;
    if (window.len >= length && ends_well(w, window, length))
        return slice_from(window.at, length);
    size_t next = search_next(w, most, &window);
    size_t end = trim_end(window, next);
    if (next < window.len && end != length) {
        diag_set(&d, w->file, 0, 0,
                 "byte %zu: a WARC record of %zu bytes that says %zu",
                 record->offset, end, length);
        page_reader_tell(w->r, &d);
        *whole = next;
        return slice_from(window.at, end);
    }
    if (window.len >= length)
        return slice_from(window.at, length);
    if (w->in->state == STREAM_RUNS)
        return slice_from(NULL, 0);
    diag_set(&d, w->file, 0, 0,
             "byte %zu: a WARC record breaks off after %zu of %zu bytes",
             record->offset, window.len, length);
    page_reader_tell(w->r, &d);
    *whole = window.len;
    return window;
}

static struct slice without_brackets(struct slice url)
{
    if (url.len >= 2 && url.at[0] == '<' && url.at[url.len - 1] == '>')
        return slice_from(url.at + 1, url.len - 2);
    return url;
}

static bool holds_page(const struct record *record)
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

static void describe(struct warc *w, const struct record *record,
                     struct page *page)
{
    struct slice header = record->header;
    *page = (struct page){
        .file = w->file,
        .name = page_reader_name(w->r, w->file, record->offset),
        .url = without_brackets(headers_find(header, "WARC-Target-URI")),
        .line = 1,
        .offset = record->offset};
    page_reader_set_time(w->r, page, headers_find(header, "WARC-Date"));
    page_reader_set_type(w->r, page, headers_find(header, "Content-Type"));
}

static bool take_page(struct warc *w, const struct record *record,
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
                 cut.len < 60 ? (int)cut.len : 60, cut.at);
        listener_tell(w->r->listener, &d);
    }
    page.bytes = content;
    if (is_http(&page, content))
        return http_read_response(w->r, &page, content, false);
    if (page_type_may_be_read(page.type))
        return page_reader_take(w->r, &page);
    w->r->skipped[SKIPPED_TYPE]++;
    return true;
}

/* A record too large to be held: unless it is no page anyway, it is lost. */
static bool pass_large(struct warc *w, const struct record *record)
{
    struct page page;
    bool go_on = true;
    struct slice start = byte_stream_peek(w->in, HEADER_MOST);
    describe(w, record, &page);
    bool passed = is_http(&page, start) ? http_passes_over(w->r, start)
                                        : !page_type_may_be_read(page.type);
    if (holds_page(record) && !passed) {
        struct diag d;
        diag_set(&d, page.name, 1, 1,
                 "a page of more than the %zu bytes allowed (--max-page)",
                 w->r->page_most);
        go_on = page_reader_reject(w->r, slice_from("", 0), &d);
    }
    byte_stream_skip(w->in, record->length);
    return go_on;
}

bool warc_read(struct page_reader *r, struct byte_stream *in, const char *file)
{
    struct warc w = {r, in, file};
    bool go_on = true;
    while (go_on && find_record(&w)) {
        struct record record;
        size_t whole;
        if (!read_header(&w, &record))
            continue;
        struct slice content =
            find_content(&w, &record, r->page_most + RECORD_ROOM, &whole);
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
