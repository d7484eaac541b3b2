#include "lib/io/mhtml.h"

#include <stdio.h>

#include "lib/io/headers.h"
#include "lib/io/transfer.h"

enum { DEPTH_MOST = 4, BOUNDARY_MOST = 200 };

struct mhtml {
    struct page_reader *r;
    const char *file;
    struct slice all;
    struct slice url, date; /* of the snapshot */
    size_t pages;
};

static bool read_entity(struct mhtml *m, struct slice entity, size_t depth);

/* An address that says where something was, and not only what it is called. */
static bool is_address(struct slice url)
{
    static const struct slice schemes[] = {SLICE("http:"), SLICE("https:"),
                                           SLICE("file:")};
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
        if (slice_starts(url, schemes[i]))
            return true;
    return false;
}

static bool take_page(struct mhtml *m, struct slice headers, struct slice body)
{
    struct page_reader *r = m->r;
    struct slice url = headers_find(headers, "Content-Location");
    struct slice coding = headers_find(headers, "Content-Transfer-Encoding");
    size_t offset = (size_t)(body.at - m->all.at);
    struct page page = {.file = m->file,
                        .name = page_reader_name(r, m->file, offset),
                        .url = is_address(url) ? url : m->url,
                        .line = 1,
                        .offset = offset,
                        .bytes = body};
    page_reader_set_type(r, &page, headers_find(headers, "Content-Type"));
    page_reader_set_time(r, &page, m->date);
    bytes_clear(&r->body[0]);
    if (headers_same(coding, "quoted-printable"))
        transfer_add_quoted_printable(&r->body[0], body);
    else if (headers_same(coding, "base64"))
        transfer_add_base64(&r->body[0], body);
    else
        bytes_add_slice(&r->body[0], body);
    if (r->body[0].failed) {
        struct diag d;
        diag_no_memory(&d);
        page_reader_fail(r, &d);
        return true;
    }
    page.bytes = bytes_slice(&r->body[0]);
    m->pages++;
    return page_reader_take(r, &page);
}

/*
 * The next delimiter, a line that begins with "--BOUNDARY": *start is where
 * it begins, with the line end before it, *next is behind it.  False when
 * there is none.
 */
static bool find_delimiter(struct slice s, struct slice delimiter,
                           size_t *start, size_t *next, bool *last)
{
    size_t from = 0;
    while (from < s.len) {
        const char *at =
            memmem(s.at + from, s.len - from, delimiter.at, delimiter.len);
        if (at == NULL)
            return false;
        size_t found = (size_t)(at - s.at);
        from = found + delimiter.len;
        if (found != 0 && s.at[found - 1] != '\n')
            continue;
        struct slice rest = slice_after(s, from);
        if (rest.len != 0 && memchr("- \t\r\n", rest.at[0], 5) == NULL)
            continue; /* of another boundary, which begins alike */
        *last = rest.len >= 2 && memcmp(rest.at, "--", 2) == 0;
        headers_line(rest, next);
        *next += from;
        *start = found;
        if (*start != 0)
            (*start)--;
        if (*start != 0 && s.at[*start - 1] == '\r')
            (*start)--;
        return true;
    }
    return false;
}

static bool read_parts(struct mhtml *m, struct slice body,
                       struct slice boundary, size_t depth)
{
    char text[BOUNDARY_MOST + 3];
    int len =
        snprintf(text, sizeof text, "--%.*s", (int)boundary.len, boundary.at);
    struct slice delimiter = slice_from(text, (size_t)len);
    size_t start, next;
    bool last = false, go_on = true;
    if (!find_delimiter(body, delimiter, &start, &next, &last))
        next = body.len;
    while (go_on && !last && next < body.len) {
        body = slice_after(body, next);
        if (find_delimiter(body, delimiter, &start, &next, &last)) {
            go_on = read_entity(m, slice_from(body.at, start), depth + 1);
        } else {
            struct diag d;
            diag_set(&d, m->file, 0, 0, "breaks off inside a part");
            page_reader_tell(m->r, &d);
            go_on = read_entity(m, body, depth + 1);
            next = body.len;
        }
    }
    return go_on;
}

static bool read_entity(struct mhtml *m, struct slice entity, size_t depth)
{
    static const struct slice multipart = SLICE("multipart/");
    size_t len = headers_length(entity);
    struct slice headers = slice_from(entity.at, len == 0 ? entity.len : len);
    struct slice body = slice_after(entity, headers.len);
    struct slice value = headers_find(headers, "Content-Type");
    struct slice boundary = headers_parameter(value, "boundary");
    struct page page;
    page_reader_set_type(m->r, &page, value);
    if (slice_starts(page.type, multipart) && boundary.len != 0 &&
        boundary.len <= BOUNDARY_MOST && depth < DEPTH_MOST)
        return read_parts(m, body, boundary, depth);
    bool html = slice_is(page.type, "text/html") ||
                slice_is(page.type, "application/xhtml+xml");
    return !html || take_page(m, headers, body);
}

bool mhtml_read_file(struct page_reader *r, struct byte_stream *s,
                     const char *file)
{
    struct slice all = byte_stream_peek(s, r->page_most + 1);
    page_reader_tell_end(r, s);
    if (s->state == STREAM_RUNS)
        return page_reader_reject_large(r, file, s);
    if (byte_stream_is_lost(s))
        return true;
    struct slice headers = slice_from(all.at, headers_length(all));
    struct mhtml m = {r, file, all, {NULL, 0}, {NULL, 0}, 0};
    m.url = headers_find(headers, "Snapshot-Content-Location");
    m.date = headers_find(headers, "Date");
    bool go_on = read_entity(&m, all, 0);
    if (m.pages == 0) {
        struct diag d;
        diag_set(&d, file, 1, 1, "no HTML in any of its parts");
        return page_reader_reject(r, all, &d);
    }
    return go_on;
}
