#include "lib/parse/lines.h"

#include "lib/base/bytes.h"
#include "lib/base/folding.h"
#include "lib/base/text.h"
#include "lib/parse/html/html.h"

static struct slice fold(struct slice s, struct bytes *folded,
                         struct arena *arena, bool *failed)
{
    s = text_trim(s);
    if (s.len == 0 || text_is_folded(s))
        return s;
    bytes_clear(folded);
    text_add_folded(folded, s);
    *failed = *failed || folded->failed;
    return arena_copy(arena, bytes_slice(folded), failed);
}

/* A page being taken apart. */
struct reading {
    struct page_lines *lines;
    struct slice page;
    struct arena *arena;
    size_t most;         /* lines that there is room for */
    size_t start;        /* of the line at hand */
    size_t number;       /* of it */
    bool gap, odd;       /* whether it may need folding */
    struct bytes folded; /* a line */
    bool failed;
};

static bool make_room(struct reading *r)
{
    enum { LINE_USUAL = 64, MORE = 16 };
    struct page_lines *lines = r->lines;
    size_t most = r->most == 0 ? r->page.len / LINE_USUAL + MORE : r->most * 2;
    struct page_line *at = arena_alloc(r->arena, most * sizeof *at);
    if (at == NULL)
        return false;
    if (lines->count != 0)
        memcpy(at, lines->at, lines->count * sizeof *at);
    lines->at = at;
    r->most = most;
    return true;
}

static void add_line(struct reading *r, struct slice text, bool ended)
{
    struct page_lines *lines = r->lines;
    if (lines->count == r->most && !make_room(r))
        r->failed = true;
    else
        lines->at[lines->count++] = (struct page_line){.text = text,
                                                       .number = r->number,
                                                       .offset = r->start,
                                                       .gap = r->gap,
                                                       .ended = ended};
}

/* Takes the line at hand, which ends at `end`. */
static void take_line(struct reading *r, size_t end)
{
    struct slice page = r->page;
    size_t start = r->start;
    bool ended = end < page.len;
    /* What stands between CR and LF is no line. */
    if (ended && end == start && end != 0 && page.at[end] == '\n' &&
        page.at[end - 1] == '\r') {
        r->start = end + 1;
        return;
    }
    struct slice text = slice_from(page.at + start, end - start);
    if (r->odd)
        text = fold(text, &r->folded, r->arena, &r->failed);
    if (text.len != 0)
        add_line(r, text, ended);
    r->gap = text.len == 0;
    r->odd = false;
    r->start = end + 1;
    r->number++;
}

bool page_lines_read(struct page_lines *lines, struct slice page,
                     struct arena *arena)
{
    struct reading r = {
        .lines = lines, .page = page, .arena = arena, .number = 1};
    struct folding folding = FOLDING_START;
    *lines = (struct page_lines){0};
    if (!make_room(&r))
        return false;
    for (size_t at = 0; at < page.len && !r.failed; at += SIXTYFOUR) {
        uint64_t controls;
        uint64_t odd = folding_odd(&folding, slice_after(page, at), &controls);
        for (; controls != 0; controls &= controls - 1) {
            uint64_t so_far = controls ^ (controls - 1); /* the lowest, too */
            size_t end = at + scan64_first(controls);
            bool ends = page.at[end] == '\n' || page.at[end] == '\r';
            r.odd = r.odd || (odd & so_far) != 0 || !ends;
            odd &= ~so_far;
            if (ends)
                take_line(&r, end);
        }
        r.odd = r.odd || odd != 0;
    }
    if (r.start < page.len && !r.failed) {
        r.odd = r.odd || page.at[page.len - 1] == ' ';
        take_line(&r, page.len);
    }
    bytes_free(&r.folded);
    return !r.failed;
}

struct slice lines_joined(const struct page_lines *lines, size_t from,
                          size_t to, struct arena *arena, bool *failed)
{
    if (from >= to)
        return slice_from(NULL, 0);
    if (to == from + 1)
        return lines->at[from].text;
    struct bytes joined = {0};
    for (size_t i = from; i < to; i++) {
        if (i != from)
            bytes_add_byte(&joined, ' ');
        bytes_add_slice(&joined, lines->at[i].text);
    }
    return arena_keep(arena, &joined, failed);
}

size_t line_number(const struct page_lines *lines, size_t i)
{
    const struct page_line *line = &lines->at[i];
    return lines->html == NULL
               ? line->number
               : line_number_at(&lines->html->lines, line->offset);
}
