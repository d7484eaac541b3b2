#include "lib/base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>

enum { FIRST_BLOCK = 64 * 1024, LARGEST_STEP = 4 * 1024 * 1024 };

struct arena_block {
    struct arena_block *next;
    size_t used;
    size_t size;
    alignas(max_align_t) char data[];
};

void arena_free(struct arena *a)
{
    while (a->block != NULL) {
        struct arena_block *next = a->block->next;
        free(a->block);
        a->block = next;
    }
}

void arena_reset(struct arena *a)
{
    struct arena_block *kept = NULL;
    if (a->block != NULL && a->block->next == NULL) {
        a->block->used = 0;
        return;
    }
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
        kept->used = 0;
        a->block = kept;
    }
}

static bool arena_grow(struct arena *a, size_t needed)
{
    size_t size = FIRST_BLOCK;
    if (a->block != NULL && a->block->size < LARGEST_STEP)
        size = a->block->size * 2;
    else if (a->block != NULL)
        size = LARGEST_STEP;
    if (size < needed)
        size = needed;
    struct arena_block *block = malloc(sizeof *block + size);
    if (block == NULL)
        return false;
    block->next = a->block;
    block->used = 0;
    block->size = size;
    a->block = block;
    return true;
}

/* What is handed out next is aligned too. */
static size_t round_up(size_t size)
{
    size_t unit = alignof(max_align_t);
    return (size + unit - 1) / unit * unit;
}

char *arena_room(struct arena *a, size_t most)
{
    if (most > SIZE_MAX / 2)
        return NULL;
    most = round_up(most);
    if ((a->block == NULL || a->block->size - a->block->used < most) &&
        !arena_grow(a, most))
        return NULL;
    return a->block->data + a->block->used;
}

void arena_take(struct arena *a, size_t size)
{
    a->block->used += round_up(size);
}

void *arena_alloc(struct arena *a, size_t size)
{
    void *memory = arena_room(a, size);
    if (memory != NULL)
        arena_take(a, size);
    return memory;
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
