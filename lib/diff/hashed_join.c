#include <stdlib.h>

#include "lib/diff/joins.h"
#include "lib/diff/moves.h"
#include "lib/io/input.h"

struct hashed_join {
    const struct join_inputs *in;
    struct tool_index index;
    struct moves moves;
    struct bytes memory[SIDES_MOST];
    struct diag *d;
};

/*
 * Reads the smallest first, as what the others have too is not kept twice; what
 * is no file may be larger than any.
 */
static enum side_result read_sides(struct hashed_join *j)
{
    const struct join_inputs *in = j->in;
    size_t sizes[SIDES_MOST];
    bool done[SIDES_MOST] = {false};
    enum side_result result = SIDE_DONE;
    for (size_t i = 0; i < in->count; i++)
        if (!input_is_file(in->sources[i], &sizes[i]))
            sizes[i] = SIZE_MAX;
    for (size_t turn = 0; turn < in->count && result == SIDE_DONE; turn++) {
        size_t next = SIDES_MOST;
        for (size_t i = in->count; i-- > 0;)
            if (!done[i] && (next == SIDES_MOST || sizes[i] <= sizes[next]))
                next = i;
        done[next] = true;
        result = tool_index_read(&j->index, next, in->stream,
                                 &in->sources[next], &in->seen[next]);
    }
    return result;
}

static enum side_result read_lines(struct hashed_join *j, size_t tool,
                                   struct tool_lines *t)
{
    enum side_result result = SIDE_DONE;
    *t = (struct tool_lines){.tool = j->index.tools[tool]};
    for (size_t i = 0; i < j->index.sides && result == SIDE_DONE; i++)
        result = tool_index_line(&j->index, tool, i, &j->memory[i],
                                 &t->lines[i], j->d);
    if (j->moves.moved != NULL && j->moves.moved[tool]) {
        size_t after = j->moves.after[tool];
        t->moved = true;
        if (after != MOVES_FIRST)
            t->after = j->index.tools[after];
    }
    return result;
}

/* Rejects the lines of a tool that are no good verdicts. */
static enum side_result check_tool(struct hashed_join *j, size_t tool,
                                   struct arena *arena)
{
    struct tool_lines t;
    enum side_result result = read_lines(j, tool, &t);
    for (size_t i = 0; i < j->index.sides && result == SIDE_DONE; i++) {
        struct opened_verdict v = {0};
        struct diag d = {0};
        if (!slice_known(t.lines[i].text))
            continue;
        arena_reset(arena);
        switch (opened_verdict_read(&v, &t.lines[i], arena, &d)) {
        case RECORD_TAKEN:
            break;
        case RECORD_REJECTED:
            tool_index_ref(&j->index, tool, i)->number = 0;
            if (!side_reject_late(j->in->stream, &t.lines[i], &d))
                result = SIDE_STOPPED;
            break;
        default:
            result = SIDE_NO_MEMORY;
        }
    }
    return result;
}

/* The places of verdicts can only be told when it is known which are good. */
static enum side_result find_moves(struct hashed_join *j)
{
    const struct tool_index *x = &j->index;
    enum side_result result = SIDE_DONE;
    struct arena arena = {0};
    if (x->in_order[0] && x->in_order[1])
        return SIDE_DONE;
    for (size_t i = 0; i < x->count && result == SIDE_DONE; i++)
        if (!tool_index_equal(x, i))
            result = check_tool(j, i, &arena);
    arena_free(&arena);
    if (result == SIDE_DONE && !moves_find(&j->moves, x))
        result = SIDE_NO_MEMORY;
    return result;
}

/* The keys of the tools to take, in their order; NULL without memory. */
static const struct slice **list_tools(const struct hashed_join *j,
                                       size_t *count)
{
    const struct tool_index *x = &j->index;
    const bool *moved = j->moves.moved;
    *count = 0;
    for (size_t i = 0; i < x->count; i++)
        *count += !tool_index_equal(x, i) || (moved != NULL && moved[i]);
    const struct slice **tools = calloc(*count + 1, sizeof *tools);
    size_t at = 0;
    for (size_t i = 0; tools != NULL && i < x->count; i++)
        if (!tool_index_equal(x, i) || (moved != NULL && moved[i]))
            tools[at++] = &x->tools[i];
    tool_index_sort(tools, at);
    return tools;
}

static enum side_result take_tools(struct hashed_join *j,
                                   const struct tool_taker *taker)
{
    size_t count;
    const struct slice **tools = list_tools(j, &count);
    enum side_result result = tools == NULL ? SIDE_NO_MEMORY : SIDE_DONE;
    for (size_t i = 0; tools != NULL && i < count && result == SIDE_DONE; i++) {
        struct tool_lines t;
        result = read_lines(j, (size_t)(tools[i] - j->index.tools), &t);
        if (result == SIDE_DONE && !taker->take(taker->self, &t))
            result = SIDE_STOPPED;
    }
    free(tools);
    return result;
}

enum side_result hashed_join(const struct join_inputs *in, bool places,
                             const struct tool_taker *taker, struct diag *d)
{
    struct hashed_join j = {.in = in, .index = {.sides = in->count}, .d = d};
    enum side_result result = read_sides(&j);
    if (result == SIDE_DONE && in->stream->unreadable == 0) {
        if (places)
            result = find_moves(&j);
        if (result == SIDE_DONE)
            result = take_tools(&j, taker);
    }
    for (size_t i = 0; i < in->count; i++)
        bytes_free(&j.memory[i]);
    moves_free(&j.moves);
    tool_index_free(&j.index);
    return result;
}
