#include "lib/base/indexes.h"

#include <stdlib.h>

#include "lib/base/array.h"

void indexes_free(struct indexes *list)
{
    free(list->at);
    *list = (struct indexes){0};
}

bool indexes_add(struct indexes *list, uint32_t index)
{
    uint32_t *at =
        array_room(list->at, list->count, &list->cap, sizeof *list->at);
    if (at == NULL)
        return false;
    list->at = at;
    list->at[list->count++] = index;
    return true;
}
