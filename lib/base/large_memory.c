#include "lib/base/large_memory.h"

#include <errno.h>
#include <stdint.h>
#include <sys/mman.h>

enum { LEAST = 4 * 1024 * 1024, PAGE = 2 * 1024 * 1024 };

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
