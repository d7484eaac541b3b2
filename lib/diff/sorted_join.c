#include "lib/diff/joins.h"

/* A side and the line that is held of it, while the cursor is at the next. */
struct held {
    struct side_reader side;
    struct bytes text, tool;
    struct record_line line;
    bool has_line, has_next;
};

struct sorted_join {
    struct held sides[SIDES_MOST];
    size_t count;
    struct diag *d;
    bool failed;
};

static bool keep(struct held *h)
{
    bytes_clear(&h->text);
    bytes_clear(&h->tool);
    bytes_add_slice(&h->text, h->side.cursor.line.text);
    bytes_add_slice(&h->tool, h->side.tool);
    h->line = h->side.cursor.line;
    h->line.text = bytes_slice(&h->text);
    if (h->text.failed || h->tool.failed)
        h->side.result = SIDE_NO_MEMORY;
    return h->side.result == SIDE_DONE;
}

/* Goes to the next tool of a side; the last of its lines stands. */
static void advance(struct sorted_join *j, struct held *h)
{
    h->has_line = h->has_next && keep(h);
    while (h->has_line) {
        h->has_next = side_next(&h->side);
        if (!h->has_next)
            return;
        int order = slice_compare(h->side.tool, bytes_slice(&h->tool));
        if (order > 0)
            return;
        if (order < 0) {
            struct slice tool = h->side.tool;
            diag_set(j->d, h->side.cursor.line.source,
                     h->side.cursor.line.number, 0,
                     "--sorted: the tool '%.*s' is behind '%.*s'",
                     (int)(tool.len < 80 ? tool.len : 80), tool.at,
                     (int)(h->tool.len < 80 ? h->tool.len : 80), h->tool.at);
            j->failed = true;
            h->has_line = false;
        } else if (side_replaces(&h->side)) {
            h->has_line = keep(h);
        }
    }
}

/* What the sides have of the first tool that one of them has. */
static bool gather(const struct sorted_join *j, struct tool_lines *t)
{
    *t = (struct tool_lines){.tool = {NULL, 0}};
    for (size_t i = 0; i < j->count; i++) {
        struct slice tool = bytes_slice(&j->sides[i].tool);
        if (j->sides[i].has_line &&
            (!slice_known(t->tool) || slice_compare(tool, t->tool) < 0))
            t->tool = tool;
    }
    for (size_t i = 0; i < j->count; i++)
        if (j->sides[i].has_line &&
            slice_equal(bytes_slice(&j->sides[i].tool), t->tool))
            t->lines[i] = j->sides[i].line;
    return slice_known(t->tool);
}

static enum side_result result_of(const struct sorted_join *j)
{
    if (j->failed)
        return SIDE_FAILED;
    for (size_t i = 0; i < j->count; i++)
        if (j->sides[i].side.result != SIDE_DONE)
            return j->sides[i].side.result;
    return SIDE_DONE;
}

/* What cannot be read must not seem to be gone. */
static bool goes_on(const struct sorted_join *j, const struct record_stream *s)
{
    return s->unreadable == 0 && result_of(j) == SIDE_DONE;
}

static enum side_result merge(struct sorted_join *j,
                              const struct record_stream *stream,
                              const struct tool_taker *taker)
{
    struct tool_lines t;
    for (size_t i = 0; i < j->count; i++) {
        j->sides[i].has_next = side_next(&j->sides[i].side);
        advance(j, &j->sides[i]);
    }
    while (goes_on(j, stream) && gather(j, &t)) {
        if (!tool_lines_equal(&t, j->count) && !taker->take(taker->self, &t))
            return SIDE_STOPPED;
        for (size_t i = 0; i < j->count; i++)
            if (slice_known(t.lines[i].text))
                advance(j, &j->sides[i]);
    }
    return result_of(j);
}

enum side_result sorted_join(const struct join_inputs *in,
                             const struct tool_taker *taker, struct diag *d)
{
    struct sorted_join j = {.count = in->count, .d = d};
    for (size_t i = 0; i < j.count; i++)
        side_init(&j.sides[i].side, in->stream, &in->sources[i]);
    enum side_result result = merge(&j, in->stream, taker);
    for (size_t i = 0; i < j.count; i++) {
        in->seen[i] = (struct join_seen){j.sides[i].side.verdicts,
                                         j.sides[i].side.others};
        side_free(&j.sides[i].side);
        bytes_free(&j.sides[i].text);
        bytes_free(&j.sides[i].tool);
    }
    return result;
}
