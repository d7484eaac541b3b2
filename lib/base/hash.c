#include "lib/base/hash.h"

#include <endian.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

uint64_t hash_bytes(struct slice s)
{
    enum { SHORT_MOST = 240 }; /* what XXH3 does without wide registers */
    if (s.len > SHORT_MOST)
        return hash_long_bytes(s);
    return XXH3_64bits(s.at, s.len);
}

/* The hex digits of a number, a byte each, the first of them first. */
static uint64_t hex_of(uint32_t number)
{
    const uint64_t ones = UINT64_C(0x0101010101010101);
    uint64_t nibbles = number;
    nibbles = (nibbles << 16 | nibbles) & UINT64_C(0x0000ffff0000ffff);
    nibbles = (nibbles << 8 | nibbles) & UINT64_C(0x00ff00ff00ff00ff);
    nibbles = (nibbles << 4 | nibbles) & UINT64_C(0x0f0f0f0f0f0f0f0f);
    uint64_t letters = (nibbles + 6 * ones) >> 4 & ones;
    return htobe64(nibbles + '0' * ones + letters * ('a' - '0' - 10));
}

void hash_put_hex(char *at, uint64_t hash)
{
    uint64_t high = hex_of((uint32_t)(hash >> 32)),
             low = hex_of((uint32_t)hash);
    memcpy(at, &high, sizeof high);
    memcpy(at + sizeof high, &low, sizeof low);
}

void hash_add_hex(struct bytes *out, uint64_t hash, int digits)
{
    char all[16];
    hash_put_hex(all, hash);
    bytes_add(out, all, (size_t)digits);
}
