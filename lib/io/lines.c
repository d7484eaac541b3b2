#include "lib/io/lines.h"

#include <errno.h>
#include <stdlib.h>

#include "lib/io/input.h"

enum { BLOCK = 256 * 1024 };

void line_reader_init(struct line_reader *r, int fd, const char *source,
                      size_t most)
{
    *r = (struct line_reader){.fd = fd, .source = source, .most = most};
}

void line_reader_free(struct line_reader *r)
{
    free(r->buffer);
    *r = (struct line_reader){.fd = -1};
}

/* Moves what is left to the front and makes room for a block behind it. */
static bool make_room(struct line_reader *r)
{
    size_t left = r->end - r->start;
    if (r->start != 0 && left != 0)
        memmove(r->buffer, r->buffer + r->start, left);
    r->start = 0;
    r->end = left;
    if (r->cap - r->end >= BLOCK)
        return true;
    size_t cap = r->cap == 0 ? 2 * BLOCK : r->cap * 2;
    char *buffer = realloc(r->buffer, cap);
    if (buffer == NULL)
        return false;
    r->buffer = buffer;
    r->cap = cap;
    return true;
}

static bool fill(struct line_reader *r, struct diag *d)
{
    if (!make_room(r)) {
        diag_no_memory(d);
        return false;
    }
    long got = input_read_some(r->fd, r->buffer + r->end, BLOCK);
    if (got < 0) {
        diag_set(d, r->source, 0, 0, "%s", strerror(errno));
        return false;
    }
    r->at_end = got == 0;
    r->end += (size_t)got;
    return true;
}

static enum line_result take(struct line_reader *r, struct slice *line,
                             size_t len, size_t with_end)
{
    *line = slice_from(r->buffer + r->start, len);
    r->start += with_end;
    return LINE_WHOLE;
}

static enum line_result next(struct line_reader *r, struct slice *line,
                             struct diag *d)
{
    size_t searched = 0;
    for (;;) {
        size_t left = r->end - r->start;
        const char *from = r->buffer + r->start;
        const char *lf = left == searched
                             ? NULL
                             : memchr(from + searched, '\n', left - searched);
        if (lf != NULL && (size_t)(lf - from) <= r->most) {
            size_t len = (size_t)(lf - from);
            return take(r, line, len, len + 1);
        }
        if (lf != NULL || left > r->most) {
            size_t len = left < r->most ? left : r->most;
            r->in_long_line = true;
            take(r, line, len, len);
            return LINE_PIECE;
        }
        if (r->at_end)
            return left == 0 ? LINE_NONE : take(r, line, left, left);
        searched = left;
        if (!fill(r, d))
            return LINE_FAILED;
    }
}

enum line_result line_reader_next(struct line_reader *r, struct slice *line,
                                  struct diag *d)
{
    while (r->in_long_line) {
        enum line_result result = line_reader_more(r, line, d);
        if (result == LINE_FAILED)
            return result;
    }
    enum line_result result = next(r, line, d);
    if (result == LINE_WHOLE || result == LINE_PIECE)
        r->number++;
    return result;
}

enum line_result line_reader_more(struct line_reader *r, struct slice *piece,
                                  struct diag *d)
{
    enum line_result result = next(r, piece, d);
    if (result != LINE_PIECE)
        r->in_long_line = false;
    if (result == LINE_NONE) {
        *piece = slice_from("", 0);
        return LINE_WHOLE;
    }
    return result;
}
