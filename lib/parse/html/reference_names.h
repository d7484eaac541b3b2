/*
 * The named character references, sorted, in a table that
 * scripts/dev/make-entities writes.
 */
#ifndef VTOOLS_PARSE_HTML_REFERENCE_NAMES_H
#define VTOOLS_PARSE_HTML_REFERENCE_NAMES_H

#include <stdint.h>

/* The names that begin with one letter, from 'A' up to 'z' and one behind. */
struct reference_group {
    uint16_t first;    /* in reference_names; the next group's ends it */
    const char *names; /* without that letter, one after the other */
};

struct reference_name {
    uint32_t first; /* code point */
    uint16_t at;    /* where its name begins in the group's names */
    uint8_t length; /* of the name without its first letter */
    uint8_t second; /* in reference_seconds; 0: there is no second */
};

extern const struct reference_group reference_groups[];
extern const struct reference_name reference_names[];
extern const uint32_t reference_seconds[];

#endif
