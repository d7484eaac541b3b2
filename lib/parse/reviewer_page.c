#include "lib/parse/reviewer_page.h"

#include "lib/parse/quote.h"

static bool is_list(const struct page_lines *lines, size_t i,
                    struct patterns *patterns)
{
    return line_whole(lines, i) && patterns_list(patterns, lines->at[i].text);
}

static bool is_quote(const struct page_lines *lines, size_t i)
{
    return i < lines->count && quote_kind(lines->at[i].text) != NO_QUOTE;
}

/*
 * The line before the motto, which is the first line in quotation marks.  The
 * article in "The Builder" is no part of the name by which scorecards know
 * that reviewer.
 */
static struct slice find_reviewer(const struct page_lines *lines, size_t list,
                                  struct patterns *patterns)
{
    for (size_t i = 0; i + 1 < list; i++) {
        struct slice name = lines->at[i].text, motto = lines->at[i + 1].text;
        if (quote_inside(motto).len == motto.len)
            continue;
        patterns_took_part(patterns, lines, i, i + 1, "reviewer");
        patterns_took_part(patterns, lines, i + 1, i + 2, "motto");
        patterns_behind(patterns, FORM_ARTICLE, name, &name);
        return name;
    }
    return slice_from(NULL, 0);
}

struct pairs {
    const struct page_lines *lines;
    struct patterns *patterns;
    struct page_records *records;
    struct slice reviewer;
};

/* Adds the quote at line `i`, its tagline before it; gives the line behind. */
static size_t add_quote(struct pairs *p, size_t i, bool has_tagline)
{
    size_t begin = i - has_tagline;
    const struct page_line *first = &p->lines->at[begin];
    struct quote quote = quote_read(p->lines, i, p->lines->count,
                                    p->records->arena, &p->records->no_memory);
    struct page_review *r = page_records_add_review(p->records);
    if (r != NULL) {
        r->record.reviewer = p->reviewer;
        if (has_tagline)
            r->record.tagline = first->text;
        r->record.text = quote.text;
        r->record.truncated = quote.truncated;
        r->record.source.line = (int64_t)line_number(p->lines, begin);
        r->record.source.offset = (int64_t)first->offset;
        r->record.source.syntax = slice_of("reviewer-page");
        r->record.row = (int64_t)p->records->review_count - 1;
    }
    patterns_took_part(p->patterns, p->lines, begin, i, "tagline");
    patterns_took_part(p->patterns, p->lines, i, quote.end, "text");
    return quote.end;
}

/*
 * A line that a quote follows is a tagline, whatever it says; a quote where a
 * tagline was due has lost its own.  On the last line it may be a tagline in
 * quotation marks behind which the page breaks off.
 */
static void read_pairs(struct pairs *p, size_t from, size_t *passed)
{
    const struct page_lines *lines = p->lines;
    size_t others = 0; /* lines behind the last quote that are part of none */
    for (size_t i = from; i < lines->count;) {
        if (is_list(lines, i, p->patterns) && !is_quote(lines, i + 1)) {
            patterns_took(p->patterns, lines, i, FORM_LIST);
            i++;
        } else if (is_quote(lines, i + 1) ||
                   (is_quote(lines, i) && i + 1 < lines->count)) {
            bool has_tagline = is_quote(lines, i + 1);
            i = add_quote(p, has_tagline ? i + 1 : i, has_tagline);
            *passed += others;
            others = 0;
        } else {
            others++;
            i++;
        }
    }
}

bool reviewer_page_read(const struct page_lines *lines,
                        struct patterns *patterns, struct page_records *records,
                        size_t *passed)
{
    size_t list = 0;
    *passed = 0;
    while (list < lines->count && !is_list(lines, list, patterns))
        list++;
    if (list == lines->count)
        return false;
    struct pairs pairs = {.lines = lines,
                          .patterns = patterns,
                          .records = records,
                          .reviewer = find_reviewer(lines, list, patterns)};
    patterns_took(patterns, lines, list, FORM_LIST);
    read_pairs(&pairs, list + 1, passed);
    return true;
}
