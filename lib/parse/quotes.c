#include "lib/base/text.h"
#include "lib/base/utf8.h"
#include "lib/parse/panel.h"

static const struct slice opening[] = {SLICE("“"), SLICE("„"), SLICE("«"),
                                       SLICE("\"")};
static const struct slice closing[] = {SLICE("”"), SLICE("“"), SLICE("»"),
                                       SLICE("\"")};
enum { KINDS = sizeof opening / sizeof *opening };

static size_t kind_of(struct slice text)
{
    size_t kind = 0;
    while (kind < KINDS && !slice_starts(text, opening[kind]))
        kind++;
    return kind;
}

size_t quote_opening(struct slice text)
{
    size_t kind = kind_of(text);
    return kind == KINDS ? 0 : opening[kind].len;
}

/*
 * Whether the mark that opens the text is closed by the one that ends it and
 * by none before: `“Fast” is not “good”` is no quotation.
 */
static bool is_enclosed(struct slice s, size_t kind)
{
    if (s.len < opening[kind].len + closing[kind].len ||
        !slice_ends(s, closing[kind]))
        return false;
    size_t depth = 0, at = 0;
    while (at < s.len) {
        struct slice rest = slice_after(s, at);
        bool nests = !slice_equal(opening[kind], closing[kind]);
        if (slice_starts(rest, opening[kind]) && (nests || depth == 0))
            depth++;
        else if (slice_starts(rest, closing[kind]) && depth != 0)
            depth--;
        utf8_next(s, &at);
        if (depth == 0)
            return at == s.len;
    }
    return false;
}

struct slice quote_inside(struct slice s)
{
    size_t kind;
    while (kind = kind_of(s), kind < KINDS && is_enclosed(s, kind))
        s = text_trim(
            slice_from(s.at + opening[kind].len,
                       s.len - opening[kind].len - closing[kind].len));
    return s;
}

static bool ends_quote(const struct page_lines *lines, size_t line, size_t kind)
{
    return slice_ends(lines->at[line].text, closing[kind]);
}

/*
 * Behind the last line of the quote that begins at `line`.  One that does not
 * end on its line goes on to the line where it does, unless another begins
 * before.
 */
static size_t quote_end(const struct page_lines *lines, size_t line, size_t end,
                        size_t kind)
{
    if (ends_quote(lines, line, kind) &&
        lines->at[line].text.len > opening[kind].len)
        return line + 1;
    for (size_t i = line + 1; i < end; i++) {
        if (kind_of(lines->at[i].text) == kind)
            break;
        if (ends_quote(lines, i, kind))
            return i + 1;
    }
    return line + 1;
}

/* Whether the page breaks off inside the quote of lines `line` to `end`. */
static bool breaks_off(const struct scorecard *s, size_t line, size_t end,
                       size_t kind)
{
    struct slice text = s->lines->at[end - 1].text;
    if (end != s->lines->count)
        return false;
    if (!slice_ends(text, closing[kind]))
        return true;
    /* Cut behind a quotation mark inside the text, maybe. */
    return !s->lines->at[end - 1].ended && end == line + 1 &&
           !is_enclosed(text, kind);
}

static void add_quote(struct scorecard *s, size_t line, size_t end, size_t kind)
{
    struct review_record *r = panel_add_review(s, line);
    if (r == NULL)
        return;
    struct slice text =
        lines_joined(s->lines, line, end, s->arena, &s->no_memory);
    r->truncated = breaks_off(s, line, end, kind);
    if (text.len >= opening[kind].len)
        text = slice_after(text, opening[kind].len);
    /* Cut behind a mark inside the text, it loses that: still its beginning. */
    if (slice_ends(text, closing[kind]))
        text.len -= closing[kind].len;
    text = text_trim(text);
    r->text = r->truncated ? text : quote_inside(text);
}

/*
 * The tools take turns, but only when the quotes come out even, or the page
 * breaks off among them: otherwise nobody knows whose is missing.
 */
static void place_in_turns(struct scorecard *s, const struct panel *panel)
{
    bool cut = panel->end == s->lines->count && !panel->footer;
    if (s->tool_count == 0 || (s->review_count % s->tool_count != 0 && !cut)) {
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
    size_t kind = kind_of(s->lines->at[panel->begin].text);
    size_t line = panel->begin, passed = 0;
    size_t last = panel->begin;
    while (line < panel->end) {
        if (kind_of(s->lines->at[line].text) != kind) {
            line++;
            passed++;
            continue;
        }
        size_t end = quote_end(s->lines, line, panel->end, kind);
        add_quote(s, line, end, kind);
        s->passed += passed;
        passed = 0;
        line = last = end;
    }
    /* What follows the last quote is a footer, even one not known here. */
    struct panel read = *panel;
    read.footer = panel->footer || last < panel->end;
    place_in_turns(s, &read);
}
