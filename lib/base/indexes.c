#include "lib/base/indexes.h"

#include <stdlib.h>
#include <string.h>

void indexes_free(struct indexes *list)
{
    free(list->at);
    *list = (struct indexes){0};
}

static bool reserve(struct indexes *list, size_t more)
{
    enum { FIRST_CAP = 64 };
    size_t cap = list->cap == 0 ? FIRST_CAP : list->cap;
    while (cap - list->count < more)
        cap *= 2;
    if (cap == list->cap)
        return true;
    uint32_t *grown = realloc(list->at, cap * sizeof *grown);
    if (grown == NULL)
        return false;
    list->at = grown;
    list->cap = cap;
    return true;
}

bool indexes_add(struct indexes *list, uint32_t index)
{
    if (list->count == list->cap && !reserve(list, 1))
        return false;
    list->at[list->count++] = index;
    return true;
}

bool indexes_add_all(struct indexes *list, const struct indexes *more)
{
    if (more->count == 0)
        return true;
    if (!reserve(list, more->count))
        return false;
    memcpy(list->at + list->count, more->at, more->count * sizeof *more->at);
    list->count += more->count;
    return true;
}
