#include "lib/base/table.h"

#include <stdlib.h>

#include "lib/base/hash.h"

void table_free(struct table *t)
{
    free(t->slots);
    *t = (struct table){0};
}

void table_clear(struct table *t)
{
    enum { FEW = 16 }; /* one slot in so many, or fewer */
    if (t->cap / FEW > t->count) {
        table_free(t);
        return;
    }
    if (t->count != 0)
        memset(t->slots, 0, t->cap * sizeof *t->slots);
    t->count = 0;
}

/* The slot that holds the key, or the free one where it belongs. */
static struct table_slot *slot_of(const struct table *t, uint64_t hash,
                                  struct slice key)
{
    size_t at = hash & (t->cap - 1);
    for (;; at = (at + 1) & (t->cap - 1)) {
        struct table_slot *slot = &t->slots[at];
        if (slot->key.at == NULL ||
            (slot->hash == hash && slice_equal(slot->key, key)))
            return slot;
    }
}

static bool grow(struct table *t)
{
    struct table larger = {NULL, t->cap == 0 ? 16 : t->cap * 2, t->count};
    larger.slots = calloc(larger.cap, sizeof *larger.slots);
    if (larger.slots == NULL)
        return false;
    for (size_t i = 0; i < t->cap; i++) {
        struct table_slot *old = &t->slots[i];
        if (old->key.at != NULL)
            *slot_of(&larger, old->hash, old->key) = *old;
    }
    free(t->slots);
    *t = larger;
    return true;
}

size_t *table_find(const struct table *t, struct slice key)
{
    if (t->count == 0)
        return NULL;
    struct table_slot *slot = slot_of(t, hash_bytes(key), key);
    return slot->key.at == NULL ? NULL : &slot->value;
}

size_t *table_add(struct table *t, struct slice key, size_t value, bool *added)
{
    if (t->count * 2 >= t->cap && !grow(t))
        return NULL;
    uint64_t hash = hash_bytes(key);
    struct table_slot *slot = slot_of(t, hash, key);
    *added = slot->key.at == NULL;
    if (*added) {
        *slot = (struct table_slot){hash, key, value};
        t->count++;
    }
    return &slot->value;
}
