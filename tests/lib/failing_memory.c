/*
 * To be preloaded: the request for memory of the number VT_FAIL_AT fails, once;
 * without it, the number of requests is written at the end, to the descriptor
 * VT_COUNT_TO.
 */
#include <dlfcn.h>
#include <errno.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>

/* glibc's own, which need not be looked up with memory of their own. */
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *at, size_t size);
void *__libc_memalign(size_t alignment, size_t size);

static atomic_long asked;

static long number_in(const char *variable)
{
    const char *value = getenv(variable);
    return value == NULL ? -1 : atol(value);
}

static bool fails(void)
{
    static long at;
    if (at == 0)
        at = number_in("VT_FAIL_AT");
    if (atomic_fetch_add(&asked, 1) + 1 != at)
        return false;
    errno = ENOMEM;
    return true;
}

void *malloc(size_t size)
{
    return fails() ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
    return fails() ? NULL : __libc_calloc(count, size);
}

void *realloc(void *at, size_t size)
{
    return fails() ? NULL : __libc_realloc(at, size);
}

void *aligned_alloc(size_t alignment, size_t size)
{
    return fails() ? NULL : __libc_memalign(alignment, size);
}

void *mremap(void *at, size_t size, size_t larger, int flags, ...)
{
    static void *(*real)(void *, size_t, size_t, int, ...);
    if (real == NULL)
        *(void **)&real = dlsym(RTLD_NEXT, "mremap");
    return fails() ? MAP_FAILED : real(at, size, larger, flags);
}

static __attribute__((destructor)) void tell(void)
{
    long to = number_in("VT_COUNT_TO");
    if (to >= 0)
        dprintf((int)to, "%ld\n", atomic_load(&asked));
}
