/* Names of elements and attributes, compared sixteen bytes at once. */
#ifndef VTOOLS_PARSE_HTML_NAMES_H
#define VTOOLS_PARSE_HTML_NAMES_H

#include <endian.h>

#include "lib/base/scan16.h"
#include "lib/base/slice.h"

/* The first sixteen bytes of a name, NUL behind its end. */
struct html_key {
    uint64_t low, high;
};

struct html_name {
    struct slice text;   /* in small letters, without NUL */
    struct html_key key; /* all of a name that is looked for */
    uint32_t hash;
};

static inline struct html_key html_key_of(struct sixteen bytes)
{
    struct html_key key = {scan16_low(bytes), scan16_high(bytes)};
    return key;
}

/* The hash of a name of at most sixteen bytes. */
static inline uint32_t html_key_hash(struct html_key key)
{
    uint64_t mixed =
        (le64toh(key.low) ^ le64toh(key.high) * UINT64_C(0x9e3779b97f4a7c15)) *
        UINT64_C(0xff51afd7ed558ccd);
    return (uint32_t)(mixed >> 32);
}

struct html_name html_name_of(struct slice text);

/* Whether a name is the one that stands in `known`, NUL behind its end. */
static inline bool html_key_is(struct html_key key, const char known[SIXTEEN])
{
    struct html_key other;
    memcpy(&other, known, sizeof other);
    return ((key.low ^ other.low) | (key.high ^ other.high)) == 0;
}

#endif
