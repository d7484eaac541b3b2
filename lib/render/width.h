/*
 * How many columns text takes on a terminal, counted by the characters a
 * reader sees (grapheme clusters): wide ideographs and emoji take two,
 * combining marks none.  Text must be masked (lib/base/mask.h).
 */
#ifndef VTOOLS_RENDER_WIDTH_H
#define VTOOLS_RENDER_WIDTH_H

#include <stdint.h>

#include "lib/base/slice.h"

/* One character as a reader counts them. */
struct cluster {
    struct slice text;
    uint32_t first; /* its first code point */
    size_t columns;
};

/* The cluster at `*at`, which must lie before s.len; moves `*at` behind it. */
struct cluster cluster_next(struct slice s, size_t *at);

size_t width_of(struct slice s);

#endif
