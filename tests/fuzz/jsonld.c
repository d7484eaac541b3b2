/*
 * Structured data of any bytes: a page that begins with `<` as it is, all
 * else as a script of JSON-LD.  Records refer to tools that are there, tell
 * places on the page, have scores from 0 to 100 and folded text, and are
 * valid JSON that is read back.
 */
#include <stdio.h>
#include <stdlib.h>

#include "lib/base/text.h"
#include "lib/base/utf8.h"
#include "lib/parse/decode.h"
#include "lib/parse/structured.h"

static void require(bool condition, const char *what)
{
    if (condition)
        return;
    fprintf(stderr, "%s\n", what);
    abort();
}

static void check_text(struct slice text)
{
    struct bytes folded = {0};
    if (!slice_known(text))
        return;
    require(utf8_valid(text) == text.len, "text that is not UTF-8");
    text_add_folded(&folded, text);
    require(slice_equal(bytes_slice(&folded), text), "text not folded");
    bytes_free(&folded);
}

static void check_source(const struct record_source *source, struct slice page)
{
    require(source->offset >= 0 && (size_t)source->offset <= page.len,
            "an offset outside the page");
    size_t line = 1;
    for (size_t i = 0; i < (size_t)source->offset; i++)
        line += page.at[i] == '\n' ||
                (page.at[i] == '\r' &&
                 (i + 1 == page.len || page.at[i + 1] != '\n'));
    require(source->line == (int64_t)line, "another line");
}

static void check_tool(const struct tool_record *t, struct slice page)
{
    require(slice_known(t->name) && t->name.len != 0, "a tool without name");
    check_text(t->name);
    check_text(t->category);
    check_text(t->description);
    check_text(t->url);
    check_text(t->brand);
    check_source(&t->source, page);
}

static void check_review(const struct page_review *r,
                         const struct page_records *records, struct slice page)
{
    int64_t score = r->record.score;
    require(r->tool == NO_TOOL || r->tool < records->tool_count,
            "a review of no tool");
    require(score == DECIMAL_UNKNOWN || (score >= 0 && score <= 10000),
            "a score outside 0 to 100");
    check_text(r->record.reviewer);
    check_text(r->record.text);
    check_text(r->record.title);
    check_text(r->record.date);
    for (size_t i = 0; i < r->record.pro_count; i++)
        check_text(r->record.pros[i]);
    for (size_t i = 0; i < r->record.con_count; i++)
        check_text(r->record.cons[i]);
    check_source(&r->record.source, page);
}

static void check_written(struct page_records *records, struct slice text,
                          struct arena *arena)
{
    struct bytes out = {0};
    struct sighting_reader reader = {0};
    struct page page = {.file = "page"};
    require(page_records_write(records, text, &page, &out), "not written");
    require(out.len <= 64 * (text.len + (1 << 17)) +
                           records->tool_count * 1024 +
                           records->review_count * 1024,
            "records many times the page");
    for (size_t at = 0; at < out.len;) {
        struct sighting s;
        struct diag d;
        size_t len =
            (size_t)((char *)memchr(out.at + at, '\n', out.len - at) - out.at) -
            at;
        if (!sighting_read(&reader, slice_from(out.at + at, len), "", 1, arena,
                           &s, &d)) {
            fprintf(stderr, "%.*s\n%s\n", (int)len, out.at + at, d.message);
            abort();
        }
        at += len + 1;
    }
    sighting_reader_free(&reader);
    bytes_free(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena = {0};
    struct bytes text = {0}, decoded = {0};
    struct html html;
    struct structured_counts counts;
    struct page_records records = {.arena = &arena};
    if (size == 0 || data[0] != '<')
        bytes_add_string(&text, "<script type=application/ld+json>");
    bytes_add(&text, data, size);
    struct page raw = {.bytes = bytes_slice(&text)};
    struct slice page;
    decode_page(&raw, &decoded, &page);
    require(html_read(&html, page, &html_default_limits, &arena) &&
                structured_read(&html, &records, &counts),
            "no memory");
    for (size_t i = 0; i < records.tool_count; i++)
        check_tool(&records.tools[i], page);
    for (size_t i = 0; i < records.review_count; i++)
        check_review(&records.reviews[i], &records, page);
    check_written(&records, page, &arena);
    bytes_free(&decoded);
    bytes_free(&text);
    arena_free(&arena);
    return 0;
}
