#include "lib/parse/sources.h"

#include "lib/io/folder.h"
#include "lib/io/http.h"
#include "lib/io/mhtml.h"
#include "lib/io/warc.h"
#include "lib/parse/json_pages.h"

/* What a page is when the user has said it. */
static struct slice type_of(enum page_format format)
{
    switch (format) {
    case PAGES_HTML:
        return slice_of("text/html");
    case PAGES_TEXT:
        return slice_of("text/plain");
    case PAGES_CSV:
        return slice_of("text/csv");
    case PAGES_TSV:
        return slice_of("text/tab-separated-values");
    case PAGES_JSONLD:
        return slice_of("application/ld+json");
    default:
        return slice_from(NULL, 0);
    }
}

/* A file that is one page. */
static bool read_page(struct page_reader *r, struct byte_stream *s,
                      const char *file, enum page_format format)
{
    struct slice all = byte_stream_peek(s, r->page_most + 1);
    page_reader_tell_end(r, s);
    if (all.len > r->page_most)
        return page_reader_reject_large(r, file, s);
    /* A file that cannot be read is no empty page. */
    if (byte_stream_is_lost(s))
        return true;
    struct page page = {
        .file = file, .bytes = all, .type = type_of(format), .line = 1};
    return page_reader_take(r, &page);
}

bool sources_read_stream(struct page_reader *r, struct byte_stream *s,
                         const char *file)
{
    enum page_format format = r->format;
    struct slice start = byte_stream_peek(s, FORMAT_LOOK);
    if (format == PAGES_AUTO)
        format = page_format_of(start);
    bool go_on;
    switch (format) {
    case PAGES_WARC:
        go_on = (format_is_arc(start) ? arc_read : warc_read)(r, s, file);
        break;
    case PAGES_HTTP:
        go_on = http_read_file(r, s, file);
        break;
    case PAGES_MHTML:
        go_on = mhtml_read_file(r, s, file);
        break;
    case PAGES_JSONL:
        go_on = json_pages_read(r, s, file);
        break;
    default:
        go_on = read_page(r, s, file, format);
    }
    page_reader_tell_skipped(r, file);
    return go_on;
}

static bool read_file(void *self, const char *file)
{
    struct page_reader *r = self;
    struct byte_stream stream;
    struct diag d;
    if (!byte_stream_open(&stream, file, &d)) {
        page_reader_fail(r, &d);
        return true;
    }
    bool go_on = sources_read_stream(r, &stream, file);
    byte_stream_close(&stream);
    return go_on;
}

static void refuse(void *self, const struct diag *d)
{
    page_reader_tell(self, d);
}

static void pass(void *self, const struct diag *d)
{
    struct page_reader *r = self;
    listener_tell(r->listener, d);
}

/* What was in a folder besides files, or that there were none. */
static void tell_rest(const struct page_reader *r, const char *folder,
                      const struct folder_walker *w)
{
    struct diag d;
    if (w->hidden != 0) {
        diag_set(&d, folder, 0, 0, "passed over: %zu hidden", w->hidden);
        listener_tell(r->listener, &d);
    }
    if (w->repeated > 1) {
        diag_set(&d, folder, 0, 0,
                 "passed over: folders that were read already: %zu",
                 w->repeated);
        listener_tell(r->listener, &d);
    }
    if (w->files == 0) {
        diag_set(&d, folder, 0, 0, "no files in this folder");
        listener_tell(r->listener, &d);
    }
}

bool sources_read(struct page_reader *r, const char *operand)
{
    if (strcmp(operand, "-") == 0 || !folder_is(operand))
        return read_file(r, operand);
    struct folder_walker walker = {
        .take = read_file, .refuse = refuse, .pass = pass, .self = r};
    bool go_on = folder_walk(&walker, operand);
    tell_rest(r, operand, &walker);
    return go_on;
}
