/* Names of elements and attributes, compared as numbers. */
#ifndef VTOOLS_PARSE_HTML_NAMES_H
#define VTOOLS_PARSE_HTML_NAMES_H

#include <stdint.h>

#include "lib/base/slice.h"

/* Names that are looked for are shorter than this. */
enum { HTML_NAME_WORDS = 16 };

struct html_name {
    struct slice text; /* in small letters, without NUL */
    uint32_t hash;
    /* Its first sixteen bytes, NUL behind its end: all of a shorter one. */
    uint64_t words[2];
};

/* A name of at most sixteen bytes. */
static inline struct html_name html_short_name(struct slice text, uint64_t low,
                                               uint64_t high)
{
    uint64_t mixed = (low ^ high * UINT64_C(0x9e3779b97f4a7c15)) *
                     UINT64_C(0xff51afd7ed558ccd);
    return (struct html_name){text, (uint32_t)(mixed >> 32), {low, high}};
}

struct html_name html_name_of(struct slice text);

/* Whether a name is the one that stands in `known`, NUL behind its end. */
static inline bool html_name_is(const struct html_name *name,
                                const char known[HTML_NAME_WORDS])
{
    return memcmp(name->words, known, HTML_NAME_WORDS) == 0;
}

#endif
