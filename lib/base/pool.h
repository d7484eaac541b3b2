/*
 * A pool holds each of many byte strings once and gives it a number, so that
 * whoever has many of them keeps four bytes for each and compares numbers.
 * Small structs without padding may be held as well as texts.
 */
#ifndef VTOOLS_BASE_POOL_H
#define VTOOLS_BASE_POOL_H

#include <stdint.h>

#include "lib/base/arena.h"

/* The number of a slice that is not known. */
#define POOL_UNKNOWN 0u

struct pool_slot {
    uint32_t hash;
    uint32_t number; /* POOL_UNKNOWN: free */
};

struct pool_string {
    const char *at;
    uint32_t len;
};

/* Start with all zeros.  Numbers run from 1 up to `count`. */
struct pool {
    struct arena arena;
    char *room, *room_end;       /* for the next strings */
    struct pool_string *strings; /* by number, the first unused */
    uint32_t count, string_cap;
    struct pool_slot *slots;
    uint32_t slot_cap, slotted; /* how many slots are taken */
    bool failed; /* no memory, or more strings than there are numbers */
};

void pool_free(struct pool *p);

/*
 * The number of a string, which is copied when it is new; of an unknown one
 * POOL_UNKNOWN, and so when memory runs out, with `failed` set.
 */
uint32_t pool_add(struct pool *p, struct slice string);

/* The same, of which pool_hash is known. */
uint32_t pool_add_hashed(struct pool *p, struct slice string, uint32_t hash);

/*
 * A number for a string that is copied whether it is known or not, as nobody
 * will look for it: that takes less room and time.
 */
uint32_t pool_append(struct pool *p, struct slice string);

/* The hash by which a string is looked for. */
uint32_t pool_hash(struct slice string);

/* The string of a number; unknown for POOL_UNKNOWN. */
static inline struct slice pool_get(const struct pool *p, uint32_t number)
{
    struct slice none = {NULL, 0};
    return number == POOL_UNKNOWN
               ? none
               : slice_from(p->strings[number].at, p->strings[number].len);
}

/* Holds a struct, whose bytes must all be set, and gives it back. */
#define POOL_ADD_VALUE(p, value)                                               \
    pool_add((p), slice_from((const char *)&(value), sizeof(value)))
#define POOL_GET_VALUE(p, number, value)                                       \
    memcpy((value), (p)->strings[number].at, sizeof *(value))

/* As slice_compare has it. */
static inline int pool_compare(const struct pool *p, uint32_t a, uint32_t b)
{
    return a == b ? 0 : slice_compare(pool_get(p, a), pool_get(p, b));
}

/*
 * In a large pool a string is in no cache.  These have the memory fetched in
 * which one of this hash is looked for, and some time later, the one behind
 * the other, what that leads to.  (gcc takes a function that only fetches for
 * one without an effect, unless it is in line from the start.)
 */
#define POOL_FETCHES static inline __attribute__((always_inline))

POOL_FETCHES void pool_expect(const struct pool *p, uint32_t hash)
{
    if (p->slot_cap != 0)
        __builtin_prefetch(&p->slots[hash & (p->slot_cap - 1)]);
}

POOL_FETCHES void pool_expect_found(const struct pool *p, uint32_t hash)
{
    uint32_t number =
        p->slot_cap == 0 ? 0 : p->slots[hash & (p->slot_cap - 1)].number;
    if (number != POOL_UNKNOWN)
        __builtin_prefetch(&p->strings[number]);
}

#endif
