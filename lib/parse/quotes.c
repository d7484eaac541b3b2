#include "lib/parse/panel.h"
#include "lib/parse/quote.h"

static size_t add_quote(struct scorecard *s, size_t line, size_t end)
{
    struct quote quote =
        quote_read(s->lines, line, end, s->arena, &s->no_memory);
    struct review_record *r = panel_add_review(s, line);
    if (r != NULL) {
        patterns_took_part(s->patterns, s->lines, line, quote.end, "text");
        r->text = quote.text;
        r->truncated = quote.truncated;
    }
    return quote.end;
}

/*
 * Whether the percentages that the page states can come of panels of this
 * size; where they cannot, quotes are missing though they come out even.
 */
static bool shares_are_possible(const struct scorecard *s, size_t size)
{
    for (size_t i = 0; i < s->tool_count; i++) {
        int64_t share = s->tools[i].stated.ship_pct;
        bool only;
        if (share != DECIMAL_UNKNOWN &&
            decimal_count_of_share(share, (int64_t)size, &only) < 0)
            return false;
    }
    return true;
}

/*
 * The tools take turns, but only when the quotes come out even, or the page
 * breaks off among them: otherwise nobody knows whose is missing.
 */
static void place_in_turns(struct scorecard *s, const struct panel *panel)
{
    bool cut = panel->end == s->lines->count && !panel->footer;
    size_t tools = s->tool_count;
    s->broken_off = cut;
    if (tools == 0 || s->tools_past != 0 ||
        (!cut && (s->review_count % tools != 0 ||
                  !shares_are_possible(s, s->review_count / tools)))) {
        s->unplaced += s->review_count;
        return;
    }
    for (size_t i = 0; i < s->review_count; i++) {
        s->reviews[i].row = (int64_t)(i / s->tool_count);
        panel_place(s, &s->reviews[i], i % s->tool_count);
    }
}

void panel_read_quotes(struct scorecard *s, const struct panel *panel)
{
    size_t kind = quote_kind(s->lines->at[panel->begin].text);
    size_t line = panel->begin, passed = 0;
    size_t last = panel->begin;
    while (line < panel->end) {
        if (quote_kind(s->lines->at[line].text) != kind) {
            line++;
            passed++;
            continue;
        }
        line = last = add_quote(s, line, panel->end);
        s->passed += passed;
        passed = 0;
    }
    /* What follows the last quote is a footer, even one not known here. */
    struct panel read = *panel;
    read.footer = panel->footer || last < panel->end;
    place_in_turns(s, &read);
}
