#include "lib/parse/block.h"

#include "lib/parse/facts.h"

/*
 * Finds the header: "AI tool comparison", the title, one fixed sentence.  A
 * breadcrumb "Compare/{title}" before it is the full form's.  However many
 * lines of navigation come first, it does not stand behind a tool's block.
 */
static void read_header(const struct page_lines *lines, struct blocks *blocks)
{
    enum { HEADER_WITHIN = 64 };
    for (size_t i = 0; line_whole(lines, i); i++) {
        struct slice text = lines->at[i].text;
        if (i >= HEADER_WITHIN &&
            patterns_label(blocks->patterns, FORM_PANEL_LABEL, text))
            return;
        if (!slice_known(blocks->title) &&
            patterns_behind(blocks->patterns, FORM_CRUMB, text,
                            &blocks->title)) {
            patterns_took(blocks->patterns, lines, i, FORM_CRUMB);
            blocks->first = i + 1;
            blocks->full = true;
        } else if (patterns_label(blocks->patterns, FORM_HEADER, text)) {
            patterns_took(blocks->patterns, lines, i, FORM_HEADER);
            if (line_whole(lines, i + 1)) {
                patterns_took_part(blocks->patterns, lines, i + 1, i + 2,
                                   "title");
                patterns_took_part(blocks->patterns, lines, i + 2, i + 3,
                                   "sentence");
                blocks->title = lines->at[i + 1].text;
                blocks->first = i + 3;
            }
            return;
        }
    }
}

static void trace_part(const struct scorecard *s, size_t line, const char *part)
{
    if (line != NO_LINE)
        patterns_took_part(s->patterns, s->lines, line, line + 1, part);
}

static void trace_label(const struct scorecard *s, size_t line,
                        enum form_pattern label)
{
    if (line != NO_LINE && line_is_label(s->lines, line, s->patterns, label))
        patterns_took(s->patterns, s->lines, line, label);
}

/* Notes who took the lines of a block; values may read like the labels. */
static void trace(const struct scorecard *s, const struct block *b)
{
    if (s->lines->takers == NULL)
        return;
    trace_part(s, b->begin, "avatar"); /* if nothing else takes it */
    trace_part(s, b->category, "category");
    trace_part(s, b->name, "name");
    trace_part(s, b->tagline, "tagline");
    trace_part(s, b->badge, "badge");
    trace_label(s, b->badge, FORM_BADGE);
    if (b->pct == NO_LINE)
        return;
    patterns_took(s->patterns, s->lines, b->pct, FORM_PERCENTAGE);
    for (size_t i = b->anchor; i < b->below; i++) {
        trace_label(s, i, FORM_PANEL_LABEL);
        trace_label(s, i, FORM_COMMUNITY_LABEL);
        trace_label(s, i, FORM_ENTRY_LABEL);
    }
    trace_part(s, b->community, "community");
    trace_part(s, b->entry, "entry");
}

static struct slice value_of(const struct page_lines *lines, size_t line)
{
    return line == NO_LINE || !line_whole(lines, line) ? slice_from(NULL, 0)
                                                       : lines->at[line].text;
}

/* The facts among some lines. */
static void take_facts(struct scorecard *s, struct tool_record *t, size_t from,
                       size_t to)
{
    struct fact fact;
    while (from < to && fact_read(&fact, s->lines, s->patterns, from)) {
        fact_take(s->patterns, t, fact.label, fact.value, s->arena,
                  &s->no_memory);
        fact_trace(&fact, s->lines, s->patterns);
        from = fact.end;
    }
}

/* The category, which may stand behind a label too. */
static struct slice category_of(struct scorecard *s, const struct block *b)
{
    struct fact fact;
    struct slice category = value_of(s->lines, b->category);
    if (slice_known(category) &&
        fact_read(&fact, s->lines, s->patterns, b->category) &&
        fact.end == b->category + 1 && fact.label == FORM_CATEGORY_ROW)
        return fact.value;
    return category;
}

static void add_tool(struct scorecard *s, const struct block *b)
{
    const struct page_lines *lines = s->lines;
    struct tool_record *t = &s->tools[s->tool_count];
    *t = (struct tool_record){
        .name = value_of(lines, b->name),
        .tagline = value_of(lines, b->tagline),
        .category = category_of(s, b),
        .stated = {JUDGEMENT_UNKNOWN, -1, -1, DECIMAL_UNKNOWN},
        .community_votes = -1,
        .community_ship_pct = DECIMAL_UNKNOWN,
        .col = (int64_t)s->tool_count++,
        .source = {.line = (int64_t)line_number(lines, b->begin),
                   .offset = (int64_t)lines->at[b->begin].offset},
    };
    struct slice badge = value_of(lines, b->badge);
    if (slice_known(badge))
        t->stated.verdict = patterns_judge(s->patterns, badge);
    if (b->pct != NO_LINE)
        patterns_percentage(s->patterns, lines->at[b->pct].text,
                            &t->stated.ship_pct);
    struct slice community = value_of(lines, b->community);
    if (slice_known(community))
        patterns_community(s->patterns, community, &t->community_votes,
                           &t->community_ship_pct);
    struct slice entry = value_of(lines, b->entry);
    if (slice_known(entry))
        t->entry = fact_lowered(entry, s->arena, &s->no_memory);
    take_facts(s, t, b->above, b->anchor);
    take_facts(s, t, b->below, b->end);
}

/* What stands between one block and the next is the description. */
static void add_description(struct scorecard *s, size_t tool, size_t from,
                            size_t to)
{
    patterns_took_part(s->patterns, s->lines, from, to, "description");
    s->tools[tool].description =
        lines_joined(s->lines, from, to, s->arena, &s->no_memory);
    if (from < to && !s->lines->at[to - 1].ended)
        s->tools[tool].truncated = true;
}

size_t scorecard_read_blocks(struct scorecard *s)
{
    struct blocks blocks = {.patterns = s->patterns};
    read_header(s->lines, &blocks);
    blocks_find(s, &blocks);
    blocks_name(s->lines, &blocks);
    for (size_t i = 0; i < blocks.count; i++) {
        trace(s, &blocks.at[i]);
        add_tool(s, &blocks.at[i]);
        if (i != 0)
            add_description(s, i - 1, blocks.at[i - 1].end, blocks.at[i].begin);
    }
    return blocks.count == 0 ? blocks.first : blocks.at[blocks.count - 1].end;
}
