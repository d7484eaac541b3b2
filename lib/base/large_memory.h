/*
 * Large memory.  If it is gone through in any order, most of the time would be
 * spent on finding out where its pages are, were these of the usual size; if it
 * grows, on copying it to new ones.
 */
#ifndef VTOOLS_BASE_LARGE_MEMORY_H
#define VTOOLS_BASE_LARGE_MEMORY_H

#include <stddef.h>

/* Asks for larger pages where memory is large; does nothing to small memory. */
void large_memory_hint(void *at, size_t size);

/*
 * Memory of a `larger` size that begins with the `size` bytes at `at`, which
 * came from here, or are none, with NULL.  What is large has its pages moved,
 * not copied, and what of it is never used takes none.  NULL when there is no
 * memory; then all is as it was.
 */
void *large_memory_grow(void *at, size_t size, size_t larger);
void large_memory_free(void *at, size_t size);

#endif
