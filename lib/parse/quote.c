#include "lib/parse/quote.h"

#include "lib/base/text.h"
#include "lib/base/utf8.h"

/*
 * Marks around marks are taken off one after the other, each time looking at
 * all of the text; nobody writes more of them.
 */
enum { MARKS_MOST = 4 };

static const struct slice opening[] = {SLICE("“"), SLICE("„"), SLICE("«"),
                                       SLICE("\"")};
static const struct slice closing[] = {SLICE("”"), SLICE("“"), SLICE("»"),
                                       SLICE("\"")};
enum { KINDS = sizeof opening / sizeof *opening };

size_t quote_kind(struct slice text)
{
    size_t kind = 0;
    while (kind < KINDS && !slice_starts(text, opening[kind]))
        kind++;
    return kind == KINDS ? NO_QUOTE : kind;
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
    for (int marks = 0; marks < MARKS_MOST; marks++) {
        size_t kind = quote_kind(s);
        if (kind == NO_QUOTE || !is_enclosed(s, kind))
            break;
        s = text_trim(
            slice_from(s.at + opening[kind].len,
                       s.len - opening[kind].len - closing[kind].len));
    }
    return s;
}

static bool ends_quote(const struct page_lines *lines, size_t line, size_t kind)
{
    return slice_ends(lines->at[line].text, closing[kind]);
}

/* Whether no other quote begins up to the end. */
static bool is_alone(const struct page_lines *lines, size_t from, size_t end,
                     size_t kind)
{
    while (from < end && quote_kind(lines->at[from].text) != kind)
        from++;
    return from == end;
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
        if (quote_kind(lines->at[i].text) == kind)
            break;
        if (ends_quote(lines, i, kind))
            return i + 1;
    }
    /* The page breaks off in a quote of several lines. */
    if (end == lines->count && end > line + 1 && !lines->at[end - 1].ended &&
        is_alone(lines, line + 1, end, kind))
        return end;
    return line + 1;
}

/* Whether the page breaks off inside the quote of lines `line` to `end`. */
static bool breaks_off(const struct page_lines *lines, size_t line, size_t end,
                       size_t kind)
{
    struct slice text = lines->at[end - 1].text;
    if (end != lines->count)
        return false;
    if (!slice_ends(text, closing[kind]))
        return true;
    /* Cut behind a quotation mark inside the text, maybe. */
    return !lines->at[end - 1].ended && end == line + 1 &&
           !is_enclosed(text, kind);
}

struct quote quote_read(const struct page_lines *lines, size_t line, size_t end,
                        struct arena *arena, bool *failed)
{
    size_t kind = quote_kind(lines->at[line].text);
    struct quote q = {.end = quote_end(lines, line, end, kind)};
    struct slice text = lines_joined(lines, line, q.end, arena, failed);
    q.truncated = breaks_off(lines, line, q.end, kind);
    if (text.len >= opening[kind].len)
        text = slice_after(text, opening[kind].len);
    /* Cut behind a mark inside the text, it loses that: still its beginning. */
    if (slice_ends(text, closing[kind]))
        text.len -= closing[kind].len;
    text = text_trim(text);
    q.text = q.truncated ? text : quote_inside(text);
    return q;
}
