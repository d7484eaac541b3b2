#include "lib/base/arena.h"

#include <stdint.h>
#include <stdlib.h>

enum { FIRST_BLOCK = 64 * 1024, LARGEST_STEP = 4 * 1024 * 1024 };

struct arena_block {
    struct arena_block *next;
    size_t size; /* a multiple of what data is aligned to */
    alignas(max_align_t) char data[];
};

/* Hands out of the block from its start on. */
static void begin_block(struct arena *a)
{
    a->at = a->block == NULL ? NULL : a->block->data;
    a->end = a->block == NULL ? NULL : a->at + a->block->size;
}

void arena_free(struct arena *a)
{
    while (a->block != NULL) {
        struct arena_block *next = a->block->next;
        free(a->block);
        a->block = next;
    }
    begin_block(a);
}

void arena_reset(struct arena *a)
{
    struct arena_block *kept = NULL;
    while (a->block != NULL) {
        struct arena_block *next = a->block->next;
        if (kept == NULL || a->block->size > kept->size) {
            free(kept);
            kept = a->block;
        } else {
            free(a->block);
        }
        a->block = next;
    }
    if (kept != NULL) {
        kept->next = NULL;
        a->block = kept;
    }
    begin_block(a);
}

static bool arena_grow(struct arena *a, size_t needed)
{
    size_t size = FIRST_BLOCK;
    if (a->block != NULL && a->block->size < LARGEST_STEP)
        size = a->block->size * 2;
    else if (a->block != NULL)
        size = LARGEST_STEP;
    if (size < needed)
        size = arena_round_up(needed);
    struct arena_block *block = malloc(sizeof *block + size);
    if (block == NULL)
        return false;
    block->next = a->block;
    block->size = size;
    a->block = block;
    begin_block(a);
    return true;
}

char *arena_room_elsewhere(struct arena *a, size_t most)
{
    bool fits = a->at != NULL && most == (size_t)(a->end - a->at);
    return fits || (most <= SIZE_MAX / 2 && arena_grow(a, most)) ? a->at : NULL;
}

void *arena_array(struct arena *a, size_t count, size_t size)
{
    if (size != 0 && count > SIZE_MAX / 2 / size)
        return NULL;
    void *memory = arena_alloc(a, count * size);
    if (memory != NULL)
        memset(memory, 0, count * size);
    return memory;
}

struct slice arena_copy(struct arena *a, struct slice s, bool *failed)
{
    if (s.at == NULL)
        return s;
    char *copy = arena_alloc(a, s.len + 1);
    if (copy == NULL) {
        *failed = true;
        return slice_from(NULL, 0);
    }
    if (s.len != 0)
        memcpy(copy, s.at, s.len);
    copy[s.len] = '\0';
    return slice_from(copy, s.len);
}

struct slice arena_keep(struct arena *a, struct bytes *made, bool *failed)
{
    *failed = *failed || made->failed;
    struct slice kept = arena_copy(a, bytes_slice(made), failed);
    bytes_free(made);
    return kept;
}
