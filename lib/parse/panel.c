/*
 * The reviewer scorecard, in either form.  In the full form each row begins
 * with a reviewer's name, and each tool's cell is a score line and a text; in
 * the reader form there are only quotes, the tools taking turns.
 */
#include "lib/parse/panel.h"

#include "lib/parse/quote.h"

struct review_record *panel_add_review(struct scorecard *s, size_t line)
{
    if (s->review_count == s->review_most) {
        s->passed++;
        return NULL;
    }
    struct review_record *r = &s->reviews[s->review_count++];
    *r = (struct review_record){
        .score = DECIMAL_UNKNOWN,
        .row = -1,
        .col = -1,
        .helpful = -1,
        .source = {.line = (int64_t)line_number(s->lines, line),
                   .offset = (int64_t)s->lines->at[line].offset},
    };
    return r;
}

void panel_place(struct scorecard *s, struct review_record *r, size_t col)
{
    if (col >= s->tool_count)
        return;
    r->col = (int64_t)col;
    r->name = s->tools[col].name;
}

/* The last line that begins the footer, behind the last score line. */
static size_t find_footer(struct scorecard *s, size_t from)
{
    struct score_line ignored;
    for (size_t i = s->lines->count; i > from; i--) {
        if (line_is_label(s->lines, i - 1, s->patterns, FORM_FOOTER))
            return i - 1;
        if (patterns_score(s->patterns, s->lines->at[i - 1].text, &ignored))
            break;
    }
    return s->lines->count;
}

void scorecard_read_panel(struct scorecard *s, size_t heading)
{
    struct score_line ignored;
    struct panel panel = {.begin = heading + 1};
    panel.end = find_footer(s, panel.begin);
    panel.footer = panel.end < s->lines->count;
    s->broken_off = !panel.footer;
    patterns_took(s->patterns, s->lines, heading, FORM_SCORECARD);
    patterns_took(s->patterns, s->lines, panel.end, FORM_FOOTER);
    if (panel.begin >= panel.end)
        return;
    s->review_most = panel.end - panel.begin;
    if (s->review_most > REVIEWS_MOST)
        s->review_most = REVIEWS_MOST;
    s->reviews = arena_alloc(s->arena, s->review_most * sizeof *s->reviews);
    if (s->reviews == NULL)
        s->no_memory = true;
    else if (quote_kind(s->lines->at[panel.begin].text) != NO_QUOTE &&
             !(line_whole(s->lines, panel.begin + 1) &&
               patterns_score(s->patterns, s->lines->at[panel.begin + 1].text,
                              &ignored)))
        panel_read_quotes(s, &panel);
    else
        panel_read_rows(s, &panel);
}
