/* Random numbers that are the same in every run (splitmix64). */
#ifndef TESTS_UNIT_RANDOM_H
#define TESTS_UNIT_RANDOM_H

#include <stdint.h>
#include <string.h>

#include "lib/base/bytes.h"

static uint64_t random_state = 1;

static inline uint64_t random_bits(void)
{
    uint64_t z = random_state += UINT64_C(0x9e3779b97f4a7c15);
    z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
    return z ^ (z >> 31);
}

static inline size_t random_below(size_t limit)
{
    return (size_t)(random_bits() % limit);
}

static inline bool one_in(size_t n)
{
    return random_below(n) == 0;
}

/* Code points of every length in UTF-8, those at the borders often. */
static inline unsigned long random_codepoint(void)
{
    static const unsigned long borders[] = {
        0x1,    0x1f,   0x20,   0x22,   0x2f,   0x5c,    0x7f,
        0x80,   0x85,   0xa0,   0x7ff,  0x800,  0xd7ff,  0xe000,
        0xfeff, 0xfffd, 0xfffe, 0xffff, 0x2028, 0x10000, 0x10ffff};
    switch (random_below(5)) {
    case 0:
        return borders[random_below(sizeof borders / sizeof *borders)];
    case 1:
        return 1 + random_below(0x7ff);
    case 2:
        return 0x800 + random_below(0xd800 - 0x800);
    case 3:
        return 0xe000 + random_below(0x110000 - 0xe000);
    default:
        return 0x20 + random_below(0x5f);
    }
}

/* One to three small injuries, anywhere in the bytes. */
static inline void random_damage(struct bytes *b)
{
    static const char stray[] = "\"\"\\{}[]:,0-+.eE\n\r\t \x1f\x80\xc0\xff";
    for (size_t times = 1 + random_below(3); times != 0 && b->len != 0;
         times--) {
        size_t at = random_below(b->len);
        char byte = stray[random_below(sizeof stray)]; /* NUL too */
        switch (random_below(4)) {
        case 0:
            b->at[at] = (char)(b->at[at] ^ (char)(1u << random_below(8)));
            break;
        case 1:
            memmove(b->at + at, b->at + at + 1, b->len - at - 1);
            b->len--;
            break;
        case 2:
            bytes_add_byte(b, '\0');
            memmove(b->at + at + 1, b->at + at, b->len - at - 1);
            b->at[at] = byte;
            break;
        default:
            b->at[at] = byte;
        }
    }
}

#endif
