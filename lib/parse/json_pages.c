#include "lib/parse/json_pages.h"

#include "lib/base/utf8.h"
#include "lib/io/headers.h"
#include "lib/io/rejects.h"
#include "lib/io/transfer.h"
#include "lib/json/fields.h"

enum { BLOCK = 64 * 1024 };

/* Of several members for one thing, the first one that is there counts. */
enum member {
    HTML,
    BODY,
    CONTENT,
    TEXT,
    URL,
    URL_LARGE,
    LINK,
    FETCHED,
    CRAWLED_AT,
    TIMESTAMP,
    DATE,
    CHARSET,
    ENCODING,
    STATUS,
    STATUS_CODE,
    TYPE,
    RATING,
    SCORE,
    STARS,
    MEMBERS
};

static const struct slice names[MEMBERS] = {
    [HTML] = SLICE("html"),
    [BODY] = SLICE("body"),
    [CONTENT] = SLICE("content"),
    [TEXT] = SLICE("text"),
    [URL] = SLICE("url"),
    [URL_LARGE] = SLICE("URL"),
    [LINK] = SLICE("link"),
    [FETCHED] = SLICE("fetched"),
    [CRAWLED_AT] = SLICE("crawled_at"),
    [TIMESTAMP] = SLICE("timestamp"),
    [DATE] = SLICE("date"),
    [CHARSET] = SLICE("charset"),
    [ENCODING] = SLICE("encoding"),
    [STATUS] = SLICE("status"),
    [STATUS_CODE] = SLICE("status_code"),
    [TYPE] = SLICE("type"),
    [RATING] = SLICE("rating"),
    [SCORE] = SLICE("score"),
    [STARS] = SLICE("stars"),
};

struct json_pages {
    struct page_reader *r;
    struct byte_stream *s;
    const char *file;
    size_t number;     /* of the line, from 1 */
    size_t items;      /* lines that look like what was read off a page... */
    size_t first_item; /* ...and the first of them */
    struct field_reader reader;
    struct field fields[MEMBERS];
};

static const struct field *find(const struct json_pages *j, enum member from,
                                enum member to, enum field_kind kind)
{
    for (enum member i = from; i <= to; i++)
        if (j->fields[i].kind == kind)
            return &j->fields[i];
    return NULL;
}

static struct slice decode(const struct field *f, struct bytes *out)
{
    bytes_clear(out);
    if (f == NULL)
        return slice_from(NULL, 0);
    field_add_decoded(out, f);
    return bytes_slice(out);
}

static void set_time(struct json_pages *j, struct page *page)
{
    for (enum member i = FETCHED; i <= DATE && !slice_known(page->fetched); i++)
        if (j->fields[i].kind == FIELD_STRING ||
            j->fields[i].kind == FIELD_NUMBER)
            page_reader_set_time(j->r, page, j->fields[i].raw);
}

/*
 * The page's bytes.  A JSON string is text, whatever charset the page had
 * when it was fetched, unless it is the bytes themselves in Base64.
 */
static void set_bytes(struct json_pages *j, const struct field *body,
                      struct page *page)
{
    static const struct slice utf8 = SLICE("utf-8"), html = SLICE("text/html"),
                              plain = SLICE("text/plain");
    const struct field *coding = find(j, ENCODING, ENCODING, FIELD_STRING);
    struct slice text = decode(body, &j->r->body[0]);
    page->bytes = text;
    page->charset = utf8;
    if (body == &j->fields[HTML])
        page->type = html;
    else if (body == &j->fields[TEXT])
        page->type = plain;
    if (coding == NULL || !headers_same(coding->raw, "base64"))
        return;
    bytes_clear(&j->r->body[1]);
    transfer_add_base64(&j->r->body[1], text);
    page->bytes = bytes_slice(&j->r->body[1]);
    page->charset =
        decode(find(j, CHARSET, CHARSET, FIELD_STRING), &j->r->type);
}

/* Whether the crawler got no page, but an error. */
static bool is_error(const struct json_pages *j)
{
    const struct field *status = find(j, STATUS, STATUS_CODE, FIELD_NUMBER);
    return status != NULL && status->raw.len == 3 &&
           !slice_is(status->raw, "200");
}

/* A record of these very programs has a text as well, but is no page. */
static bool is_record(const struct json_pages *j)
{
    const struct field *type = find(j, TYPE, TYPE, FIELD_STRING);
    return type != NULL &&
           (slice_is(type->raw, "tool") || slice_is(type->raw, "review") ||
            slice_is(type->raw, "vote") || slice_is(type->raw, "verdict"));
}

/*
 * Whether somebody else has taken the page apart already: a rating stands
 * beside a text of one line.
 */
static bool is_item(const struct json_pages *j, const struct field *body)
{
    bool rated = false;
    for (enum member i = RATING; i <= STARS; i++)
        rated = rated || j->fields[i].kind == FIELD_NUMBER ||
                j->fields[i].kind == FIELD_STRING;
    return rated && body != &j->fields[HTML] &&
           memmem(body->raw.at, body->raw.len, "\\n", 2) == NULL &&
           memchr(body->raw.at, '<', body->raw.len) == NULL;
}

static void tell_items(const struct json_pages *j)
{
    struct diag d;
    if (j->items == 0)
        return;
    diag_set(&d, j->file, j->first_item, 0,
             "items without their page, the first here: %zu; vscore reads "
             "them as review records",
             j->items);
    listener_tell(j->r->listener, &d);
}

static bool take_page(struct json_pages *j, struct slice line,
                      const struct field *body)
{
    struct page_reader *r = j->r;
    struct page page = {
        .file = j->file, .line = j->number, .offset = j->s->offset};
    bytes_clear(&r->name);
    bytes_add_format(&r->name, "%s:%zu", j->file, j->number);
    bytes_add_byte(&r->name, '\0');
    page.url = decode(find(j, URL, LINK, FIELD_STRING), &r->header);
    set_time(j, &page);
    set_bytes(j, body, &page);
    if (r->name.failed || r->header.failed || r->type.failed ||
        r->body[0].failed || r->body[1].failed) {
        struct diag d;
        diag_no_memory(&d);
        return page_reader_reject(r, line, &d);
    }
    page.name = r->name.at;
    return page_reader_take(r, &page);
}

static bool read_line(struct json_pages *j, struct slice line)
{
    struct page_reader *r = j->r;
    struct slice text = line;
    struct diag d;
    if (text.len != 0 && text.at[0] == '\x1e')
        text = slice_after(text, 1);
    if (headers_trim(text).len == 0)
        return true;
    if (fields_read(&j->reader, text, j->file, j->number, j->fields, NULL,
                    &d) != FIELDS_READ)
        return page_reader_reject(r, line, &d);
    if (is_error(j)) {
        r->skipped[SKIPPED_STATUS]++;
        return true;
    }
    const struct field *body = find(j, HTML, TEXT, FIELD_STRING);
    bool record = is_record(j);
    if (body != NULL && !record) {
        if (is_item(j, body) && j->items++ == 0)
            j->first_item = j->number;
        return take_page(j, line, body);
    }
    diag_set(&d, j->file, j->number, 1,
             record ? "a record, and no page"
                    : "no page: no string html, body, content or text");
    return page_reader_reject(r, line, &d);
}

/* The next line, in the window; *len is its length with its end. */
static struct slice find_line(struct json_pages *j, size_t *len)
{
    struct slice window = byte_stream_peek(j->s, 1);
    size_t searched = 0;
    for (;;) {
        const char *end =
            window.len == searched
                ? NULL
                : memchr(window.at + searched, '\n', window.len - searched);
        if (end != NULL) {
            *len = (size_t)(end - window.at) + 1;
            return slice_from(window.at, *len - 1);
        }
        *len = byte_stream_is_lost(j->s) ? 0 : window.len;
        if (j->s->state != STREAM_RUNS || window.len > j->r->line_most)
            return window;
        searched = window.len;
        window = byte_stream_peek(j->s, 2 * window.len + BLOCK);
    }
}

/* Rejects a line that is too long, to its end. */
static bool reject_long_line(struct json_pages *j, struct slice line,
                             size_t len)
{
    struct diag d;
    struct output *rejects = j->r->rejects;
    size_t all = line.len;
    if (!page_reader_settle(j->r))
        return false;
    rejects_add(rejects, line);
    while (len == line.len && len != 0) {
        byte_stream_take(j->s, len);
        struct slice window = byte_stream_peek(j->s, 1);
        const char *end =
            window.len == 0 ? NULL : memchr(window.at, '\n', window.len);
        line.len = end == NULL ? window.len : (size_t)(end - window.at);
        len = end == NULL ? line.len : line.len + 1;
        rejects_add(rejects, slice_from(window.at, line.len));
        all += line.len;
    }
    byte_stream_take(j->s, len);
    diag_set(&d, j->file, j->number, j->r->line_most + 1,
             "a line of %zu bytes, longer than the %zu allowed (--max-line)",
             all, j->r->line_most);
    rejects_explain(rejects, all, &d);
    listener_tell(j->r->listener, &d);
    j->r->rejected++;
    return !j->r->strict;
}

bool json_pages_read(struct page_reader *r, struct byte_stream *s,
                     const char *file)
{
    enum { MARK_LENGTH = 3 };
    struct json_pages j = {.r = r, .s = s, .file = file};
    bool go_on = true;
    field_reader_init(&j.reader, names, MEMBERS);
    struct slice start = byte_stream_peek(s, MARK_LENGTH);
    byte_stream_take(s, start.len - utf8_without_mark(start).len);
    for (j.number = 1; go_on; j.number++) {
        size_t len;
        struct slice line = find_line(&j, &len);
        if (len == 0) {
            page_reader_tell_end(r, s);
            if (!byte_stream_resume(s))
                break;
        } else if (line.len > r->line_most) {
            go_on = reject_long_line(&j, line, len);
        } else {
            go_on = read_line(&j, line);
            byte_stream_take(s, len);
        }
    }
    tell_items(&j);
    return go_on;
}
