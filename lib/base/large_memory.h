/*
 * Large memory that is gone through in any order: in pages of the usual size
 * most of the time would be spent on finding out where these are.
 */
#ifndef VTOOLS_BASE_LARGE_MEMORY_H
#define VTOOLS_BASE_LARGE_MEMORY_H

#include <stddef.h>

/* Asks for larger pages where memory is large; does nothing to small memory. */
void large_memory_hint(void *at, size_t size);

#endif
