#include "lib/base/array.h"

#include <stdlib.h>

static size_t larger(size_t cap)
{
    enum { FIRST = 16 };
    return cap == 0 ? FIRST : cap * 2;
}

void *array_grow(void *array, size_t *cap, size_t size)
{
    void *grown = reallocarray(array, larger(*cap), size);
    if (grown != NULL)
        *cap = larger(*cap);
    return grown;
}

void *array_grow_in(struct arena *a, const void *array, size_t *cap,
                    size_t size)
{
    void *grown = arena_alloc(a, larger(*cap) * size);
    if (grown == NULL)
        return NULL;
    if (*cap != 0)
        memcpy(grown, array, *cap * size);
    *cap = larger(*cap);
    return grown;
}
