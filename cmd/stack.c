#include "cmd/stack.h"

#include <stddef.h>
#include <sys/mman.h>
#include <sys/resource.h>

/* 0.7 MB are what the deepest record takes. */
enum { ROOM = 1024 * 1024 };

static bool is_there_memory(void)
{
    void *memory = mmap(NULL, ROOM, PROT_READ | PROT_WRITE,
                        MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return memory != MAP_FAILED && munmap(memory, ROOM) == 0;
}

/* The stack grows down to what is written, of which it takes one page. */
static __attribute__((noinline)) void grow(void)
{
    char room[ROOM];
    *(volatile char *)room = 0;
}

bool stack_take_room(void)
{
    struct rlimit limit;
    /* Whoever wants it smaller has it smaller. */
    if (getrlimit(RLIMIT_STACK, &limit) != 0 || limit.rlim_cur < 2 * ROOM)
        return true;
    if (!is_there_memory())
        return false;
    grow();
    return true;
}
