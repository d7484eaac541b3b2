/* Names of elements and attributes, compared sixteen bytes at once. */
#ifndef VTOOLS_PARSE_HTML_NAMES_H
#define VTOOLS_PARSE_HTML_NAMES_H

#include <endian.h>

#include "lib/base/scan16.h"
#include "lib/base/slice.h"

struct html_name {
    struct slice text; /* in small letters, without NUL */
    /* Its first sixteen bytes, NUL behind its end: all that is looked for. */
    uint64_t low, high;
    uint32_t hash;
};

/* A name of at most sixteen bytes, which are these, zeros behind its end. */
static inline struct html_name html_short_name(struct slice text,
                                               struct sixteen bytes)
{
    uint64_t low = scan16_low(bytes), high = scan16_high(bytes);
    uint64_t mixed =
        (le64toh(low) ^ le64toh(high) * UINT64_C(0x9e3779b97f4a7c15)) *
        UINT64_C(0xff51afd7ed558ccd);
    return (struct html_name){text, low, high, (uint32_t)(mixed >> 32)};
}

struct html_name html_name_of(struct slice text);

/* Whether a name is the one that stands in `known`, NUL behind its end. */
static inline bool html_name_is(const struct html_name *name,
                                const char known[SIXTEEN])
{
    uint64_t low, high;
    memcpy(&low, known, sizeof low);
    memcpy(&high, known + sizeof low, sizeof high);
    return ((name->low ^ low) | (name->high ^ high)) == 0;
}

#endif
