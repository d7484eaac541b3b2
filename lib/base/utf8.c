#include "lib/base/utf8.h"

#include "lib/base/scan16.h"

/*
 * How long a sequence is by its first byte (0: none starts so), and the range
 * its second byte must lie in, which is what excludes overlong forms,
 * surrogates and code points past U+10FFFF.
 */
static size_t sequence(unsigned char first, unsigned char *low,
                       unsigned char *high)
{
    *low = 0x80;
    *high = 0xbf;
    if (first < 0x80)
        return 1;
    if (first < 0xc2 || first > 0xf4)
        return 0;
    if (first < 0xe0)
        return 2;
    if (first < 0xf0) {
        if (first == 0xe0)
            *low = 0xa0;
        if (first == 0xed)
            *high = 0x9f;
        return 3;
    }
    if (first == 0xf0)
        *low = 0x90;
    if (first == 0xf4)
        *high = 0x8f;
    return 4;
}

/* How many of the bytes at `at` fit one sequence, and how many it needs. */
static size_t matched(struct slice s, size_t at, size_t *needed)
{
    const unsigned char *p = (const unsigned char *)s.at + at;
    size_t left = s.len - at;
    unsigned char low, high;
    *needed = sequence(p[0], &low, &high);
    if (*needed == 0)
        return 0;
    size_t have = 1;
    while (have < *needed && have < left && p[have] >= low && p[have] <= high) {
        low = 0x80;
        high = 0xbf;
        have++;
    }
    return have;
}

/* The first byte past 127 at or behind `at`, or the end. */
static size_t skip_ascii(struct slice s, size_t at)
{
    for (size_t len; s.len - at >= SIXTYFOUR; at += SIXTYFOUR) {
        struct sixtyfour block = scan64_next(s.at + at, s.len - at, &len);
        if (scan64_any_tops(&block))
            return at + scan64_first(scan64_tops(&block));
    }
    for (; s.len - at >= SIXTEEN; at += SIXTEEN) {
        uint32_t past = scan16_tops(scan16_load(s.at + at));
        if (past != 0)
            return at + scan16_first(past);
    }
    if (at < s.len && s.len >= SIXTEEN) {
        /* The last sixteen, of which some were looked at. */
        struct sixteen last = scan16_load(s.at + s.len - SIXTEEN);
        uint32_t past = scan16_tops(last) >> (SIXTEEN - (s.len - at));
        return past == 0 ? s.len : at + scan16_first(past);
    }
    while (at < s.len && (unsigned char)s.at[at] < 0x80)
        at++;
    return at;
}

bool utf8_is_ascii(struct slice s)
{
    return skip_ascii(s, 0) == s.len;
}

size_t utf8_valid(struct slice s)
{
    return s.len == 0 ? 0 : utf8_valid_by(wide_best(), s);
}

size_t utf8_valid_by(const struct wide *wide, struct slice s)
{
    size_t at = wide->utf8_start == NULL ? 0 : wide->utf8_start(s);
    while ((at = skip_ascii(s, at)) < s.len) {
        size_t needed;
        size_t have = matched(s, at, &needed);
        if (have == 0 || have < needed)
            return at;
        at += needed;
    }
    return at;
}

uint32_t utf8_next(struct slice s, size_t *at)
{
    const unsigned char *p = (const unsigned char *)s.at + *at;
    if (p[0] < 0x80) {
        (*at)++;
        return p[0];
    }
    size_t needed;
    size_t have = matched(s, *at, &needed);
    if (have == 0 || have < needed) {
        (*at)++;
        return 0xfffd;
    }
    uint32_t c = p[0] & (0x7fu >> needed);
    for (size_t i = 1; i < needed; i++)
        c = c << 6 | (p[i] & 0x3f);
    *at += needed;
    return c;
}

bool utf8_cut(struct slice s, size_t from)
{
    size_t needed;
    size_t have = matched(s, from, &needed);
    return have != 0 && have < needed && from + have == s.len;
}

size_t utf8_count(struct slice s)
{
    size_t count = 0;
    for (size_t i = 0; i < s.len; i++)
        count += ((unsigned char)s.at[i] & 0xc0) != 0x80;
    return count;
}
