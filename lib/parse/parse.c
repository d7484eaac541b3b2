#include "lib/parse/parse.h"

#include "lib/base/hash.h"
#include "lib/base/text.h"
#include "lib/parse/decode.h"
#include "lib/parse/scorecard.h"
#include "lib/record/key.h"

bool parser_init(struct parser *p, struct diag *d)
{
    *p = (struct parser){0};
    p->patterns = patterns_new(d);
    return p->patterns != NULL;
}

void parser_free(struct parser *p)
{
    patterns_free(p->patterns);
    arena_free(&p->arena);
    bytes_free(&p->decoded);
}

/* A short text made in the arena by one of the key functions. */
static struct slice keep(struct scorecard *s, struct bytes *made)
{
    s->no_memory = s->no_memory || made->failed;
    struct slice kept = arena_copy(s->arena, bytes_slice(made), &s->no_memory);
    bytes_free(made);
    return kept;
}

static void complete_tools(struct scorecard *s, struct slice file,
                           struct slice page)
{
    for (size_t i = 0; i < s->tool_count; i++) {
        struct tool_record *t = &s->tools[i];
        struct bytes key = {0};
        key_add_tool(&key, t->name, t->tagline);
        t->tool = keep(s, &key);
        t->page = page;
        t->source.file = file;
        t->source.syntax = slice_of("scorecard");
    }
}

static void complete_reviews(struct scorecard *s, struct slice file,
                             struct slice page)
{
    for (size_t i = 0; i < s->review_count; i++) {
        struct review_record *r = &s->reviews[i];
        if (r->col >= 0)
            r->tool = s->tools[r->col].tool;
        struct bytes id = {0};
        key_add_review(&id, r->tool, r->reviewer, r->text);
        r->id = keep(s, &id);
        r->page = page;
        r->source.file = file;
        r->source.syntax = slice_of("scorecard");
    }
}

static void write_records(struct scorecard *s, struct slice page,
                          const char *file, struct bytes *out)
{
    struct bytes hash = {0};
    hash_add_hex(&hash, hash_bytes(page), 16);
    struct slice key = keep(s, &hash);
    complete_tools(s, slice_of(file), key);
    complete_reviews(s, slice_of(file), key);
    size_t before = out->len;
    for (size_t i = 0; i < s->tool_count; i++)
        tool_record_write(out, &s->tools[i]);
    for (size_t i = 0; i < s->review_count; i++)
        review_record_write(out, &s->reviews[i]);
    if (s->no_memory || out->failed)
        out->len = before;
}

static void tell_decoding(const struct decoding *decoding, struct slice raw,
                          const char *file, const struct listener *listener)
{
    struct diag d;
    if (decoding->windows_1252) {
        diag_set(&d, file, 0, 0,
                 "byte 0x%02x is not UTF-8: page read as windows-1252",
                 (unsigned char)raw.at[decoding->first]);
    } else if (decoding->damaged != 0) {
        diag_set(&d, file, 0, 0,
                 "byte 0x%02x is no text: %zu such byte%s replaced by U+FFFD",
                 (unsigned char)raw.at[decoding->first], decoding->damaged,
                 decoding->damaged == 1 ? "" : "s");
    } else if (decoding->cut) {
        diag_set(&d, file, 0, 0, "the page breaks off inside a character");
    } else {
        return;
    }
    text_find_place(raw, decoding->first, &d.line, &d.column);
    listener_tell(listener, &d);
}

static void tell_oddities(const struct scorecard *s, const char *file,
                          const struct listener *listener)
{
    struct diag d;
    if (s->tool_count == 0) {
        diag_set(&d, file, 0, 0, "no page of a known form: no records");
        listener_tell(listener, &d);
    }
    if (s->unplaced != 0) {
        diag_set(&d, file, 0, 0,
                 "%zu review%s that may be about any of the %zu tools",
                 s->unplaced, s->unplaced == 1 ? "" : "s", s->tool_count);
        listener_tell(listener, &d);
    }
    if (s->passed != 0) {
        diag_set(&d, file, 0, 0, "%zu line%s among the reviews passed over",
                 s->passed, s->passed == 1 ? "" : "s");
        listener_tell(listener, &d);
    }
}

bool parse_page(struct parser *p, struct slice raw, const char *file,
                const struct listener *listener, struct bytes *out,
                struct parse_result *result, struct diag *d)
{
    arena_reset(&p->arena);
    struct slice page;
    struct decoding decoding = decode_page(raw, &p->decoded, &page);
    struct page_lines lines;
    struct scorecard *s = arena_array(&p->arena, 1, sizeof *s);
    if (s == NULL || p->decoded.failed ||
        !page_lines_read(&lines, page, &p->arena)) {
        diag_no_memory(d);
        return false;
    }
    s->lines = &lines;
    s->patterns = p->patterns;
    s->arena = &p->arena;
    scorecard_read(s);
    write_records(s, page, file, out);
    if (s->no_memory || out->failed) {
        diag_no_memory(d);
        return false;
    }
    tell_decoding(&decoding, raw, file, listener);
    tell_oddities(s, file, listener);
    result->tools = s->tool_count;
    result->reviews = s->review_count;
    result->damaged = decoding.damaged + decoding.windows_1252;
    return true;
}
