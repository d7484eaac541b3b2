#include "lib/parse/lines.h"

#include "lib/base/bytes.h"
#include "lib/base/text.h"

static size_t line_length(struct slice rest)
{
    const char *lf = memchr(rest.at, '\n', rest.len);
    size_t len = lf == NULL ? rest.len : (size_t)(lf - rest.at);
    const char *cr = len == 0 ? NULL : memchr(rest.at, '\r', len);
    return cr == NULL ? len : (size_t)(cr - rest.at);
}

/* Behind the line end that stands at `at`. */
static size_t skip_line_end(struct slice page, size_t at)
{
    if (page.at[at] == '\r' && at + 1 < page.len && page.at[at + 1] == '\n')
        return at + 2;
    return at + 1;
}

static size_t count_lines(struct slice page)
{
    size_t count = 1;
    for (size_t at = 0; at < page.len; count++) {
        at += line_length(slice_after(page, at));
        if (at < page.len)
            at = skip_line_end(page, at);
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
    size_t at = 0;
    for (size_t number = 1; at < page.len && !failed; number++) {
        size_t len = line_length(slice_after(page, at));
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
