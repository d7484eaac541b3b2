/* Names of elements and attributes, compared sixteen bytes at once. */
#ifndef VTOOLS_PARSE_HTML_NAMES_H
#define VTOOLS_PARSE_HTML_NAMES_H

#include <endian.h>

#include "lib/base/scan16.h"
#include "lib/base/slice.h"

struct html_name {
    struct slice text; /* in small letters, without NUL */
    uint32_t hash;
    /* Its beginning, NUL behind its end: all of one that is looked for. */
    char first[SIXTEEN];
};

/* A name of at most sixteen bytes. */
static inline struct html_name html_short_name(struct slice text,
                                               struct sixteen bytes)
{
    struct html_name name = {.text = text};
    uint64_t low, high;
    scan16_store(bytes, name.first);
    memcpy(&low, name.first, sizeof low);
    memcpy(&high, name.first + sizeof low, sizeof high);
    uint64_t mixed =
        (le64toh(low) ^ le64toh(high) * UINT64_C(0x9e3779b97f4a7c15)) *
        UINT64_C(0xff51afd7ed558ccd);
    name.hash = (uint32_t)(mixed >> 32);
    return name;
}

struct html_name html_name_of(struct slice text);

/* Whether a name is the one that stands in `known`, NUL behind its end. */
static inline bool html_name_is(const struct html_name *name,
                                const char known[SIXTEEN])
{
    return memcmp(name->first, known, SIXTEEN) == 0;
}

#endif
