#include "lib/score/partial_state.h"

#include <stdlib.h>

#include "lib/base/hash.h"

/* A line is closed when it has become this long. */
enum { LINE_ENOUGH = 16 * 1024 * 1024 };

/* A sighting: numbers of its tool's key and of its text in the pool. */
struct gathered {
    uint32_t tool, text;
    uint8_t type; /* an enum sighting_type */
    bool once;    /* it counts once, however often it is there */
};

void partial_state_free(struct partial_state *s)
{
    pool_free(&s->pool);
    free(s->items);
    bytes_free(&s->scratch);
    *s = (struct partial_state){0};
}

static uint32_t hold(struct partial_state *s, struct slice string)
{
    uint32_t number = pool_add(&s->pool, string);
    s->no_memory = s->no_memory || s->pool.failed || s->scratch.failed;
    return number;
}

static struct gathered *next_item(struct partial_state *s)
{
    if (s->count == s->cap) {
        size_t cap = s->cap == 0 ? 64 : s->cap + s->cap / 2;
        struct gathered *grown = realloc(s->items, cap * sizeof *grown);
        if (grown == NULL) {
            s->no_memory = true;
            return NULL;
        }
        s->items = grown;
        s->cap = cap;
    }
    return &s->items[s->count++];
}

/*
 * Whether a sighting that is there twice tells of one thing.  Votes of nobody
 * and reviews from nowhere may count each, and so do records that name no tool
 * when it is said how many there are.
 */
static bool counts_once(const struct sighting *s)
{
    switch (s->type) {
    case SIGHTING_REVIEW:
        return slice_known(s->review.page);
    case SIGHTING_VOTE:
        return slice_known(s->vote.voter);
    default:
        return true;
    }
}

bool partial_state_add(struct partial_state *s, const struct sighting *sighting)
{
    struct gathered item = {.type = (uint8_t)sighting->type};
    bytes_clear(&s->scratch);
    if (sighting_add_key(&s->scratch, sighting))
        item.tool = hold(s, bytes_slice(&s->scratch));
    item.once = item.tool != POOL_UNKNOWN && counts_once(sighting);
    bytes_clear(&s->scratch);
    partial_add_sighting(&s->scratch, sighting);
    item.text = hold(s, bytes_slice(&s->scratch));
    struct gathered *kept = s->no_memory ? NULL : next_item(s);
    if (kept != NULL)
        *kept = item;
    return !s->no_memory;
}

void partial_state_read(struct partial_state *s, struct slice line)
{
    s->digest += hash_bytes(line);
    s->read++;
}

struct chunk partial_state_chunk(const struct partial_state *s,
                                 struct slice name, struct bytes *id)
{
    enum { DIGITS = 16 };
    if (!slice_known(name)) {
        bytes_clear(id);
        hash_add_hex(id, s->digest, DIGITS);
        name = bytes_slice(id);
    }
    return (struct chunk){name, s->digest};
}

/* -- writing ------------------------------------------------------------ */

/* Tools by number first, as that is quick; theirs is another order. */
static int compare_items(const void *a, const void *b, void *state)
{
    const struct partial_state *s = state;
    const struct gathered *x = a, *y = b;
    if (x->tool != y->tool)
        return x->tool < y->tool ? -1 : 1;
    int order = x->type - y->type;
    return order != 0 ? order : pool_compare(&s->pool, x->text, y->text);
}

static void drop_repeated(struct partial_state *s)
{
    size_t kept = 0;
    for (size_t i = 0; i < s->count; i++) {
        const struct gathered *item = &s->items[i];
        const struct gathered *last = kept == 0 ? NULL : &s->items[kept - 1];
        if (last == NULL || !last->once || last->tool != item->tool ||
            last->type != item->type || last->text != item->text)
            s->items[kept++] = *item;
    }
    s->count = kept;
}

/* The items of one tool. */
struct tool_items {
    uint32_t tool;
    size_t first, count;
};

static int compare_tools(const void *a, const void *b, void *state)
{
    const struct partial_state *s = state;
    const struct tool_items *x = a, *y = b;
    return pool_compare(&s->pool, x->tool, y->tool);
}

/* The tools in the order of their keys; the caller frees them. */
static struct tool_items *list_tools(struct partial_state *s, size_t *count)
{
    struct tool_items *tools = calloc(s->count + 1, sizeof *tools);
    *count = 0;
    if (tools == NULL) {
        s->no_memory = true;
        return NULL;
    }
    for (size_t i = 0; i < s->count; i++) {
        if (*count == 0 || tools[*count - 1].tool != s->items[i].tool)
            tools[(*count)++] = (struct tool_items){s->items[i].tool, i, 0};
        tools[*count - 1].count++;
    }
    qsort_r(tools, *count, sizeof *tools, compare_tools, s);
    return tools;
}

/* What a stream is written with. */
struct writing {
    struct partial_state *s;
    const struct partial_writer *writer;
    uint64_t stream;
    int64_t partials;
};

/* Adds sightings of one tool up to where the line is long enough. */
static size_t add_sightings(struct writing *w, size_t from, size_t end,
                            struct bytes *line)
{
    const struct partial_state *s = w->s;
    int type = SIGHTING_OTHER;
    size_t i = from;
    for (; i < end && (i == from || line->len < LINE_ENOUGH); i++) {
        const struct gathered *item = &s->items[i];
        if (item->type == type) {
            bytes_add_byte(line, ',');
        } else {
            bytes_add_string(line, i == from ? ",\"" : "],\"");
            bytes_add_string(line,
                             partial_member((enum sighting_type)item->type));
            bytes_add_string(line, "\":[");
            type = item->type;
        }
        bytes_add_slice(line, pool_get(&s->pool, item->text));
    }
    bytes_add_string(line, "]}");
    return i;
}

static bool write_line(struct writing *w, uint32_t tool, struct bytes *line)
{
    w->s->no_memory = w->s->no_memory || line->failed;
    return !w->s->no_memory &&
           w->writer->write(w->writer->self, pool_get(&w->s->pool, tool),
                            bytes_slice(line));
}

static bool write_tool(struct writing *w, const struct tool_items *tool,
                       struct bytes *line)
{
    size_t end = tool->first + tool->count;
    int64_t part = 0;
    bool go_on = true;
    for (size_t i = tool->first; go_on && i < end; part++) {
        bytes_clear(line);
        partial_write_open(line, w->stream, pool_get(&w->s->pool, tool->tool),
                           part);
        i = add_sightings(w, i, end, line);
        go_on = write_line(w, tool->tool, line);
        w->partials++;
    }
    return go_on;
}

static bool write_partials(struct writing *w, struct bytes *line)
{
    size_t count;
    struct tool_items *tools = list_tools(w->s, &count);
    bool go_on = tools != NULL;
    for (size_t i = 0; go_on && i < count; i++)
        go_on = write_tool(w, &tools[i], line);
    free(tools);
    return go_on;
}

bool partial_state_write(struct partial_state *s, struct slice policy,
                         const struct chunk *chunks, size_t count,
                         const struct partial_writer *writer)
{
    struct bytes line = {0};
    struct writing w = {.s = s, .writer = writer};
    if (!partial_stream_name(chunks, count, &w.stream))
        return false;
    if (s->count != 0)
        qsort_r(s->items, s->count, sizeof *s->items, compare_items, s);
    drop_repeated(s);
    partial_write_begin(&line, w.stream, policy, chunks, count);
    if (write_line(&w, POOL_UNKNOWN, &line) && write_partials(&w, &line)) {
        bytes_clear(&line);
        partial_write_end(&line, w.stream, w.partials, (int64_t)s->count);
        write_line(&w, POOL_UNKNOWN, &line);
    }
    bytes_free(&line);
    return !s->no_memory;
}
