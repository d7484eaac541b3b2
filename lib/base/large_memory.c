#include "lib/base/large_memory.h"

#include <errno.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

enum { LEAST = 4 * 1024 * 1024, PAGE = 2 * 1024 * 1024 };

enum { MAPPED_LEAST = 128 * 1024 };

void large_memory_hint(void *at, size_t size)
{
#ifdef MADV_HUGEPAGE
    int error = errno;
    char *end = (char *)at + size;
    char *from = (char *)at + -(uintptr_t)at % PAGE;
    if (size >= LEAST)
        madvise(from, (size_t)(end - from) / PAGE * PAGE, MADV_HUGEPAGE);
    errno = error; /* It is no fault if the wish is not granted. */
#else
    (void)at;
    (void)size;
#endif
}

#ifdef MREMAP_MAYMOVE

static bool is_mapped(size_t size)
{
    return size >= MAPPED_LEAST;
}

static void *map(size_t size)
{
    return mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS,
                -1, 0);
}

void *large_memory_grow(void *at, size_t size, size_t larger)
{
    if (!is_mapped(larger))
        return realloc(at, larger);
    void *grown = is_mapped(size) ? mremap(at, size, larger, MREMAP_MAYMOVE)
                                  : map(larger);
    if (grown == MAP_FAILED)
        return NULL;
    if (!is_mapped(size)) {
        if (size != 0)
            memcpy(grown, at, size);
        free(at);
    }
    return grown;
}

void large_memory_free(void *at, size_t size)
{
    if (is_mapped(size))
        munmap(at, size);
    else
        free(at);
}

#else

void *large_memory_grow(void *at, size_t size, size_t larger)
{
    (void)size;
    return realloc(at, larger);
}

void large_memory_free(void *at, size_t size)
{
    (void)size;
    free(at);
}

#endif
