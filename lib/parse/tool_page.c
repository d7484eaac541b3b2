#include "lib/parse/tool_page.h"

#include "lib/parse/facts.h"
#include "lib/parse/tool_layout.h"

/* What a line of labels and values by itself tells, if it is one. */
static bool read_label(const struct tool_page *r, size_t i,
                       struct tool_record *t)
{
    struct patterns *p = r->patterns;
    struct slice text = r->lines->at[i].text;
    enum form_pattern took;
    if (patterns_price(p, text, &t->pricing, &t->reviewed))
        took = FORM_PRICE;
    else if (patterns_visit(p, text, &t->url))
        took = FORM_VISIT;
    else if (patterns_verdict(p, text, &t->stated.verdict))
        took = FORM_VERDICT;
    else if (patterns_counts(p, text, &t->stated))
        took = patterns_label(p, FORM_SKIPS, text) ? FORM_SKIPS : FORM_SHIPS;
    else
        return false;
    patterns_took(p, r->lines, i, took);
    return true;
}

static void read_labels(const struct tool_page *r, const struct tool_layout *l,
                        struct tool_record *t, struct page_records *records)
{
    struct fact fact;
    for (size_t i = l->labels; i < l->heading && line_whole(r->lines, i); i++) {
        if (read_label(r, i, t) ||
            !fact_read(&fact, r->lines, r->patterns, i) ||
            fact.end > l->heading)
            continue;
        fact_take(r->patterns, t, fact.label, fact.value, records->arena,
                  &records->no_memory);
        fact_trace(&fact, r->lines, r->patterns);
        i = fact.end - 1;
    }
}

/*
 * The text to share, on one line or on three.  Of a line that the page breaks
 * off in, what other text follows is whole.
 */
static void read_share(const struct tool_page *r, size_t share,
                       struct page_records *records, struct tool_record *t)
{
    const struct page_lines *lines = r->lines;
    enum { SHARE_LINES = 3 };
    struct shared shared;
    for (size_t count = SHARE_LINES; count > 0; count--) {
        size_t end = share + 1 + count;
        if (end > lines->count)
            continue;
        struct slice text = lines_joined(lines, share + 1, end, records->arena,
                                         &records->no_memory);
        if (records->no_memory ||
            !patterns_shared(r->patterns, slice_after(text, t->name.len),
                             &shared))
            continue;
        for (size_t i = share + 1; i < end; i++)
            patterns_took(r->patterns, lines, i, FORM_SHARED);
        const char *limit = text.at + text.len + lines->at[end - 1].ended;
        if (t->stated.verdict == JUDGEMENT_UNKNOWN &&
            shared.verdict_end < limit)
            t->stated.verdict = shared.stated.verdict;
        if (t->stated.ship < 0 && t->stated.skip < 0) {
            t->stated.ship = shared.stated.ship;
            t->stated.skip = shared.stated.skip;
        }
        if (slice_known(shared.slug) &&
            shared.slug.at + shared.slug.len < limit)
            t->slug = shared.slug;
        return;
    }
}

static void trace(const struct tool_page *r, const struct tool_layout *l)
{
    const struct page_lines *lines = r->lines;
    struct patterns *p = r->patterns;
    if (l->crumb != NO_LINE) {
        patterns_took(p, lines, l->crumb, FORM_TOOL_CRUMB);
        patterns_took_part(p, lines, l->crumb + 1, l->name, "avatar");
    }
    patterns_took_part(p, lines, l->name, l->name + 1, "name");
    if (l->tagline != NO_LINE)
        patterns_took_part(p, lines, l->tagline, l->tagline + 1, "tagline");
    patterns_took(p, lines, l->heading, FORM_TAKE);
    patterns_took_part(p, lines, l->heading + 1, l->share, "description");
    if (line_is_label(lines, l->share, p, FORM_SHARE_LABEL))
        patterns_took(p, lines, l->share, FORM_SHARE_LABEL);
    else if (line_is_label(lines, l->share, p, FORM_FOOTER))
        patterns_took(p, lines, l->share, FORM_FOOTER);
}

bool tool_page_read(const struct page_lines *lines, struct patterns *patterns,
                    struct page_records *records)
{
    struct tool_page r = {lines, patterns};
    struct tool_layout l;
    if (!tool_layout_find(&r, &l))
        return false;
    struct tool_record *t = page_records_add_tool(records);
    if (t == NULL)
        return true;
    trace(&r, &l);
    t->name = lines->at[l.name].text;
    if (l.tagline != NO_LINE)
        t->tagline = lines->at[l.tagline].text;
    if (l.crumb != NO_LINE)
        t->category = l.category;
    read_labels(&r, &l, t, records);
    t->description = lines_joined(lines, l.heading + 1, l.share, records->arena,
                                  &records->no_memory);
    t->truncated = l.heading + 1 < l.share && !lines->at[l.share - 1].ended;
    if (tool_page_shares(&r, l.share, t->name))
        read_share(&r, l.share, records, t);
    t->source.line = (int64_t)line_number(lines, l.begin);
    t->source.offset = (int64_t)lines->at[l.begin].offset;
    t->source.syntax = slice_of("tool-page");
    return true;
}
