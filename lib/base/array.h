/*
 * Room in arrays that grow.  Each gives the array with room for one item more
 * than the `count` that it has, moved where that is needed; NULL when there is
 * no memory, and then the array is as it was.  *cap is how many it has room
 * for; an array starts as NULL with a *cap of 0.
 */
#ifndef VTOOLS_BASE_ARRAY_H
#define VTOOLS_BASE_ARRAY_H

#include "lib/base/arena.h"

/* What is called where there is none. */
void *array_grow(void *array, size_t *cap, size_t size);
void *array_grow_in(struct arena *a, const void *array, size_t *cap,
                    size_t size);

/* In the heap. */
static inline void *array_room(void *array, size_t count, size_t *cap,
                               size_t size)
{
    return count < *cap ? array : array_grow(array, cap, size);
}

/*
 * Adds an item to a list in the heap: a struct with `at`, `count` and `cap`.
 * False when there is no memory, and then the list is as it was.
 */
#define ARRAY_ADD(list, ...)                                                   \
    (array_extend(&(list)->at, (list)->count, &(list)->cap,                    \
                  sizeof *(list)->at) &&                                       \
     ((list)->at[(list)->count++] = (__VA_ARGS__), true))

/* `at` points to where the array is noted, a pointer of any type. */
static inline bool array_extend(void *at, size_t count, size_t *cap,
                                size_t size)
{
    void *array;
    memcpy(&array, at, sizeof array);
    array = array_room(array, count, cap, size);
    if (array == NULL)
        return false;
    memcpy(at, &array, sizeof array);
    return true;
}

/* In an arena, where what it moves away from stays until the arena is reset. */
static inline void *array_room_in(struct arena *a, void *array, size_t count,
                                  size_t *cap, size_t size)
{
    return count < *cap ? array : array_grow_in(a, array, cap, size);
}

#endif
