/* A growing list of places in an array. */
#ifndef VTOOLS_BASE_INDEXES_H
#define VTOOLS_BASE_INDEXES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Starts zeroed. */
struct indexes {
    uint32_t *at;
    size_t count, cap;
};

void indexes_free(struct indexes *list);

/* False when there is no memory. */
bool indexes_add(struct indexes *list, uint32_t index);

#endif
