#include "lib/parse/lines.h"

#include "lib/base/bytes.h"
#include "lib/base/text.h"

/*
 * Where lines end.  The next LF is remembered, so that a page in which lines
 * end at CR alone is not searched for one again at every line.
 */
struct line_ends {
    struct slice page;
    size_t lf; /* of the next LF at or behind the last place asked for */
};

static size_t line_end(struct line_ends *ends, size_t at)
{
    struct slice page = ends->page;
    if (ends->lf < at || at == 0) {
        const char *lf = memchr(page.at + at, '\n', page.len - at);
        ends->lf = lf == NULL ? page.len : (size_t)(lf - page.at);
    }
    const char *cr = memchr(page.at + at, '\r', ends->lf - at);
    return cr == NULL ? ends->lf : (size_t)(cr - page.at);
}

/* Behind the line end that stands at `at`. */
static size_t skip_line_end(struct slice page, size_t at)
{
    if (page.at[at] == '\r' && at + 1 < page.len && page.at[at + 1] == '\n')
        return at + 2;
    return at + 1;
}

/* How many lines are not empty. */
static size_t count_lines(struct slice page)
{
    struct line_ends ends = {page, 0};
    size_t count = 0;
    for (size_t at = 0; at < page.len;) {
        size_t end = line_end(&ends, at);
        count += end != at;
        at = end < page.len ? skip_line_end(page, end) : end;
    }
    return count;
}

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

bool page_lines_read(struct page_lines *lines, struct slice page,
                     struct arena *arena)
{
    *lines = (struct page_lines){0};
    lines->at = arena_array(arena, count_lines(page), sizeof *lines->at);
    if (lines->at == NULL)
        return false;
    struct bytes folded = {0};
    bool failed = false, gap = false;
    struct line_ends ends = {page, 0};
    size_t at = 0;
    for (size_t number = 1; at < page.len && !failed; number++) {
        size_t len = line_end(&ends, at) - at;
        bool ended = at + len < page.len;
        struct slice text =
            fold(slice_from(page.at + at, len), &folded, arena, &failed);
        if (text.len == 0) {
            gap = true;
        } else {
            lines->at[lines->count++] =
                (struct page_line){text, number, at, gap, ended};
            gap = false;
        }
        at += len;
        if (ended)
            at = skip_line_end(page, at);
    }
    bytes_free(&folded);
    return !failed;
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
    *failed = *failed || joined.failed;
    struct slice s = arena_copy(arena, bytes_slice(&joined), failed);
    bytes_free(&joined);
    return s;
}
