#include "lib/diff/side.h"

#include "lib/base/hash.h"

bool tool_lines_equal(const struct tool_lines *t, size_t sides)
{
    for (size_t i = 1; i < sides; i++)
        if (!slice_equal(t->lines[i].text, t->lines[0].text))
            return false;
    return true;
}

void side_init(struct side_reader *s, struct record_stream *stream,
               const char *const *source)
{
    *s = (struct side_reader){.result = SIDE_DONE};
    record_cursor_init(&s->cursor, stream, source);
}

void side_free(struct side_reader *s)
{
    record_cursor_free(&s->cursor);
    verdict_glance_free(&s->glance);
}

/* Whether the line is a good verdict; if not, it is rejected. */
static bool check_line(struct side_reader *s)
{
    struct opened_verdict v = {0};
    struct arena arena = {0};
    struct diag d = {0};
    enum record_answer answer =
        opened_verdict_read(&v, &s->cursor.line, &arena, &d);
    if (answer == RECORD_REJECTED)
        record_cursor_reject(&s->cursor, &d);
    if (answer == RECORD_STOP)
        s->result = SIDE_NO_MEMORY;
    arena_free(&arena);
    return answer == RECORD_TAKEN;
}

/* Whether the cursor is at a verdict that says which tool it is on. */
static bool look(struct side_reader *s)
{
    struct diag d = {0};
    switch (verdict_glance(&s->glance, &s->cursor.line, &d)) {
    case RECORD_TAKEN:
        break;
    case RECORD_REJECTED:
        record_cursor_reject(&s->cursor, &d);
        return false;
    default:
        s->result = SIDE_NO_MEMORY;
        return false;
    }
    if (!s->glance.is_verdict)
        s->others++;
    s->tool = s->glance.tool;
    return s->glance.is_verdict && (slice_known(s->tool) || check_line(s));
}

static bool is_guessed(struct side_reader *s)
{
    const struct line_guess *guess = &s->guess;
    struct slice text = s->cursor.line.text;
    if (!slice_known(guess->tool) || text.len != guess->len ||
        hash_long_bytes(text) != guess->hash)
        return false;
    s->tool = guess->tool;
    return true;
}

bool side_next(struct side_reader *s)
{
    while (s->result == SIDE_DONE && record_cursor_next(&s->cursor)) {
        s->guessed = is_guessed(s);
        if (s->guessed || look(s)) {
            s->verdicts++;
            return true;
        }
    }
    if (s->cursor.stopped)
        s->result = SIDE_STOPPED;
    return false;
}

bool side_replaces(struct side_reader *s)
{
    struct diag d;
    if (!check_line(s))
        return false;
    diag_set(&d, s->cursor.line.source, s->cursor.line.number, 0,
             "stands for an earlier verdict on the same tool");
    listener_tell(s->cursor.place.stream->listener, &d);
    return true;
}

bool side_reject_late(struct record_stream *s, const struct record_line *line,
                      const struct diag *d)
{
    s->taken--;
    s->rejected++;
    rejects_add(s->rejects, line->text);
    listener_tell(s->listener, d);
    rejects_explain(s->rejects, line->text.len, d);
    return !s->strict;
}
