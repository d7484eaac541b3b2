#include "lib/io/pages.h"

#include "lib/base/instant.h"
#include "lib/io/headers.h"
#include "lib/io/rejects.h"

void page_reader_free(struct page_reader *r)
{
    bytes_free(&r->name);
    bytes_free(&r->header);
    bytes_free(&r->type);
    bytes_free(&r->fetched);
    bytes_free(&r->body[0]);
    bytes_free(&r->body[1]);
}

static bool is_blank(struct slice s)
{
    for (size_t i = 0; i < s.len; i++)
        if (memchr(" \t\r\n", s.at[i], 4) == NULL)
            return false;
    return true;
}

static bool is_said_to_be_text(const struct page_reader *r)
{
    return r->format == PAGES_HTML || r->format == PAGES_TEXT;
}

/* What bytes that begin like this are instead of a page; NULL: they may be. */
static const char *what_instead(const struct page_reader *r,
                                const struct page *page)
{
    const char *what =
        is_said_to_be_text(r) ? NULL : format_foreign(page->bytes);
    /* In a container it is one of many answers, and nobody's mistake. */
    if (what == NULL && page->name == page->file && r->format == PAGES_AUTO &&
        !slice_known(page->type) && format_is_json_array(page->bytes))
        what = "a JSON array; an object a line is read, as jq -c '.[]' "
               "writes them";
    return what;
}

static void refuse_large(const struct page_reader *r, const char *name,
                         struct slice start, struct diag *d)
{
    const char *what = is_said_to_be_text(r) ? NULL : format_signature(start);
    if (what != NULL)
        diag_set(d, name, 1, 1, "no page: %s", what);
    else
        diag_set(d, name, 1, 1,
                 "a page of more than the %zu bytes allowed (--max-page)",
                 r->page_most);
}

/* Why a page cannot be read; false when it can. */
static bool is_refused(const struct page_reader *r, const struct page *page,
                       struct diag *d)
{
    struct slice bytes = page->bytes;
    if (bytes.len > r->page_most) {
        refuse_large(r, page->name, bytes, d);
        return true;
    }
    if (is_blank(bytes)) {
        diag_set(d, page->name, 1, 1, "an empty page");
        return true;
    }
    const char *what = what_instead(r, page);
    if (what != NULL)
        diag_set(d, page->name, 1, 1, "no page: %s", what);
    return what != NULL;
}

bool page_reader_take(struct page_reader *r, struct page *page)
{
    struct diag d;
    bool whole_file = page->name == NULL;
    if (whole_file)
        page->name = page->file;
    if (!whole_file && is_blank(page->bytes)) {
        r->skipped[SKIPPED_EMPTY]++;
        return true;
    }
    if (is_refused(r, page, &d))
        return page_reader_reject(r, page->bytes, &d);
    if (!slice_known(page->url))
        page->url = r->url;
    r->taken++;
    return r->take(r->self, page);
}

bool page_reader_settle(struct page_reader *r)
{
    return (r->rejects == NULL && !r->strict) || r->settle == NULL ||
           r->settle(r->self);
}

bool page_reader_reject(struct page_reader *r, struct slice bytes,
                        const struct diag *d)
{
    if (!page_reader_settle(r))
        return false;
    if (d->no_memory) {
        page_reader_fail(r, d);
        return false;
    }
    rejects_add(r->rejects, bytes);
    rejects_explain(r->rejects, bytes.len, d);
    listener_tell(r->listener, d);
    r->rejected++;
    return !r->strict;
}

bool page_reader_reject_large(struct page_reader *r, const char *name,
                              struct byte_stream *s)
{
    struct diag d;
    size_t len = 0;
    if (!page_reader_settle(r))
        return false;
    refuse_large(r, name, byte_stream_peek(s, FORMAT_LOOK), &d);
    /* What is compressed may be a thousand times as large as it looks. */
    size_t most = r->rejects == NULL         ? 0
                  : byte_stream_is_packed(s) ? r->page_most
                                             : (size_t)-1;
    while (len < most) {
        struct slice window = byte_stream_peek(s, 1);
        size_t take = window.len < most - len ? window.len : most - len;
        if (take == 0)
            break;
        rejects_add(r->rejects, slice_from(window.at, take));
        byte_stream_take(s, take);
        len += take;
    }
    rejects_explain(r->rejects, len, &d);
    listener_tell(r->listener, &d);
    r->rejected++;
    return !r->strict;
}

void page_reader_tell(struct page_reader *r, const struct diag *d)
{
    listener_tell(r->listener, d);
    r->damaged++;
}

void page_reader_fail(struct page_reader *r, const struct diag *d)
{
    listener_tell(r->listener, d);
    r->unreadable++;
}

void page_reader_tell_end(struct page_reader *r, const struct byte_stream *s)
{
    if (s->state == STREAM_BROKEN)
        page_reader_tell(r, &s->d);
    else if (s->state == STREAM_FAILED)
        page_reader_fail(r, &s->d);
}

void page_reader_tell_skipped(struct page_reader *r, const char *file)
{
    static const char *const why[SKIPPED_KINDS] = {
        [SKIPPED_STATUS] = "with an HTTP status other than 200",
        [SKIPPED_TYPE] = "neither HTML nor text",
        [SKIPPED_EMPTY] = "empty",
        [SKIPPED_PART] = "later parts of a record"};
    struct bytes list = {0};
    size_t all = 0;
    for (size_t i = 0; i < SKIPPED_KINDS; i++) {
        if (r->skipped[i] == 0)
            continue;
        bytes_add_format(&list, "%s%zu %s", all == 0 ? "" : ", ", r->skipped[i],
                         why[i]);
        all += r->skipped[i];
        r->skipped[i] = 0;
    }
    if (all != 0) {
        struct diag d;
        diag_set(&d, file, 0, 0, "passed over: %.*s", (int)list.len, list.at);
        listener_tell(r->listener, &d);
    }
    bytes_free(&list);
}

const char *page_reader_name(struct page_reader *r, const char *file,
                             size_t offset)
{
    bytes_clear(&r->name);
    bytes_add_format(&r->name, "%s@%zu", file, offset);
    bytes_add_byte(&r->name, '\0');
    return r->name.failed ? file : r->name.at;
}

void page_reader_set_type(struct page_reader *r, struct page *page,
                          struct slice content_type)
{
    bytes_clear(&r->type);
    page->type = headers_media_type(content_type, &r->type);
    page->charset = headers_parameter(content_type, "charset");
}

void page_reader_set_time(struct page_reader *r, struct page *page,
                          struct slice date)
{
    bytes_clear(&r->fetched);
    if (instant_add(&r->fetched, date) && !r->fetched.failed)
        page->fetched = bytes_slice(&r->fetched);
}

bool page_type_may_be_read(struct slice type)
{
    static const char *const pages[] = {
        "text/html",          "application/xhtml+xml",
        "text/plain",         "text/markdown",
        "text/xml",           "application/xml",
        "application/ld+json"};
    if (!slice_known(type))
        return true;
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
        if (slice_is(type, pages[i]))
            return true;
    return false;
}
