/*
 * A table from byte strings to numbers, usually indexes into an array that
 * holds the real things.  Keys are not copied: they must outlive the table.
 */
#ifndef VTOOLS_BASE_TABLE_H
#define VTOOLS_BASE_TABLE_H

#include <stdint.h>

#include "lib/base/slice.h"

struct table_slot {
    uint64_t hash;
    struct slice key; /* unknown: the slot is free */
    size_t value;
};

struct table {
    struct table_slot *slots;
    size_t cap, count;
};

void table_free(struct table *t);

/*
 * Empties the table, keeping its memory unless little of that was used: one
 * large use must not make many small ones expensive.
 */
void table_clear(struct table *t);

/* Where the value of `key` is, or NULL; valid until the next table_add. */
size_t *table_find(const struct table *t, struct slice key);

/*
 * Where the value of `key` is, which is added with `value` when it is not
 * there yet (*added tells).  NULL when there is no memory.
 */
size_t *table_add(struct table *t, struct slice key, size_t value, bool *added);

#endif
