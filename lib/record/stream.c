#include "lib/record/stream.h"

#include "lib/io/input.h"
#include "lib/io/lines.h"

static bool is_blank(struct slice s)
{
    for (size_t i = 0; i < s.len; i++)
        if (memchr(" \t\r", s.at[i], 3) == NULL)
            return false;
    return true;
}

static void reject(struct record_stream *s, struct slice text,
                   const struct diag *d)
{
    s->rejected++;
    listener_tell(s->listener, d);
    rejects_add(s->rejects, text);
    rejects_explain(s->rejects, text.len, d);
}

/* Rejects a line that is too long, of which `piece` is the beginning. */
static bool reject_long_line(struct record_stream *s, struct line_reader *r,
                             struct slice piece)
{
    struct diag d, failure;
    size_t len = 0;
    enum line_result result = LINE_PIECE;
    while (result == LINE_PIECE) {
        len += piece.len;
        rejects_add(s->rejects, piece);
        result = line_reader_more(r, &piece, &failure);
    }
    if (result == LINE_FAILED)
        piece = slice_from("", 0);
    len += piece.len;
    rejects_add(s->rejects, piece);
    diag_set(&d, r->source, r->number, s->line_most + 1,
             "a line of %zu bytes, longer than the %zu allowed (--max-line)",
             len, s->line_most);
    s->rejected++;
    listener_tell(s->listener, &d);
    rejects_explain(s->rejects, len, &d);
    if (result == LINE_FAILED) {
        listener_tell(s->listener, &failure);
        s->unreadable++;
    }
    return result != LINE_FAILED && !s->strict;
}

/* The line without what may stand around a record. */
static struct slice without_marks(const struct line_reader *r,
                                  struct slice line)
{
    static const struct slice order_mark = SLICE("\xef\xbb\xbf");
    if (r->number == 1 && slice_starts(line, order_mark))
        line = slice_after(line, order_mark.len);
    if (line.len != 0 && line.at[0] == '\x1e')
        line = slice_after(line, 1);
    if (line.len != 0 && line.at[line.len - 1] == '\r')
        line.len--;
    return line;
}

static bool take_line(struct record_stream *s, const struct line_reader *r,
                      struct slice text, record_taker *take, void *self)
{
    struct record_line line = {r->source, r->number, without_marks(r, text)};
    if (is_blank(line.text))
        return true;
    struct diag d = {0};
    switch (take(self, &line, &d)) {
    case RECORD_TAKEN:
        s->taken++;
        return true;
    case RECORD_REJECTED:
        if (d.column != 0)
            d.column += (size_t)(line.text.at - text.at);
        reject(s, text, &d);
        return !s->strict;
    default:
        if (d.message[0] != '\0')
            listener_tell(s->listener, &d);
        return false;
    }
}

bool record_stream_read(struct record_stream *s, const char *source,
                        record_taker *take, void *self)
{
    struct diag d;
    int fd = input_open(source, &d);
    if (fd < 0) {
        listener_tell(s->listener, &d);
        s->unreadable++;
        return true;
    }
    struct line_reader reader;
    line_reader_init(&reader, fd, source, s->line_most);
    bool go_on = true, at_end = false;
    while (go_on && !at_end) {
        struct slice line;
        switch (line_reader_next(&reader, &line, &d)) {
        case LINE_WHOLE:
            go_on = take_line(s, &reader, line, take, self);
            break;
        case LINE_PIECE:
            go_on = reject_long_line(s, &reader, line);
            break;
        case LINE_NONE:
            at_end = true;
            break;
        case LINE_FAILED:
            listener_tell(s->listener, &d);
            s->unreadable++;
            at_end = true;
            break;
        }
    }
    line_reader_free(&reader);
    input_close(fd);
    return go_on;
}
