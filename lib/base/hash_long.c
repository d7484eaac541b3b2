/*
 * Hashing long strings.  The library has code for wider registers, which it
 * chooses when it runs; in line there is only what every processor can do.
 */
#include "lib/base/hash.h"

#if defined(__x86_64__) && defined(__has_include)
#if __has_include(<xxh_x86dispatch.h>)
#include <xxh_x86dispatch.h>
#endif
#endif
#include <xxhash.h>

uint64_t hash_long_bytes(struct slice s)
{
    return XXH3_64bits(s.at, s.len);
}
