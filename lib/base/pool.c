#include "lib/base/pool.h"

#include <stdlib.h>

#include "lib/base/hash.h"

enum { ROOM = 64 * 1024, FIRST_SLOTS = 1024, FIRST_STRINGS = 256 };

void pool_free(struct pool *p)
{
    arena_free(&p->arena);
    free(p->strings);
    free(p->slots);
    *p = (struct pool){0};
}

/* The slot of the string, or the free one where it belongs. */
static struct pool_slot *slot_of(const struct pool *p, uint32_t hash,
                                 struct slice string)
{
    uint32_t at = hash & (p->slot_cap - 1);
    for (;; at = (at + 1) & (p->slot_cap - 1)) {
        struct pool_slot *slot = &p->slots[at];
        if (slot->number == POOL_UNKNOWN)
            return slot;
        const struct pool_string *known = &p->strings[slot->number];
        if (slot->hash == hash && known->len == string.len &&
            slice_same_bytes(known->at, string.at, string.len))
            return slot;
    }
}

/* Twice the slots; at most half of them are taken. */
static bool grow_slots(struct pool *p)
{
    uint32_t cap = p->slot_cap == 0 ? FIRST_SLOTS : p->slot_cap * 2;
    struct pool_slot *old = p->slots;
    struct pool_slot *slots =
        cap > UINT32_MAX / 2 ? NULL : calloc(cap, sizeof *slots);
    if (slots == NULL)
        return false;
    for (uint32_t i = 0; i < p->slot_cap; i++) {
        uint32_t at = old[i].hash & (cap - 1);
        if (old[i].number == POOL_UNKNOWN)
            continue;
        while (slots[at].number != POOL_UNKNOWN)
            at = (at + 1) & (cap - 1);
        slots[at] = old[i];
    }
    free(old);
    p->slots = slots;
    p->slot_cap = cap;
    return true;
}

static bool grow_strings(struct pool *p)
{
    uint32_t cap =
        p->string_cap == 0 ? FIRST_STRINGS : p->string_cap + p->string_cap / 2;
    struct pool_string *strings =
        cap < p->string_cap ? NULL : realloc(p->strings, cap * sizeof *strings);
    if (strings == NULL)
        return false;
    p->strings = strings;
    p->string_cap = cap;
    return true;
}

static const char *copy(struct pool *p, struct slice string)
{
    if (p->room == NULL || (size_t)(p->room_end - p->room) < string.len) {
        if (string.len > ROOM / 4)
            return arena_copy(&p->arena, string, &p->failed).at;
        p->room = arena_alloc(&p->arena, ROOM);
        if (p->room == NULL)
            return NULL;
        p->room_end = p->room + ROOM;
    }
    char *made = p->room;
    memcpy(made, string.at, string.len);
    p->room += string.len;
    return made;
}

uint32_t pool_hash(struct slice string)
{
    return (uint32_t)hash_bytes(string);
}

uint32_t pool_add(struct pool *p, struct slice string)
{
    return slice_known(string) ? pool_add_hashed(p, string, pool_hash(string))
                               : POOL_UNKNOWN;
}

uint32_t pool_append(struct pool *p, struct slice string)
{
    struct pool_string made = {NULL, (uint32_t)string.len};
    if (!slice_known(string) || p->failed)
        return POOL_UNKNOWN;
    p->failed = string.len > UINT32_MAX ||
                (p->count + 1 >= p->string_cap && !grow_strings(p)) ||
                (made.at = copy(p, string)) == NULL;
    if (p->failed)
        return POOL_UNKNOWN;
    p->strings[++p->count] = made;
    return p->count;
}

/* Most strings are known; what is done for others stands apart. */
static __attribute__((noinline)) uint32_t
add_new(struct pool *p, struct slice string, uint32_t hash)
{
    if (p->slotted >= p->slot_cap / 2 && !grow_slots(p)) {
        p->failed = true;
        return POOL_UNKNOWN;
    }
    uint32_t number = pool_append(p, string);
    if (number == POOL_UNKNOWN)
        return POOL_UNKNOWN;
    *slot_of(p, hash, string) = (struct pool_slot){hash, number};
    p->slotted++;
    return number;
}

uint32_t pool_add_hashed(struct pool *p, struct slice string, uint32_t hash)
{
    uint32_t number = POOL_UNKNOWN;
    if (!slice_known(string) || p->failed)
        return POOL_UNKNOWN;
    if (p->slot_cap != 0)
        number = slot_of(p, hash, string)->number;
    return number != POOL_UNKNOWN ? number : add_new(p, string, hash);
}
