/*
 * Numbers by numbers, as hashes or places in an array; what is looked for most
 * often is not there.  lib/base/table.h has the same for strings.
 */
#ifndef VTOOLS_BASE_NUMBER_TABLE_H
#define VTOOLS_BASE_NUMBER_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct number_slot {
    uint64_t key;
    uint32_t value;
    bool taken;
};

/* Starts zeroed; at most half of the slots are taken. */
struct number_table {
    struct number_slot *slots;
    size_t cap, count;
    unsigned shift;
};

void number_table_free(struct number_table *t);

/* Forgets what is in it, and keeps memory that is in proportion. */
void number_table_clear(struct number_table *t);

/* The slot that holds the key, or the free one where it belongs. */
static inline struct number_slot *
number_table_slot(const struct number_table *t, uint64_t key)
{
    const uint64_t spread = UINT64_C(0x9e3779b97f4a7c15); /* 2^64 / phi */
    size_t at = (size_t)(key * spread >> t->shift);
    while (t->slots[at].taken && t->slots[at].key != key)
        at = (at + 1) & (t->cap - 1);
    return &t->slots[at];
}

/* The value of a key, until the table next changes; NULL: it has none. */
static inline uint32_t *number_table_find(const struct number_table *t,
                                          uint64_t key)
{
    struct number_slot *slot = t->count == 0 ? NULL : number_table_slot(t, key);
    return slot == NULL || !slot->taken ? NULL : &slot->value;
}

/*
 * The same for a key that is given this value if it has none, with *added
 * set.  NULL when there is no memory.
 */
uint32_t *number_table_add(struct number_table *t, uint64_t key, uint32_t value,
                           bool *added);

#endif
