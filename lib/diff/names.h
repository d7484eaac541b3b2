/*
 * Finding tools by what a user calls them: a tool's key, else a tool's name,
 * else one whose slug is that of a tool's name.
 */
#ifndef VTOOLS_DIFF_NAMES_H
#define VTOOLS_DIFF_NAMES_H

#include "lib/base/table.h"
#include "lib/diff/lineup.h"

/* The tools of each text: the first, and behind each the next. */
struct name_chains {
    struct table first;
    size_t *next;
};

/* Starts with the lineup, which must outlive it, and otherwise zeroed. */
struct names {
    const struct lineup *lineup;

    /* Private. */
    struct name_chains by_name, by_slug; /* made when they are needed */
    struct arena slugs;
    struct bytes scratch;
};

void names_free(struct names *n);

/*
 * The place of the tool that a name fits.  False with the message of *d filled
 * when it fits no tool; when it fits several, after telling the listener of
 * each; or when there is no memory.  What is told stands where *d does.
 */
bool names_resolve(struct names *n, struct slice name, size_t *place,
                   const struct listener *listener, struct diag *d);

#endif
