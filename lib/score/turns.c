#include "lib/score/turns.h"

#include <stdlib.h>

#include "lib/base/hash.h"

void turns_free(struct turns *t)
{
    bytes_free(&t->key);
    free(t->seen);
}

/* Where a hash is, or would be. */
static uint64_t *find(uint64_t *seen, size_t cap, uint64_t hash)
{
    size_t at = (size_t)hash & (cap - 1);
    while (seen[at] != 0 && seen[at] != hash)
        at = (at + 1) & (cap - 1);
    return &seen[at];
}

static bool make_room(struct turns *t)
{
    size_t cap = t->cap == 0 ? 64 : t->cap * 2;
    if (t->count < t->cap / 4 * 3)
        return true;
    uint64_t *seen = calloc(cap, sizeof *seen);
    if (seen == NULL)
        return false;
    for (size_t i = 0; i < t->cap; i++)
        if (t->seen[i] != 0)
            *find(seen, cap, t->seen[i]) = t->seen[i];
    free(t->seen);
    t->seen = seen;
    t->cap = cap;
    return true;
}

enum turn turns_take(struct turns *t, struct slice key)
{
    if (t->count != 0 && slice_equal(bytes_slice(&t->key), key))
        return TURN_SAME;
    uint64_t hash = hash_bytes(key);
    hash += hash == 0;
    if (!make_room(t))
        return TURN_NO_MEMORY;
    uint64_t *place = find(t->seen, t->cap, hash);
    if (*place != 0)
        return TURN_AGAIN;
    *place = hash;
    t->count++;
    bytes_clear(&t->key);
    bytes_add_slice(&t->key, key);
    return t->key.failed ? TURN_NO_MEMORY : TURN_NEXT;
}
