/* What a page source hands out and says, written down as text. */
#ifndef TESTS_UNIT_PAGE_LOG_H
#define TESTS_UNIT_PAGE_LOG_H

#include "lib/parse/sources.h"

/* A line a page or message, the latter with "! " before it. */
struct page_log {
    struct page_reader reader;
    struct listener listener;
    struct bytes text;
    bool with_bytes; /* the pages themselves, else their lengths */
};

static void log_slice(struct page_log *log, const char *what, struct slice s)
{
    if (slice_known(s))
        bytes_add_format(&log->text, " %s=%.*s", what, (int)s.len, s.at);
}

static bool log_page(void *self, const struct page *page)
{
    struct page_log *log = self;
    bytes_add_string(&log->text, page->name);
    log_slice(log, "url", page->url);
    log_slice(log, "fetched", page->fetched);
    log_slice(log, "type", page->type);
    log_slice(log, "charset", page->charset);
    if (log->with_bytes) {
        bytes_add_string(&log->text, " [");
        bytes_add_slice(&log->text, page->bytes);
        bytes_add_string(&log->text, "]\n");
    } else {
        bytes_add_format(&log->text, " %zu bytes\n", page->bytes.len);
    }
    return true;
}

static void log_message(void *self, const struct diag *d)
{
    struct page_log *log = self;
    bytes_add_format(&log->text, "! %s: %s\n", d->source, d->message);
}

static void page_log_init(struct page_log *log)
{
    *log = (struct page_log){0};
    log->listener = (struct listener){log_message, log};
    log->reader = (struct page_reader){.page_most = 1 << 20,
                                       .line_most = 1 << 20,
                                       .listener = &log->listener,
                                       .take = log_page,
                                       .self = log};
}

/* What was logged, as a string; empties the log. */
static const char *page_log_text(struct page_log *log)
{
    bytes_add_byte(&log->text, '\0');
    log->text.len = 0;
    return log->text.at;
}

/* Reads bytes as the file `name`. */
static void page_log_read(struct page_log *log, const char *name,
                          struct slice bytes)
{
    struct byte_stream stream;
    byte_stream_over(&stream, bytes, byte_stream_unpacker(bytes));
    stream.name = name;
    sources_read_stream(&log->reader, &stream, name);
    byte_stream_close(&stream);
}

static void page_log_free(struct page_log *log)
{
    page_reader_free(&log->reader);
    bytes_free(&log->text);
}

#endif
