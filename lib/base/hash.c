#include "lib/base/hash.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

uint64_t hash_bytes(struct slice s)
{
    enum { SHORT_MOST = 240 }; /* what XXH3 does without wide registers */
    if (s.len > SHORT_MOST)
        return hash_long_bytes(s);
    return XXH3_64bits(s.at, s.len);
}

void hash_add_hex(struct bytes *out, uint64_t hash, int digits)
{
    if (!bytes_reserve(out, (size_t)digits))
        return;
    for (int i = 0; i < digits; i++)
        out->at[out->len++] = "0123456789abcdef"[hash >> (60 - 4 * i) & 15];
}
