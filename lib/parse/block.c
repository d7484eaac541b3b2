#include "lib/parse/block.h"

/* How much of an anchor stands at a line: nothing, a cut one, or all. */
enum anchor { ANCHOR_NONE, ANCHOR_CUT, ANCHOR_WHOLE };

/* Whether line `i` is the label, or what a page cut off has left of it. */
static bool line_begins(const struct scorecard *s, size_t i,
                        enum form_pattern label)
{
    const struct page_lines *lines = s->lines;
    return line_is_label(lines, i, s->patterns, label) ||
           (i < lines->count && !lines->at[i].ended &&
            patterns_label_begins(s->patterns, label, lines->at[i].text));
}

/*
 * Reads `label`, before which one line with a value may stand (its number
 * goes to *value), at b->end, which moves behind it.
 */
static enum anchor read_labelled(const struct scorecard *s,
                                 enum form_pattern label, struct block *b,
                                 size_t *value)
{
    const struct page_lines *lines = s->lines;
    *value = NO_LINE;
    if (!line_whole(lines, b->end))
        return ANCHOR_CUT;
    /* The label twice: the first is a value that reads like it. */
    if (!line_is_label(lines, b->end, s->patterns, label) ||
        line_begins(s, b->end + 1, label))
        *value = b->end++;
    if (!line_whole(lines, b->end))
        return ANCHOR_CUT;
    if (!line_is_label(lines, b->end, s->patterns, label))
        return ANCHOR_NONE;
    b->end++;
    return ANCHOR_WHOLE;
}

static enum anchor read_anchor(const struct scorecard *s, size_t at,
                               struct block *b)
{
    const struct page_lines *lines = s->lines;
    int64_t percentage;
    if (!line_whole(lines, at) ||
        !patterns_percentage(s->patterns, lines->at[at].text, &percentage))
        return ANCHOR_NONE;
    *b = (struct block){
        .pct = at, .community = NO_LINE, .entry = NO_LINE, .end = at + 1};
    if (!line_whole(lines, b->end))
        return ANCHOR_CUT;
    if (!line_is_label(lines, b->end, s->patterns, FORM_PANEL_LABEL))
        return ANCHOR_NONE;
    b->end++;
    enum anchor anchor =
        read_labelled(s, FORM_COMMUNITY_LABEL, b, &b->community);
    if (anchor != ANCHOR_WHOLE)
        return anchor;
    return read_labelled(s, FORM_ENTRY_LABEL, b, &b->entry);
}

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

static void find_anchors(const struct scorecard *s, struct blocks *blocks)
{
    size_t at = blocks->first;
    while (at < s->lines->count && blocks->count < TOOLS_MOST) {
        struct block *b = &blocks->at[blocks->count];
        enum anchor anchor = read_anchor(s, at, b);
        if (anchor == ANCHOR_NONE) {
            at++;
            continue;
        }
        blocks->count++;
        if (anchor == ANCHOR_CUT) {
            b->end = s->lines->count;
            b->cut = true;
            return;
        }
        at = b->end;
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
    for (size_t i = b->pct + 1; i < b->end; i++) {
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

/* ASCII letters made small; labels are no prose. */
static struct slice lowered(struct scorecard *s, struct slice text)
{
    struct slice copy = arena_copy(s->arena, text, &s->no_memory);
    for (size_t i = 0; i < copy.len; i++) {
        char c = copy.at[i];
        if (c >= 'A' && c <= 'Z')
            ((char *)copy.at)[i] = (char)(c - 'A' + 'a');
    }
    return copy;
}

static void add_tool(struct scorecard *s, const struct block *b)
{
    const struct page_lines *lines = s->lines;
    struct tool_record *t = &s->tools[s->tool_count];
    *t = (struct tool_record){
        .name = value_of(lines, b->name),
        .tagline = value_of(lines, b->tagline),
        .category = value_of(lines, b->category),
        .stated = {JUDGEMENT_UNKNOWN, -1, -1, DECIMAL_UNKNOWN},
        .community_votes = -1,
        .community_ship_pct = DECIMAL_UNKNOWN,
        .entry = lowered(s, value_of(lines, b->entry)),
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
    find_anchors(s, &blocks);
    blocks_name(s->lines, &blocks);
    for (size_t i = 0; i < blocks.count; i++) {
        add_tool(s, &blocks.at[i]);
        trace(s, &blocks.at[i]);
        if (i != 0)
            add_description(s, i - 1, blocks.at[i - 1].end, blocks.at[i].begin);
    }
    return blocks.count == 0 ? blocks.first : blocks.at[blocks.count - 1].end;
}
