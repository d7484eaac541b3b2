/*
 * Memory for jansson, which does not bear that there is none: depending on
 * what it cannot have it crashes, never comes back, or calls good JSON bad.
 */
#ifndef VTOOLS_JSON_TREE_MEMORY_H
#define VTOOLS_JSON_TREE_MEMORY_H

#include <jansson.h>

#include "lib/base/slice.h"

/*
 * Makes tree_load safe without memory.  To be called before there is any tree
 * and any thread; trees are then released by the thread that loaded them.
 */
void tree_memory_start(void);

/* json_loadb; NULL with *failed set when there is no memory. */
json_t *tree_load(struct slice text, size_t flags, json_error_t *error,
                  bool *failed);

#endif
