#include "lib/diff/index.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "lib/base/hash.h"
#include "lib/io/input.h"

void tool_index_free(struct tool_index *x)
{
    for (size_t i = 0; i < x->sides; i++)
        if (x->fds[i] != 0)
            input_close(x->fds[i] - 1);
    free(x->tools);
    free(x->refs);
    table_free(&x->by_tool);
    arena_free(&x->keys);
    arena_free(&x->lines);
    *x = (struct tool_index){.sides = 0};
}

static bool grow(struct tool_index *x)
{
    if (x->count < x->cap)
        return true;
    size_t cap = x->cap == 0 ? 64 : x->cap * 2;
    struct slice *tools = reallocarray(x->tools, cap, sizeof *tools);
    if (tools != NULL)
        x->tools = tools;
    struct line_ref *refs = reallocarray(x->refs, cap, x->sides * sizeof *refs);
    if (refs != NULL)
        x->refs = refs;
    if (tools == NULL || refs == NULL)
        return false;
    x->cap = cap;
    return true;
}

size_t tool_index_find(const struct tool_index *x, struct slice tool)
{
    const size_t *at = table_find(&x->by_tool, tool);
    return at == NULL ? SIZE_MAX : *at;
}

size_t tool_index_add(struct tool_index *x, struct slice tool)
{
    size_t at = tool_index_find(x, tool);
    bool failed = false, added;
    if (at != SIZE_MAX)
        return at;
    struct slice copy = arena_copy(&x->keys, tool, &failed);
    if (failed || !grow(x) ||
        table_add(&x->by_tool, copy, x->count, &added) == NULL)
        return SIZE_MAX;
    x->tools[x->count] = copy;
    memset(tool_index_ref(x, x->count, 0), 0, x->sides * sizeof *x->refs);
    return x->count++;
}

static int compare_keys(const void *first, const void *second)
{
    const struct slice *const *a = first, *const *b = second;
    return slice_compare(**a, **b);
}

void tool_index_sort(const struct slice **keys, size_t count)
{
    if (count > 1)
        qsort(keys, count, sizeof *keys, compare_keys);
}

static bool same_line(const struct line_ref *a, const struct line_ref *b)
{
    return (a->number != 0) == (b->number != 0) && a->len == b->len &&
           a->hash == b->hash;
}

bool tool_index_equal(const struct tool_index *x, size_t tool)
{
    for (size_t i = 1; i < x->sides; i++)
        if (!same_line(tool_index_ref(x, tool, 0), tool_index_ref(x, tool, i)))
            return false;
    return true;
}

/* A side that has the same line, and has it in its place; `sides`: none. */
static size_t other_side(const struct tool_index *x, size_t tool, size_t side)
{
    const struct line_ref *ref = tool_index_ref(x, tool, side);
    size_t i = 0;
    while (i < x->sides &&
           (i == side || !same_line(tool_index_ref(x, tool, i), ref) ||
            tool_index_ref(x, tool, i)->place == INDEX_ELSEWHERE))
        i++;
    return i;
}

/* Where the line will be found again.  False when there is no memory. */
static bool place_line(struct tool_index *x, size_t tool, size_t side,
                       const struct record_line *line)
{
    struct line_ref *ref = tool_index_ref(x, tool, side);
    bool failed = false;
    if (x->fds[side] != 0)
        ref->place = line->offset;
    else if (other_side(x, tool, side) != x->sides)
        ref->place = INDEX_ELSEWHERE;
    else
        ref->place =
            (size_t)(uintptr_t)arena_copy(&x->lines, line->text, &failed).at;
    return !failed;
}

/* Only a line that is too long or too far behind is refused. */
static bool refuse(struct side_reader *s)
{
    const struct record_line *line = &s->cursor.line;
    struct diag d;
    if (line->text.len <= UINT32_MAX && line->number <= UINT32_MAX)
        return false;
    diag_set(&d, line->source, line->number, 0,
             "a line or a number of lines above %lu, which needs --sorted",
             (unsigned long)UINT32_MAX);
    record_cursor_reject(&s->cursor, &d);
    return true;
}

/*
 * Enters the verdict that a side is at, on the tool that *tool says if it was
 * guessed; *tool is then the tool that it is on.
 */
static bool enter(struct tool_index *x, size_t side, struct side_reader *s,
                  size_t *tool)
{
    const struct record_line *line = &s->cursor.line;
    if (!s->guessed)
        *tool = tool_index_add(x, s->tool);
    if (*tool == SIZE_MAX)
        return false;
    struct line_ref *ref = tool_index_ref(x, *tool, side);
    if (refuse(s) || (ref->number != 0 && !side_replaces(s)))
        return true;
    *ref = (struct line_ref){.hash = s->guessed ? s->guess.hash
                                                : hash_long_bytes(line->text),
                             .len = (uint32_t)line->text.len,
                             .number = (uint32_t)line->number};
    return place_line(x, *tool, side, line);
}

/* The line that another side has of a tool, if there are such. */
static struct line_guess guess_line(const struct tool_index *x, size_t tool)
{
    struct line_guess guess = {.tool = {NULL, 0}};
    for (size_t i = 0; tool < x->count && i < x->sides; i++) {
        const struct line_ref *ref = tool_index_ref(x, tool, i);
        if (ref->number != 0)
            return (struct line_guess){ref->hash, ref->len, x->tools[tool]};
    }
    return guess;
}

/* Only regular files can be read again. */
static void open_again(struct tool_index *x, size_t side, const char *source)
{
    struct diag ignored;
    size_t size;
    x->sources[side] = source;
    if (!input_is_file(source, &size))
        return;
    int fd = input_open(source, &ignored);
    if (fd >= 0)
        x->fds[side] = fd + 1;
}

enum side_result tool_index_read(struct tool_index *x, size_t side,
                                 struct record_stream *stream,
                                 const char *const *source,
                                 struct join_seen *seen)
{
    struct side_reader s;
    struct bytes last = {0};
    size_t tool = 0;
    side_init(&s, stream, source);
    open_again(x, side, *source);
    x->in_order[side] = true;
    s.guess = guess_line(x, tool);
    while (side_next(&s)) {
        x->in_order[side] =
            x->in_order[side] && slice_compare(bytes_slice(&last), s.tool) < 0;
        bytes_clear(&last);
        bytes_add_slice(&last, s.tool);
        if (last.failed || !enter(x, side, &s, &tool))
            s.result = SIDE_NO_MEMORY;
        s.guess = guess_line(x, ++tool);
    }
    *seen = (struct join_seen){s.verdicts, s.others};
    enum side_result result = s.result;
    bytes_free(&last);
    side_free(&s);
    return result;
}

static bool read_back(int fd, size_t place, size_t len, struct bytes *memory)
{
    bytes_clear(memory);
    while (memory->len < len && bytes_reserve(memory, len)) {
        ssize_t got = pread(fd, memory->at + memory->len, len - memory->len,
                            (off_t)(place + memory->len));
        if (got == 0 || (got < 0 && errno != EINTR))
            break;
        memory->len += got < 0 ? 0 : (size_t)got;
    }
    return memory->len == len;
}

enum side_result tool_index_line(struct tool_index *x, size_t tool, size_t side,
                                 struct bytes *memory, struct record_line *line,
                                 struct diag *d)
{
    const struct line_ref *ref = tool_index_ref(x, tool, side);
    *line =
        (struct record_line){.source = x->sources[side], .number = ref->number};
    if (ref->number == 0)
        return SIDE_DONE;
    if (ref->place == INDEX_ELSEWHERE)
        side = other_side(x, tool, side);
    size_t place = tool_index_ref(x, tool, side)->place;
    if (x->fds[side] == 0) {
        line->text = slice_from((const char *)(uintptr_t)place, ref->len);
        return SIDE_DONE;
    }
    if (read_back(x->fds[side] - 1, place, ref->len, memory) &&
        hash_long_bytes(bytes_slice(memory)) == ref->hash) {
        line->text = bytes_slice(memory);
        return SIDE_DONE;
    }
    diag_set(d, x->sources[side], tool_index_ref(x, tool, side)->number, 0,
             "the file has changed since it was read");
    return memory->failed ? SIDE_NO_MEMORY : SIDE_FAILED;
}
