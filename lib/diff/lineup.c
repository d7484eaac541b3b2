#include "lib/diff/lineup.h"

#include <stdlib.h>

static int by_key(const void *a, const void *b)
{
    const struct snapshot_tool *const *first = a, *const *second = b;
    return slice_compare((*first)->key, (*second)->key);
}

bool lineup_make(struct lineup *lineup, const struct snapshot *s)
{
    lineup->tools = calloc(s->count + 1, sizeof *lineup->tools);
    if (lineup->tools == NULL)
        return false;
    lineup->count = s->count;
    for (size_t i = 0; i < s->count; i++)
        lineup->tools[i] = &s->tools[i];
    qsort(lineup->tools, lineup->count, sizeof *lineup->tools, by_key);
    return true;
}

void lineup_free(struct lineup *lineup)
{
    free(lineup->tools);
    *lineup = (struct lineup){0};
}
