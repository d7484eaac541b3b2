#include "lib/diff/moves.h"

#include <stdlib.h>

#include "lib/base/sort.h"

void moves_free(struct moves *m)
{
    free(m->moved);
    free(m->after);
    *m = (struct moves){NULL, NULL};
}

static bool has(const struct tool_index *x, size_t tool, size_t side)
{
    return tool_index_ref(x, tool, side)->number != 0;
}

/*
 * The tools of the second side that stand on this one too, in the order of
 * its lines.  NULL without memory.
 */
static struct numbered *in_lines(const struct tool_index *x, size_t side,
                                 size_t *count)
{
    struct numbered *at = calloc(2 * x->count + 1, sizeof *at);
    *count = 0;
    for (size_t i = 0; at != NULL && i < x->count; i++)
        if (has(x, i, side) && has(x, i, 1))
            at[(*count)++] = (struct numbered){
                tool_index_ref(x, i, side)->number, (uint32_t)i};
    if (at != NULL)
        sort_numbered(at, at + *count, *count);
    return at;
}

/* The keys of tools on the second side only, in their order; NULL ends them. */
static const struct slice **added_tools(const struct tool_index *x)
{
    const struct slice **at = calloc(x->count + 1, sizeof *at);
    size_t count = 0;
    for (size_t i = 0; at != NULL && i < x->count; i++)
        if (!has(x, i, 0) && has(x, i, 1))
            at[count++] = &x->tools[i];
    tool_index_sort(at, count);
    return at;
}

size_t *moves_usual_order(const struct tool_index *x, size_t *count)
{
    size_t kept_count;
    struct numbered *kept = in_lines(x, 0, &kept_count);
    const struct slice **added = added_tools(x), **next = added;
    size_t *order = calloc(x->count + 1, sizeof *order);
    if (kept == NULL || added == NULL || order == NULL) {
        free(order);
        order = NULL;
        kept_count = 0;
    }
    *count = 0;
    for (size_t i = 0; order != NULL && i <= kept_count; i++) {
        while (*next != NULL &&
               (i == kept_count ||
                slice_compare(**next, x->tools[kept[i].item]) < 0))
            order[(*count)++] = (size_t)(*next++ - x->tools);
        if (i < kept_count)
            order[(*count)++] = kept[i].item;
    }
    free(kept);
    free(added);
    return order;
}

/*
 * A longest run of tools, not next to each other, whose places grow: the last
 * tool of the best run of each length so far, and before whom each came.
 */
struct runs {
    size_t *last, *before;
    size_t length;
};

/* The shortest of the runs that cannot be made longer by the place. */
static size_t find_run(const struct runs *r, const size_t *places, size_t place)
{
    size_t low = 0, high = r->length;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (places[r->last[middle]] < place)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void mark(struct moves *m, const size_t *places,
                 const struct numbered *tools, size_t count, struct runs *r)
{
    for (size_t i = 0; i < count; i++) {
        size_t tool = tools[i].item;
        size_t run = find_run(r, places, places[tool]);
        r->before[tool] = run == 0 ? SIZE_MAX : r->last[run - 1];
        r->last[run] = tool;
        r->length += run == r->length;
        m->moved[tool] = true;
        m->after[tool] = i == 0 ? MOVES_FIRST : tools[i - 1].item;
    }
    if (r->length == 0)
        return;
    for (size_t tool = r->last[r->length - 1]; tool != SIZE_MAX;
         tool = r->before[tool])
        m->moved[tool] = false;
}

bool moves_find(struct moves *m, const struct tool_index *x)
{
    size_t count, new_count;
    size_t *usual = moves_usual_order(x, &count);
    struct numbered *tools = in_lines(x, 1, &new_count);
    size_t *places = calloc(x->count + 1, sizeof *places);
    struct runs r = {.last = calloc(x->count + 1, sizeof *r.last),
                     .before = calloc(x->count + 1, sizeof *r.before)};
    m->moved = calloc(x->count + 1, sizeof *m->moved);
    m->after = calloc(x->count + 1, sizeof *m->after);
    bool found = usual != NULL && tools != NULL && places != NULL &&
                 r.last != NULL && r.before != NULL && m->moved != NULL &&
                 m->after != NULL;
    for (size_t i = 0; found && i < count; i++)
        places[usual[i]] = i;
    if (found)
        mark(m, places, tools, new_count, &r);
    free(usual);
    free(tools);
    free(places);
    free(r.last);
    free(r.before);
    return found;
}
