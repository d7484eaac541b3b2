#include "lib/score/wheres.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/hash.h"

enum { FIRST_CAP = 64 };

void wheres_free(struct wheres *w)
{
    free(w->at);
    free(w->slots);
    *w = (struct wheres){0};
}

/* The slot of a place, or the free one where it belongs. */
static uint32_t *slot_of(const struct wheres *w, const struct where *where)
{
    uint64_t hash = hash_bytes(slice_from((const char *)where, sizeof *where));
    uint32_t at = (uint32_t)hash & (w->slot_cap - 1);
    while (w->slots[at] != 0 &&
           memcmp(&w->at[w->slots[at]], where, sizeof *where) != 0)
        at = (at + 1) & (w->slot_cap - 1);
    return &w->slots[at];
}

/* Twice the room; at most half of the slots are taken. */
static bool grow(struct wheres *w)
{
    uint32_t cap = w->cap == 0 ? FIRST_CAP : w->cap * 2;
    if (cap > UINT32_MAX / 4)
        return false;
    struct where *at = realloc(w->at, cap * sizeof *at);
    w->at = at == NULL ? w->at : at;
    uint32_t *slots = calloc(2 * (size_t)cap, sizeof *slots);
    if (at == NULL || slots == NULL) {
        free(slots);
        return false;
    }
    free(w->slots);
    w->cap = cap;
    w->slots = slots;
    w->slot_cap = 2 * cap;
    for (uint32_t i = 1; i < w->count; i++)
        *slot_of(w, &w->at[i]) = i;
    return true;
}

uint32_t wheres_add(struct wheres *w, struct where where)
{
    if (w->count == w->cap && !grow(w))
        return 0;
    if (w->count == 0)
        w->at[w->count++] = (struct where){0};
    uint32_t *slot = slot_of(w, &where);
    if (*slot == 0) {
        w->at[w->count] = where;
        *slot = w->count++;
    }
    return *slot;
}
