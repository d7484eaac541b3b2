#include "lib/base/number_table.h"

#include <stdlib.h>
#include <string.h>

void number_table_free(struct number_table *t)
{
    free(t->slots);
    *t = (struct number_table){0};
}

void number_table_clear(struct number_table *t)
{
    enum { FEW = 16 }; /* one slot in so many, or fewer */
    if (t->cap / FEW > t->count) {
        number_table_free(t);
        return;
    }
    if (t->count != 0)
        memset(t->slots, 0, t->cap * sizeof *t->slots);
    t->count = 0;
}

static bool grow(struct number_table *t)
{
    enum { FIRST_SHIFT = 60 }; /* the first table has sixteen slots */
    struct number_table larger = {
        .shift = t->cap == 0 ? FIRST_SHIFT : t->shift - 1, .count = t->count};
    larger.cap = (size_t)1 << (64 - larger.shift);
    larger.slots = calloc(larger.cap, sizeof *larger.slots);
    if (larger.slots == NULL)
        return false;
    for (size_t i = 0; i < t->cap; i++)
        if (t->slots[i].taken)
            *number_table_slot(&larger, t->slots[i].key) = t->slots[i];
    free(t->slots);
    *t = larger;
    return true;
}

uint32_t *number_table_add(struct number_table *t, uint64_t key, uint32_t value,
                           bool *added)
{
    if (t->count * 2 >= t->cap && !grow(t))
        return NULL;
    struct number_slot *slot = number_table_slot(t, key);
    *added = !slot->taken;
    if (*added) {
        *slot = (struct number_slot){key, value, true};
        t->count++;
    }
    return &slot->value;
}
