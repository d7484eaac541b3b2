/*
 * Pages of any bytes: each record that comes of one is read back, its key
 * and id are those of what it says, and the same page gives the same bytes.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "lib/base/text.h"
#include "lib/base/utf8.h"
#include "lib/parse/parse.h"
#include "lib/record/key.h"
#include "lib/record/sighting.h"

static struct parser parser;
static struct sighting_reader reader;
static struct arena arena;
static struct bytes records, again;

static void require(bool condition, const char *what)
{
    if (condition)
        return;
    fprintf(stderr, "%s\n%.*s\n", what, (int)records.len, records.at);
    abort();
}

static void ignore(void *self, const struct diag *d)
{
    (void)self;
    require(d->message[0] != '\0', "a diagnostic without words");
}

static void check_string(struct slice s)
{
    struct bytes folded = {0};
    if (!slice_known(s))
        return;
    require(utf8_valid(s) == s.len, "a string that is not UTF-8");
    text_add_folded(&folded, s);
    require(slice_equal(bytes_slice(&folded), s), "a string is not folded");
    bytes_free(&folded);
}

static void check_tool(const struct tool_record *t)
{
    struct bytes key = {0};
    key_add_tool(&key, t->name, t->tagline);
    require(slice_equal(bytes_slice(&key), t->tool), "a tool's key is wrong");
    bytes_free(&key);
    const struct slice strings[] = {t->tool,     t->name,  t->tagline,
                                    t->category, t->entry, t->pricing};
    for (size_t i = 0; i < sizeof strings / sizeof *strings; i++)
        check_string(strings[i]);
    require(t->page.len == 16 && t->col >= 0, "a tool without a place");
}

static void check_review(const struct review_record *r, size_t tools)
{
    struct bytes id = {0};
    key_add_review(&id, r->tool, r->reviewer, r->text);
    require(slice_equal(bytes_slice(&id), r->id), "a review's id is wrong");
    bytes_free(&id);
    check_string(r->name);
    check_string(r->reviewer);
    check_string(r->text);
    require(r->col < (int64_t)tools, "a review of no tool");
    require(slice_known(r->text) || slice_known(r->reviewer) ||
                r->score != DECIMAL_UNKNOWN || r->verdict != JUDGEMENT_UNKNOWN,
            "a review that says nothing");
}

static void check_records(const struct parse_result *result, size_t lines)
{
    size_t tools = 0, reviews = 0, number = 0;
    struct slice rest = bytes_slice(&records);
    while (rest.len != 0) {
        const char *end = memchr(rest.at, '\n', rest.len);
        struct sighting s;
        struct diag d;
        require(end != NULL, "a record without its end");
        struct slice line = slice_from(rest.at, (size_t)(end - rest.at));
        arena_reset(&arena);
        require(sighting_read(&reader, line, "out", ++number, &arena, &s, &d),
                "a record is not read back");
        require(s.others.len == 0, "a member that no reader knows");
        if (s.type == SIGHTING_TOOL)
            check_tool(&s.tool);
        else
            check_review(&s.review, result->tools);
        int64_t at =
            s.type == SIGHTING_TOOL ? s.tool.source.line : s.review.source.line;
        require(at >= 1 && (size_t)at <= lines, "a record past the page");
        tools += s.type == SIGHTING_TOOL;
        reviews += s.type == SIGHTING_REVIEW;
        rest = slice_after(rest, line.len + 1);
    }
    require(tools == result->tools && reviews == result->reviews,
            "records are missing");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const struct listener listener = {ignore, NULL};
    struct page page = {
        .file = "page",
        .name = "page",
        .bytes = slice_from(size == 0 ? "" : (const char *)data, size),
        .line = 1,
    };
    static bool ready;
    static struct parse_result result;
    struct diag d;
    ready = ready || parser_init(&parser, NULL, &d);
    if (!ready)
        return 0;
    size_t lines = 1;
    for (size_t i = 0; i < size; i++)
        lines += data[i] == '\n' || data[i] == '\r';
    bytes_clear(&records);
    bytes_clear(&again);
    if (!parse_page(&parser, &page, &listener, &records, &result, &d))
        return 0;
    check_records(&result, lines);
    require(parse_page(&parser, &page, &listener, &again, &result, &d) &&
                slice_equal(bytes_slice(&records), bytes_slice(&again)),
            "the same page gives other records");
    return 0;
}
