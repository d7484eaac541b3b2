/*
 * The order of the tools by their keys, in which verdicts are asked for.
 * Tools may be millions, each in a place of its own in memory, so keys are
 * compared eight bytes at a time, as numbers that were fetched together.
 */
#include <endian.h>
#include <stdlib.h>

#include "lib/base/sort.h"
#include "lib/score/sightings.h"

struct ordering {
    const struct tools *tools;
    struct numbered *room;
};

static struct slice key_of(const struct ordering *o, const struct numbered *n)
{
    return tool_key(&o->tools->at[n->item]);
}

static int compare_keys(const void *a, const void *b, void *ordering)
{
    const struct ordering *o = ordering;
    return slice_compare(key_of(o, a), key_of(o, b));
}

/* Eight bytes of a key, zeros behind its end, as an ordered number. */
static uint64_t eight_from(struct slice key, size_t from)
{
    uint64_t number = 0;
    if (key.len >= from + sizeof number)
        memcpy(&number, key.at + from, sizeof number);
    else if (key.len > from)
        memcpy(&number, key.at + from, key.len - from);
    return be64toh(number);
}

static void fetch_numbers(const struct ordering *o, struct numbered *at,
                          size_t count, size_t from)
{
    enum { AHEAD = 16 };
    for (size_t i = 0; i < count; i++) {
        if (count - i > AHEAD)
            __builtin_prefetch(&o->tools->at[at[i + AHEAD].item]);
        at[i].number = eight_from(key_of(o, &at[i]), from);
    }
}

/* Orders keys that are equal in the first `from` bytes. */
static void order_from(struct ordering *o, struct numbered *at, size_t count,
                       size_t from)
{
    enum { FEW = 8, FROM_MOST = 64 }; /* a hostile key may be very long */
    if (count <= FEW || from >= FROM_MOST) {
        qsort_r(at, count, sizeof *at, compare_keys, o);
        return;
    }
    fetch_numbers(o, at, count, from);
    sort_numbered(at, o->room, count);
    for (size_t i = 0, end; i < count; i = end) {
        end = i + 1;
        while (end < count && at[end].number == at[i].number)
            end++;
        /* Zeros may be in a key or behind it. */
        if (end - i > 1 && at[i].number == 0)
            qsort_r(at + i, end - i, sizeof *at, compare_keys, o);
        else if (end - i > 1)
            order_from(o, at + i, end - i, from + sizeof at->number);
    }
}

bool scorer_order_tools(struct scorer *s)
{
    uint32_t count = s->tools.count;
    tools_seal(&s->tools);
    struct numbered *at = malloc(((size_t)count + count / 2 + 1) * sizeof *at);
    s->order = malloc(((size_t)count + 1) * sizeof *s->order);
    if (at == NULL || s->order == NULL) {
        free(at);
        return false;
    }
    struct ordering o = {&s->tools, at + count};
    for (uint32_t i = 0; i < count; i++)
        at[i].item = i;
    order_from(&o, at, count, 0);
    for (uint32_t i = 0; i < count; i++)
        s->order[i] = at[i].item;
    free(at);
    return true;
}
