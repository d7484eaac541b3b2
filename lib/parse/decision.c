/*
 * The Decision table of the full form: `Decision`, the tools' names, then
 * rows of a label and one value a tool.
 */
#include "lib/parse/facts.h"
#include "lib/parse/scorecard.h"

/* The labels of the rows, in their usual order. */
static const enum form_pattern rows[] = {FORM_PANEL_ROW,    FORM_COMMUNITY_ROW,
                                         FORM_ENTRY_LABEL,  FORM_PRICING_ROW,
                                         FORM_BEST_FOR_ROW, FORM_CATEGORY_ROW};
enum { ROWS = sizeof rows / sizeof *rows };

/* Those from a row on. */
static form_set rows_from(size_t row)
{
    form_set set = 0;
    for (; row < ROWS; row++)
        set |= form_set_of(rows[row]);
    return set;
}

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

/* The row that has its label in a line, of those left; FORM_TOTAL: none. */
static enum form_pattern row_at(const struct scorecard *s, size_t at,
                                form_set left)
{
    return line_whole(s->lines, at)
               ? patterns_find_label(s->patterns, left, s->lines->at[at].text)
               : FORM_TOTAL;
}

/*
 * Whether a row begins at `at`; one with a label that is not known counts
 * when a known one follows it.
 */
static bool row_begins(const struct scorecard *s, size_t at, form_set left)
{
    return row_at(s, at, left) != FORM_TOTAL ||
           (line_whole(s->lines, at) && !s->lines->at[at].gap &&
            row_at(s, at + 1 + s->tool_count, left) != FORM_TOTAL);
}

static size_t find_table(const struct scorecard *s, size_t from)
{
    for (size_t i = from; i < s->lines->count; i++) {
        size_t row = i + 1 + s->tool_count;
        if (line_is_label(s->lines, i, s->patterns, FORM_DECISION) &&
            names_stand(s, i + 1) &&
            (!line_whole(s->lines, row) || row_begins(s, row, rows_from(0))))
            return i;
    }
    return s->lines->count;
}

/*
 * A row is a label and a value a tool.  When it is not followed by a label or
 * the table's end, and the label of a row that usually comes later stands
 * inside it, it has lost a value, and nobody knows whose.
 */
static size_t row_length(const struct scorecard *s, size_t at,
                         enum form_pattern label, form_set left)
{
    const struct page_lines *lines = s->lines;
    size_t whole = 1 + s->tool_count, row = 0;
    if (label == FORM_TOTAL || !line_whole(lines, at + whole) ||
        lines->at[at + whole].gap || row_at(s, at + whole, left) != FORM_TOTAL)
        return whole;
    while (rows[row] != label)
        row++;
    for (size_t len = 1; len < whole; len++)
        if (row_at(s, at + len, left & rows_from(row + 1)) != FORM_TOTAL)
            return len;
    return whole;
}

/* Takes a row, which has lost a value when it is not `whole`. */
static void take_row(struct scorecard *s, size_t at, enum form_pattern label,
                     bool whole)
{
    const struct page_lines *lines = s->lines;
    patterns_took(s->patterns, lines, at, label);
    for (size_t i = 0; whole && i < s->tool_count; i++) {
        if (!line_whole(lines, at + 1 + i))
            continue;
        fact_take(s->patterns, &s->tools[i], label, lines->at[at + 1 + i].text,
                  s->arena, &s->no_memory);
        if (lines->takers != NULL)
            patterns_took_part(s->patterns, lines, at + 1 + i, at + 2 + i,
                               fact_part(label));
    }
}

size_t scorecard_read_decision(struct scorecard *s, size_t from, size_t *begin)
{
    const struct page_lines *lines = s->lines;
    *begin = find_table(s, from);
    if (*begin == lines->count)
        return from;
    size_t at = *begin + 1 + s->tool_count;
    form_set left = rows_from(0);
    patterns_took(s->patterns, lines, *begin, FORM_DECISION);
    patterns_took_part(s->patterns, lines, *begin + 1, at, "name");
    while (row_begins(s, at, left)) {
        enum form_pattern label = row_at(s, at, left);
        left &= label == FORM_TOTAL ? left : ~form_set_of(label);
        size_t len = row_length(s, at, label, left);
        if (label != FORM_TOTAL)
            take_row(s, at, label, len == 1 + s->tool_count);
        at += len;
    }
    return at < lines->count ? at : lines->count;
}
