#include "lib/base/large.h"

#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

enum { LARGE_LEAST = 4 * 1024 * 1024 };

/*
 * Advice is given for whole pages: all those that hold a part of the memory,
 * as one that was left out would make two mappings of what malloc mapped as
 * one, and keep realloc from moving it without copying.
 */
void large_advise(void *at, size_t size)
{
#ifdef MADV_HUGEPAGE
    long page = sysconf(_SC_PAGESIZE);
    if (at == NULL || size < LARGE_LEAST || page <= 0)
        return;
    size_t mask = (size_t)page - 1, before = (uintptr_t)at & mask;
    (void)madvise((char *)at - before, (before + size + mask) & ~mask,
                  MADV_HUGEPAGE);
#else
    (void)at;
    (void)size;
#endif
}
