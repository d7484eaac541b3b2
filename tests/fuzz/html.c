/*
 * HTML of any bytes: the tokenizer ends in every state, nodes lie inside
 * their parents in the order of the page, lines are folded and tell their
 * place, and sixteen bytes at a time are seen as one by one.
 */
#include <stdio.h>
#include <stdlib.h>

#include "lib/base/text.h"
#include "lib/base/utf8.h"
#include "lib/parse/html/scan.h"
#include "lib/parse/html/tokenizer.h"
#include "lib/parse/html_lines.h"
#include "lib/parse/html_seen.h"

static struct arena arena;

static void require(bool condition, const char *what)
{
    if (condition)
        return;
    fprintf(stderr, "%s\n", what);
    abort();
}

static bool is_inside(struct slice page, struct slice s)
{
    return s.at >= page.at && s.at + s.len <= page.at + page.len;
}

static void check_tokens(struct slice page, enum html_state state, bool foreign)
{
    struct html_tokenizer t;
    struct html_token token;
    size_t text = 0, before = 0;
    arena_reset(&arena);
    require(html_tokenizer_init(&t, page, 8, &arena), "no memory");
    t.state = state;
    t.foreign = foreign;
    t.comments = true;
    t.last_start = slice_of("script");
    while (html_tokenizer_next(&t, &token)) {
        require(token.offset >= before && token.offset < page.len,
                "a token without a place");
        before = token.offset;
        if (token.kind == HTML_START_TAG)
            require(token.attribute_count <= 8 &&
                        token.attribute + token.attribute_count ==
                            t.attribute_count,
                    "attributes too many");
        if (token.kind != HTML_CHARACTERS)
            continue;
        require(token.text.len != 0, "an empty text");
        text += token.text.len;
    }
    require(text <= page.len * 3, "text comes of nothing");
}

static void check_nodes(const struct html *html)
{
    const struct html_node *nodes = html->nodes;
    require(nodes[0].end == html->count && html->open < html->count,
            "a page without its end");
    for (uint32_t i = 1; i < html->count; i++) {
        const struct html_node *n = &nodes[i];
        require(n->parent < i && n->end > i && n->end <= nodes[n->parent].end,
                "a node outside its parent");
        require(i == n->parent + 1 || nodes[i - 1].end <= i ||
                    nodes[i - 1].end > i,
                "nodes overlap");
        require(n->offset < html->page.len && n->offset >= nodes[i - 1].offset,
                "a node without a place");
        require(nodes[n->parent].kind == HTML_ELEMENT &&
                    (n->kind == HTML_ELEMENT || n->end == i + 1),
                "a text with nodes inside");
        require(n->kind == HTML_TEXT ? n->text.len != 0 : n->name.len != 0,
                "an empty node");
        require(utf8_valid(n->text) == n->text.len &&
                    utf8_valid(n->name) == n->name.len,
                "a node that is not UTF-8");
    }
}

static void check_lines(const struct html *html, const struct page_lines *lines)
{
    const char *page = html->page.at;
    size_t number = 1, offset = 0;
    for (size_t i = 0; i < lines->count; i++) {
        const struct page_line *line = &lines->at[i];
        struct bytes folded = {0};
        text_add_folded(&folded, line->text);
        require(line->text.len != 0 &&
                    slice_equal(bytes_slice(&folded), line->text),
                "a line is not folded");
        bytes_free(&folded);
        require(line->offset >= offset && line->offset < html->page.len,
                "a line without a place");
        for (; offset < line->offset; offset++)
            number += page[offset] == '\n' ||
                      (page[offset] == '\r' && page[offset + 1] != '\n');
        require(line_number(lines, i) == number, "a line's number is wrong");
        require(line->ended || i + 1 == lines->count, "a line goes on");
        require(!is_inside(html->page, line->text) ||
                    line->text.at == page + offset,
                "a line's offset is not where its text is");
    }
}

static void check_scans(struct slice page)
{
    const char *end = page.at + page.len;
    bool special = false, seen = false, plain = true;
    const char *found = html_scan_to(page.at, end, '<', &special);
    size_t count = 0;
    for (const char *at = page.at; at < end; at++) {
        seen = seen || (at < found && memchr("&\r", *at, 3) != NULL);
        count += *at == '<';
        plain = plain && *at >= ' ' && *at <= '~' &&
                (*at != ' ' || at == page.at || at[-1] != ' ');
        require(at >= found || *at != '<', "a byte was passed over");
    }
    require(found == end || *found == '<', "found where it is not");
    require(special == seen, "special bytes");
    require(html_count(page.at, end, '<') == count, "a count");
    require(html_is_plain(page.at, end) == plain, "plain text");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const struct html_limits few = {
        .depth = 6, .attributes = 3, .nodes = 40};
    struct slice page = slice_from(size == 0 ? "" : (const char *)data, size);
    struct html html;
    struct page_lines lines;
    for (int state = 0; state < HTML_STATES; state++)
        check_tokens(page, (enum html_state)state, state % 2 == 1);
    check_scans(page);
    html_looks_like(page);
    page.len = utf8_valid(page);
    for (int limited = 0; limited <= 1; limited++) {
        bool failed = false;
        arena_reset(&arena);
        require(html_read(&html, page,
                          limited == 1 ? &few : &html_default_limits, &arena),
                "no memory");
        check_nodes(&html);
        require(html_lines_read(&lines, &html, NULL, &arena), "no memory");
        check_lines(&html, &lines);
        html_text_content(&html, 0, &arena, &failed);
    }
    return 0;
}
