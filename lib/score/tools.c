#include "lib/score/tools.h"

#include <stdlib.h>

#include "lib/base/hash.h"
#include "lib/base/large_memory.h"

enum { CACHE_LINE = 64, FIRST_TOOLS = 64 };

_Static_assert(sizeof(struct tool) == CACHE_LINE, "a tool is a cache line");

void tools_free(struct tools *tools)
{
    arena_free(&tools->arena);
    free(tools->at);
    free(tools->slots);
    *tools = (struct tools){0};
}

void tools_seal(struct tools *tools)
{
    free(tools->slots);
    tools->slots = NULL;
    tools->slot_cap = 0;
}

uint32_t tools_hash(struct slice key)
{
    return (uint32_t)hash_bytes(key);
}

/* A key that is not near differs most often in its beginning or length. */
static bool has_key(const struct tool *tool, struct slice key)
{
    if (tool->key_len != key.len)
        return false;
    if (key.len <= KEY_NEAR)
        return slice_same_bytes(tool->key.near, key.at, key.len);
    return slice_same_bytes(tool->key.long_key.beginning, key.at,
                            KEY_BEGINNING) &&
           slice_same_bytes(tool->key.long_key.far, key.at, key.len);
}

/* Twice the room; slots are at most half taken. */
static bool grow(struct tools *tools)
{
    uint32_t cap = tools->cap == 0 ? FIRST_TOOLS : tools->cap * 2;
    uint32_t slot_cap = cap * 2;
    if (cap > UINT32_MAX / 4)
        return false;
    struct tool *at = aligned_alloc(CACHE_LINE, cap * sizeof *at);
    struct tool_slot *slots = calloc(slot_cap, sizeof *slots);
    if (at == NULL || slots == NULL) {
        free(at);
        free(slots);
        return false;
    }
    large_memory_hint(at, cap * sizeof *at);
    large_memory_hint(slots, slot_cap * sizeof *slots);
    if (tools->count != 0)
        memcpy(at, tools->at, tools->count * sizeof *at);
    for (uint32_t i = 0; i < tools->slot_cap; i++) {
        uint32_t place = tools->slots[i].hash & (slot_cap - 1);
        if (tools->slots[i].tool == 0)
            continue;
        while (slots[place].tool != 0)
            place = (place + 1) & (slot_cap - 1);
        slots[place] = tools->slots[i];
    }
    free(tools->at);
    free(tools->slots);
    tools->at = at;
    tools->cap = cap;
    tools->slots = slots;
    tools->slot_cap = slot_cap;
    return true;
}

static bool set_key(struct tools *tools, struct tool *tool, struct slice key)
{
    bool failed = false;
    tool->key_len = (uint32_t)key.len;
    if (key.len <= KEY_NEAR) {
        memcpy(tool->key.near, key.at, key.len);
        return true;
    }
    memcpy(tool->key.long_key.beginning, key.at, KEY_BEGINNING);
    tool->key.long_key.far = arena_copy(&tools->arena, key, &failed).at;
    return !failed;
}

/* Most tools are known; what is done for others stands apart. */
static __attribute__((noinline)) uint32_t
add_new(struct tools *tools, struct slice key, uint32_t hash)
{
    if (key.len > UINT32_MAX || (tools->count == tools->cap && !grow(tools)))
        return UINT32_MAX;
    struct tool *tool = &tools->at[tools->count];
    *tool = (struct tool){0};
    if (!set_key(tools, tool, key))
        return UINT32_MAX;
    uint32_t place = hash & (tools->slot_cap - 1);
    while (tools->slots[place].tool != 0)
        place = (place + 1) & (tools->slot_cap - 1);
    tools->slots[place] = (struct tool_slot){hash, ++tools->count};
    return tools->count - 1;
}

uint32_t tools_add(struct tools *tools, struct slice key, uint32_t hash)
{
    uint32_t last = tools->slot_cap - 1, place = hash & last;
    while (tools->slot_cap != 0 && tools->slots[place].tool != 0) {
        const struct tool_slot *slot = &tools->slots[place];
        if (slot->hash == hash && has_key(&tools->at[slot->tool - 1], key))
            return slot->tool - 1;
        place = (place + 1) & last;
    }
    return add_new(tools, key, hash);
}
