#include "lib/parse/scorecard.h"

/*
 * The heading of the reviewer scorecard.  A description may read like it, so
 * the first is taken that reviews follow, or else the last one.
 */
static size_t find_heading(struct scorecard *s, size_t from)
{
    const struct page_lines *lines = s->lines;
    size_t found = lines->count;
    for (size_t i = from; i < lines->count; i++) {
        if (!line_is_label(lines, i, s->patterns, FORM_SCORECARD))
            continue;
        found = i;
        struct score_line ignored;
        for (size_t j = i + 1; j <= i + 2 && line_whole(lines, j); j++)
            if (patterns_score(s->patterns, lines->at[j].text, &ignored))
                return i;
        if (i + 1 < lines->count &&
            slice_starts(lines->at[i + 1].text, slice_of("“")))
            return i;
    }
    return found;
}

/*
 * What follows the last block up to the next part is its description; where
 * the page breaks off before any, only the first line surely is.
 */
static void add_last_description(struct scorecard *s, size_t from, size_t to)
{
    if (s->tool_count == 0 || from >= s->lines->count)
        return;
    struct tool_record *t = &s->tools[s->tool_count - 1];
    if (to == s->lines->count)
        to = from + 1;
    patterns_took_part(s->patterns, s->lines, from, to, "description");
    t->description = lines_joined(s->lines, from, to, s->arena, &s->no_memory);
    if (from < to && !s->lines->at[to - 1].ended)
        t->truncated = true;
}

void scorecard_read(struct scorecard *s)
{
    size_t behind = scorecard_read_blocks(s);
    if (s->tool_count == 0)
        return;
    size_t decision;
    size_t rest = scorecard_read_decision(s, behind, &decision);
    size_t heading = find_heading(s, rest);
    /* Nobody knows where tools begin that are not read. */
    if (s->tools_past == 0)
        add_last_description(s, behind,
                             decision < heading ? decision : heading);
    s->broken_off = true; /* until the end of a panel is found */
    if (heading < s->lines->count)
        scorecard_read_panel(s, heading);
    for (size_t i = 0; s->broken_off && i < s->tool_count; i++)
        s->tools[i].truncated = true;
}
