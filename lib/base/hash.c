#include "lib/base/hash.h"

#include <endian.h>

#include "lib/base/scan16.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

/* What takes more registers than the rest. */
static __attribute__((noinline)) uint64_t hash_middling(struct slice s)
{
    enum { MIDDLING_MOST = 240 }; /* what XXH3 does without wide registers */
    return s.len > MIDDLING_MOST ? hash_long_bytes(s)
                                 : XXH3_64bits(s.at, s.len);
}

uint64_t hash_bytes(struct slice s)
{
    enum { SHORT_MOST = 128 };
    return s.len > SHORT_MOST ? hash_middling(s) : XXH3_64bits(s.at, s.len);
}

#ifdef SCAN_REGISTERS

void hash_put_hex(char *at, uint64_t hash)
{
    const __m128i fifteens = _mm_set1_epi8(15), nines = _mm_set1_epi8(9);
    __m128i bytes = _mm_cvtsi64_si128((long long)htobe64(hash));
    __m128i high = _mm_and_si128(_mm_srli_epi16(bytes, 4), fifteens);
    __m128i nibbles = _mm_unpacklo_epi8(high, _mm_and_si128(bytes, fifteens));
    __m128i letters = _mm_and_si128(_mm_cmpgt_epi8(nibbles, nines),
                                    _mm_set1_epi8('a' - '0' - 10));
    __m128i digits = _mm_add_epi8(nibbles, _mm_set1_epi8('0'));
    _mm_storeu_si128((__m128i *)at, _mm_add_epi8(digits, letters));
}

#else

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

#endif

void hash_add_hex(struct bytes *out, uint64_t hash, int digits)
{
    char all[16];
    hash_put_hex(all, hash);
    bytes_add(out, all, (size_t)digits);
}
