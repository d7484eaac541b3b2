#include "lib/render/block.h"

#include <stdlib.h>

#include "lib/render/width.h"
#include "lib/render/wrap.h"

/* Narrower than this text is not readable: better to run over the edge. */
enum { NARROWEST = 8 };

static const char *const codes[] = {
    [STYLE_PLAIN] = "",          [STYLE_STRONG] = "\033[1m",
    [STYLE_FAINT] = "\033[2m",   [STYLE_GREEN] = "\033[32m",
    [STYLE_YELLOW] = "\033[33m", [STYLE_RED] = "\033[31m",
};

void block_free(struct block *b)
{
    bytes_free(&b->text);
    free(b->lines);
    *b = (struct block){.color = b->color};
}

void block_clear(struct block *b)
{
    bytes_clear(&b->text);
    b->count = 0;
}

void block_line(struct block *b)
{
    if (b->count == b->cap) {
        size_t cap = b->cap == 0 ? 16 : b->cap * 2;
        struct block_line *lines = realloc(b->lines, cap * sizeof *lines);
        if (lines == NULL) {
            b->text.failed = true;
            return;
        }
        b->lines = lines;
        b->cap = cap;
    }
    b->lines[b->count++] = (struct block_line){b->text.len, b->text.len, 0};
}

size_t block_column(const struct block *b)
{
    return b->count == 0 ? 0 : b->lines[b->count - 1].columns;
}

/* The line begun last; NULL when there is no memory for one. */
static struct block_line *last_line(struct block *b)
{
    if (b->count == 0)
        block_line(b);
    return b->count == 0 ? NULL : &b->lines[b->count - 1];
}

void block_add(struct block *b, enum style style, struct slice text)
{
    struct block_line *line = last_line(b);
    if (line == NULL || text.len == 0)
        return;
    bool styled = b->color && style != STYLE_PLAIN;
    if (styled)
        bytes_add_string(&b->text, codes[style]);
    bytes_add_slice(&b->text, text);
    if (styled)
        bytes_add_string(&b->text, "\033[0m");
    line->to = b->text.len;
    line->columns += width_of(text);
}

void block_add_string(struct block *b, enum style style, const char *text)
{
    block_add(b, style, slice_of(text));
}

void block_add_spaces(struct block *b, size_t count)
{
    struct block_line *line = last_line(b);
    if (line == NULL)
        return;
    bytes_add_repeated(&b->text, ' ', count);
    line->to = b->text.len;
    line->columns += count;
}

void block_add_padding(struct block *b, size_t columns)
{
    struct block_line *line = last_line(b);
    if (line != NULL && line->columns < columns)
        block_add_spaces(b, columns - line->columns);
}

void block_add_right(struct block *b, enum style style, struct slice text,
                     size_t columns)
{
    size_t width = width_of(text);
    if (width < columns)
        block_add_spaces(b, columns - width);
    block_add(b, style, text);
}

static void add_repeated(struct block *b, enum style style, const char *text,
                         size_t times)
{
    struct bytes repeated = {0};
    for (size_t i = 0; i < times; i++)
        bytes_add_string(&repeated, text);
    b->text.failed = b->text.failed || repeated.failed;
    block_add(b, style, bytes_slice(&repeated));
    bytes_free(&repeated);
}

void block_add_rule(struct block *b, size_t columns)
{
    add_repeated(b, STYLE_FAINT, "─", columns);
}

void block_add_bar(struct block *b, int64_t score, size_t cells)
{
    static const int64_t full = 100 * 100;
    int64_t bounded = score < 0 ? 0 : score > full ? full : score;
    int64_t halves = (bounded * 2 * (int64_t)cells + full / 2) / full;
    size_t filled = (size_t)halves / 2, half = (size_t)halves % 2;
    add_repeated(b, STYLE_PLAIN, "━", filled);
    add_repeated(b, STYLE_PLAIN, "╸", half);
    add_repeated(b, STYLE_FAINT, "─", cells - filled - half);
}

void block_add_wrapped(struct block *b, enum style style, struct slice text,
                       size_t columns)
{
    struct block_line *line = last_line(b);
    if (line == NULL)
        return;
    size_t indent = line->columns;
    size_t room = columns > indent + NARROWEST ? columns - indent : NARROWEST;
    struct wrap wrap = {.text = text};
    struct slice piece;
    bool first = true;
    while (wrap_next(&wrap, room, &piece) && !b->text.failed) {
        if (!first) {
            block_line(b);
            block_add_spaces(b, indent);
        }
        block_add(b, style, piece);
        first = false;
    }
}

/*
 * The text of a line, if there is such a line, and how wide it is.  Nothing
 * ends in spaces: the padding of an unfinished row is not shown.
 */
static struct slice line_text(const struct block *b, size_t i, size_t *columns)
{
    *columns = 0;
    if (i >= b->count || b->text.at == NULL)
        return slice_from("", 0);
    const struct block_line *line = &b->lines[i];
    struct slice text = {b->text.at + line->from, line->to - line->from};
    *columns = line->columns;
    for (; text.len != 0 && text.at[text.len - 1] == ' '; text.len--)
        (*columns)--;
    return text;
}

void block_print(struct bytes *out, const struct block *b, size_t indent)
{
    out->failed = out->failed || b->text.failed;
    for (size_t i = 0; i < b->count; i++) {
        size_t columns;
        struct slice text = line_text(b, i, &columns);
        if (text.len != 0)
            bytes_add_repeated(out, ' ', indent);
        bytes_add_slice(out, text);
        bytes_add_byte(out, '\n');
    }
}

static void print_line(struct bytes *out, const struct block *blocks,
                       const size_t *starts, size_t count, size_t line)
{
    size_t used = 0;
    for (size_t i = 0; i < count; i++) {
        size_t columns;
        struct slice text = line_text(&blocks[i], line, &columns);
        if (text.len == 0)
            continue;
        size_t gap = starts[i] > used ? starts[i] - used : used != 0;
        bytes_add_repeated(out, ' ', gap);
        bytes_add_slice(out, text);
        used += gap + columns;
    }
    bytes_add_byte(out, '\n');
}

void block_print_columns(struct bytes *out, const struct block *blocks,
                         const size_t *starts, size_t count)
{
    size_t lines = 0;
    for (size_t i = 0; i < count; i++) {
        out->failed = out->failed || blocks[i].text.failed;
        lines = blocks[i].count > lines ? blocks[i].count : lines;
    }
    for (size_t line = 0; line < lines; line++)
        print_line(out, blocks, starts, count, line);
}
