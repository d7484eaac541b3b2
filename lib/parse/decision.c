/*
 * The Decision table of the full form: `Decision`, the tools' names, then
 * rows of a label and one value a tool.
 */
#include "lib/parse/scorecard.h"

/* In their order on the page. */
static const enum form_pattern rows[] = {FORM_PANEL_ROW, FORM_COMMUNITY_ROW,
                                         FORM_PRICING_ROW, FORM_BEST_FOR_ROW,
                                         FORM_CATEGORY_ROW};
enum {
    ROW_PANEL,
    ROW_COMMUNITY,
    ROW_PRICING,
    ROW_BEST_FOR,
    ROW_CATEGORY,
    ROWS
};

/* Whether the names stand at `at`, as far as the page goes. */
static bool names_stand(const struct scorecard *s, size_t at)
{
    for (size_t i = 0; i < s->tool_count; i++) {
        if (!line_whole(s->lines, at + i))
            return true;
        if (!slice_equal(s->lines->at[at + i].text, s->tools[i].name))
            return false;
    }
    return true;
}

static size_t find_table(const struct scorecard *s, size_t from)
{
    for (size_t i = from; i < s->lines->count; i++) {
        size_t row = i + 1 + s->tool_count;
        if (line_is_label(s->lines, i, s->patterns, FORM_DECISION) &&
            names_stand(s, i + 1) &&
            (!line_whole(s->lines, row) ||
             line_is_label(s->lines, row, s->patterns, FORM_PANEL_ROW)))
            return i;
    }
    return s->lines->count;
}

/* Which row a line is the label of, from `least` on; ROWS: none. */
static size_t row_of(const struct scorecard *s, size_t at, size_t least)
{
    for (size_t row = least; row < ROWS; row++)
        if (line_is_label(s->lines, at, s->patterns, rows[row]))
            return row;
    return ROWS;
}

static bool is_dash(struct slice value)
{
    return slice_is(value, "—") || slice_is(value, "–") || slice_is(value, "-");
}

static void take_panel(struct scorecard *s, struct tool_record *t,
                       struct slice value)
{
    struct stated stated;
    if (!patterns_panel(s->patterns, value, &stated))
        return;
    t->stated.ship = stated.ship;
    t->stated.skip = stated.skip;
    if (t->stated.verdict == JUDGEMENT_UNKNOWN)
        t->stated.verdict = stated.verdict;
}

static void take_community(struct scorecard *s, struct tool_record *t,
                           struct slice value)
{
    int64_t votes = -1, ship_pct = DECIMAL_UNKNOWN;
    patterns_community(s->patterns, value, &votes, &ship_pct);
    if (t->community_votes < 0)
        t->community_votes = votes;
    if (t->community_ship_pct == DECIMAL_UNKNOWN)
        t->community_ship_pct = ship_pct;
    /* A badge of 0% beside "No community votes yet" is a share of nothing. */
    if (t->community_votes == 0 && t->community_ship_pct == 0)
        t->community_ship_pct = DECIMAL_UNKNOWN;
}

static void take_value(struct scorecard *s, size_t row, struct tool_record *t,
                       struct slice value)
{
    switch (row) {
    case ROW_PANEL:
        take_panel(s, t, value);
        break;
    case ROW_COMMUNITY:
        take_community(s, t, value);
        break;
    case ROW_PRICING:
        t->pricing = is_dash(value) ? slice_from(NULL, 0) : value;
        break;
    case ROW_BEST_FOR:
        if (!slice_known(t->tagline) && !is_dash(value))
            t->tagline = value;
        break;
    case ROW_CATEGORY:
        if (!slice_known(t->category) && !is_dash(value))
            t->category = value;
        break;
    default:
        break; /* a row that is not known here */
    }
}

/*
 * A row is a label and a value a tool.  When it is not followed by a label or
 * the table's end, and the next row's label stands inside it, it has lost a
 * value, and nobody knows whose.
 */
static size_t row_length(const struct scorecard *s, size_t at, size_t row)
{
    const struct page_lines *lines = s->lines;
    size_t whole = 1 + s->tool_count;
    if (row + 1 >= ROWS || !line_whole(lines, at + whole) ||
        lines->at[at + whole].gap || row_of(s, at + whole, row + 1) < ROWS)
        return whole;
    for (size_t len = 1; len < whole; len++)
        if (line_is_label(lines, at + len, s->patterns, rows[row + 1]))
            return len;
    return whole;
}

/* Whether a row begins at `at`; one with a label that is not known counts
 * when a known one follows it. */
static bool row_begins(const struct scorecard *s, size_t at, size_t least)
{
    return row_of(s, at, least) < ROWS ||
           (line_whole(s->lines, at) && !s->lines->at[at].gap &&
            row_of(s, at + 1 + s->tool_count, least) < ROWS);
}

/* Notes who took the lines of a row; one that has lost a value says nothing. */
static void trace(const struct scorecard *s, size_t at, size_t len, size_t row)
{
    static const char *const parts[ROWS] = {"panel", "community", "pricing",
                                            "tagline", "category"};
    if (s->lines->takers == NULL || row == ROWS)
        return;
    patterns_took(s->patterns, s->lines, at, rows[row]);
    if (len == 1 + s->tool_count)
        patterns_took_part(s->patterns, s->lines, at + 1, at + len, parts[row]);
}

size_t scorecard_read_decision(struct scorecard *s, size_t from, size_t *begin)
{
    const struct page_lines *lines = s->lines;
    *begin = find_table(s, from);
    if (*begin == lines->count)
        return from;
    size_t at = *begin + 1 + s->tool_count;
    size_t least = 0;
    patterns_took(s->patterns, lines, *begin, FORM_DECISION);
    patterns_took_part(s->patterns, lines, *begin + 1, at, "name");
    while (row_begins(s, at, least)) {
        size_t row = row_of(s, at, least);
        size_t len = row_length(s, at, row);
        for (size_t i = 1; len == 1 + s->tool_count && i < len; i++)
            if (line_whole(lines, at + i))
                take_value(s, row, &s->tools[i - 1], lines->at[at + i].text);
        trace(s, at, len, row);
        if (row < ROWS)
            least = row + 1;
        at += len;
    }
    return at < lines->count ? at : lines->count;
}
