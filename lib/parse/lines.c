#include "lib/parse/lines.h"

#include "lib/base/bytes.h"
#include "lib/base/folding.h"
#include "lib/base/text.h"

/* A look at a line. */
struct look {
    size_t end;  /* of the line: at its LF or CR, or the page's end */
    bool folded; /* surely */
};

static struct look look_at(struct slice page, size_t at)
{
    struct folding folding = FOLDING_START;
    uint32_t odd = 0, ends = 0;
    size_t len = 0;
    for (; at < page.len && ends == 0; at += len) {
        struct sixteen block = scan16_next(page.at + at, page.len - at, &len);
        uint32_t found = folding_odd(&folding, block) & scan16_before(len);
        if (found != 0)
            ends = scan16_equal(block, '\n') | scan16_equal(block, '\r');
        if (ends != 0)
            len = scan16_first(ends);
        odd |= found & scan16_before(len);
    }
    struct look look = {at, odd == 0 && !folding_space_before(&folding, len)};
    return look;
}

/* Behind the line end that stands at `at`. */
static size_t skip_line_end(struct slice page, size_t at)
{
    if (page.at[at] == '\r' && at + 1 < page.len && page.at[at + 1] == '\n')
        return at + 2;
    return at + 1;
}

/* How many lines are not empty, by their ends. */
static size_t count_lines(struct slice page)
{
    size_t count = 0;
    uint32_t end = 1; /* whether an end stands before */
    for (size_t at = 0; at < page.len;) {
        size_t len;
        struct sixteen block = scan16_next(page.at + at, page.len - at, &len);
        uint32_t ends = scan16_equal(block, '\n') | scan16_equal(block, '\r');
        uint32_t before = ends << 1 | end;
        /* Few bits are set: faster than a count of all, without POPCNT. */
        for (uint32_t left = ends & ~before; left != 0; left &= left - 1)
            count++;
        end = before >> len & 1;
        at += len;
    }
    return count + (end == 0);
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
    size_t most = count_lines(page);
    lines->at = most > SIZE_MAX / 2 / sizeof *lines->at
                    ? NULL
                    : arena_alloc(arena, most * sizeof *lines->at);
    if (lines->at == NULL)
        return false;
    struct bytes folded = {0};
    bool failed = false, gap = false;
    size_t at = 0;
    for (size_t number = 1; at < page.len && !failed; number++) {
        struct look look = look_at(page, at);
        bool ended = look.end < page.len;
        struct slice text = slice_from(page.at + at, look.end - at);
        if (!look.folded && text.len != 0)
            text = fold(text, &folded, arena, &failed);
        if (text.len == 0) {
            gap = true;
        } else {
            lines->at[lines->count++] =
                (struct page_line){text, number, at, gap, ended, 0};
            gap = false;
        }
        at = ended ? skip_line_end(page, look.end) : look.end;
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
