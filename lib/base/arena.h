/*
 * An arena hands out memory that is given back all at once: with arena_reset
 * when a record or a page is done, with arena_free at the end.
 */
#ifndef VTOOLS_BASE_ARENA_H
#define VTOOLS_BASE_ARENA_H

#include <stdalign.h>

#include "lib/base/bytes.h"

struct arena_block;

/* Starts zeroed. */
struct arena {
    struct arena_block *block;
    char *at, *end; /* what is left of the block */
};

void arena_free(struct arena *a);

/* Gives everything back but the largest block, which is used again. */
void arena_reset(struct arena *a);

/* What is handed out next is aligned for any type too. */
static inline size_t arena_round_up(size_t size)
{
    const size_t unit = alignof(max_align_t);
    return (size + unit - 1) / unit * unit;
}

/* What arena_room does when the block has no more than that. */
char *arena_room_elsewhere(struct arena *a, size_t most);

/*
 * Room for bytes of which it turns out later how many there are: at most so
 * many, to be written before anything else is asked of the arena, and then to
 * be taken.  NULL when there is none left.
 */
static inline char *arena_room(struct arena *a, size_t most)
{
    return most < (size_t)(a->end - a->at) ? a->at
                                           : arena_room_elsewhere(a, most);
}

static inline void arena_take(struct arena *a, size_t size)
{
    a->at += arena_round_up(size);
}

/* Memory aligned for any type, not cleared; NULL when there is none left. */
static inline void *arena_alloc(struct arena *a, size_t size)
{
    void *memory = arena_room(a, size);
    if (memory != NULL)
        arena_take(a, size);
    return memory;
}

/* Memory for `count` items of `size` bytes each, cleared. */
void *arena_array(struct arena *a, size_t count, size_t size);

/*
 * A copy that ends in NUL (not counted).  An unknown slice is copied as
 * unknown; so is any slice when there is no memory left, with *failed set.
 */
struct slice arena_copy(struct arena *a, struct slice s, bool *failed);

/* The same of what was made in a buffer, which is freed. */
struct slice arena_keep(struct arena *a, struct bytes *made, bool *failed);

#endif
