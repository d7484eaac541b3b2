#include "lib/diff/apply.h"

#include <stdlib.h>

#include "lib/diff/apply_state.h"

void apply_free(struct apply *a)
{
    tool_index_free(&a->index);
    free(a->lines);
    free(a->tools);
    table_free(&a->by_tool);
    arena_free(&a->texts);
}

void apply_refuse(struct apply *a, size_t line_number, const char *format, ...)
{
    struct diag d;
    va_list list;
    va_start(list, format);
    diag_set_list(&d, a->sources[1], line_number, 0, format, list);
    va_end(list);
    listener_tell(a->stream->listener, &d);
    a->refused = true;
}

/* The newer snapshot has what the older one has, as far as nothing changes. */
static enum side_result enter_tools(struct apply *a, struct diag *d)
{
    enum side_result result = SIDE_DONE;
    for (size_t i = 0; i < a->index.count; i++)
        *tool_index_ref(&a->index, i, 1) = *tool_index_ref(&a->index, i, 0);
    for (size_t i = 0; i < a->tool_count && result == SIDE_DONE; i++) {
        struct patched_tool *t = &a->tools[i];
        t->in_index = tool_index_add(&a->index, t->tool);
        if (t->in_index == SIZE_MAX)
            return SIDE_NO_MEMORY;
        result = apply_make_line(a, t, d);
        tool_index_ref(&a->index, t->in_index, 1)->number =
            slice_known(t->new_line);
    }
    return result;
}

static enum side_result hand_over(struct apply *a, const size_t *order,
                                  size_t count, const struct apply_sink *sink,
                                  struct diag *d)
{
    struct bytes memory = {0};
    enum side_result result = SIDE_DONE;
    for (size_t i = 0; i < count && result == SIDE_DONE; i++) {
        const size_t *patched =
            table_find(&a->by_tool, a->index.tools[order[i]]);
        struct record_line line = {.text = {NULL, 0}};
        if (patched != NULL)
            line.text = a->tools[*patched].new_line;
        else
            result = tool_index_line(&a->index, order[i], 0, &memory, &line, d);
        if (result == SIDE_DONE && !sink->take(sink->self, line.text))
            result = SIDE_STOPPED;
    }
    bytes_free(&memory);
    return result;
}

enum side_result apply_run(struct apply *a, const struct apply_sink *sink,
                           struct diag *d)
{
    size_t count;
    enum side_result result =
        tool_index_read(&a->index, 0, a->stream, &a->sources[0], &a->seen[0]);
    if (result == SIDE_DONE)
        result = apply_read_changes(a);
    if (result == SIDE_DONE && a->stream->unreadable == 0 && !a->refused)
        result = enter_tools(a, d);
    if (result != SIDE_DONE || a->refused || a->stream->unreadable != 0)
        return result;
    size_t *order = apply_order(a, &count);
    if (order == NULL)
        return a->refused ? SIDE_DONE : SIDE_NO_MEMORY;
    result = hand_over(a, order, count, sink, d);
    free(order);
    return result;
}
