#include "lib/record/line_place.h"

void line_place_enter(struct line_place *p, const struct line_block *b)
{
    if (p->source == b->source && p->input == b->input)
        return;
    p->source = b->source;
    p->input = b->input;
    p->number = 0;
    p->in_long_line = false;
}

static bool tell(struct record_stream *s, size_t len, const struct diag *d)
{
    s->rejected++;
    listener_tell(s->listener, d);
    rejects_explain(s->rejects, len, d);
    return !s->strict;
}

bool line_place_reject(struct line_place *p, struct slice whole,
                       struct slice text, struct diag *d)
{
    if (d->no_memory) {
        listener_tell(p->stream->listener, d);
        return false;
    }
    if (d->column != 0)
        d->column += (size_t)(text.at - whole.at);
    rejects_add(p->stream->rejects, whole);
    return tell(p->stream, whole.len, d);
}

/* Rejects a line that is too long, when all of it went to the rejects. */
static bool reject_long_line(const struct line_place *p, size_t len)
{
    struct record_stream *s = p->stream;
    struct diag d;
    diag_set(&d, p->source, p->number, s->line_most + 1,
             "a line of %zu bytes, longer than the %zu allowed (--max-line)",
             len, s->line_most);
    return tell(s, len, &d);
}

bool line_place_check(struct line_place *p, struct slice whole, bool *go_on)
{
    *go_on = true;
    if (whole.len <= p->stream->line_most)
        return true;
    rejects_add(p->stream->rejects, whole);
    *go_on = reject_long_line(p, whole.len);
    return false;
}

/* The last piece is a block of its own, or missing where the input fails. */
static bool take_piece(struct line_place *p, const struct line_block *b)
{
    if (!p->in_long_line) {
        p->number++;
        p->long_len = 0;
    }
    p->in_long_line = b->kind == BLOCK_PIECE;
    p->long_len += b->text.len;
    rejects_add(p->stream->rejects, b->text);
    return p->in_long_line || reject_long_line(p, p->long_len);
}

bool line_place_pass(struct line_place *p, const struct line_block *b)
{
    if (b->kind != BLOCK_FAILED)
        return take_piece(p, b);
    bool go_on = !p->in_long_line || reject_long_line(p, p->long_len);
    listener_tell(p->stream->listener, &b->d);
    p->stream->unreadable++;
    return go_on;
}
