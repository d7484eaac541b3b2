/*
 * Bookmarks: a list of the tools that a user wants to hear of, one a line, by
 * key, else by name, else by a slug of the name.
 */
#ifndef VTOOLS_SCORE_BOOKMARKS_H
#define VTOOLS_SCORE_BOOKMARKS_H

#include "lib/base/arena.h"
#include "lib/base/diag.h"
#include "lib/base/table.h"
#include "lib/record/verdict.h"

/* The tools that one spelling fits. */
struct bookmark_fit {
    size_t count, last; /* `last` is the index of one of them */
};

struct bookmark {
    struct slice text;
    size_t line; /* from 1 */
    struct bookmark_fit by_key, by_name;
    size_t slug; /* which of `slugs`; none when the name has no slug */
    size_t told; /* how many of the tools were told of that it fits */
};

/* Starts zeroed. */
struct bookmarks {
    struct bookmark *items; /* each once, in the order of the list */
    size_t count;

    /* Private. */
    const char *source;
    struct table by_text, by_slug;
    struct bookmark_fit *slugs;
    struct arena arena;
    struct bytes scratch;
};

/*
 * Takes the list; blank lines count for nothing.  `source` names it and is the
 * caller's.  False when there is no memory.
 */
bool bookmarks_read(struct bookmarks *b, struct slice text, const char *source);
void bookmarks_free(struct bookmarks *b);

/* Looks at one tool, whose index is `index`.  False when there is no memory. */
bool bookmarks_meet(struct bookmarks *b, const struct verdict *v, size_t index);

/*
 * After all tools were met: the index of the tool that a bookmark means, or
 * how many it may mean.  True when it is just one.
 */
bool bookmarks_resolve(const struct bookmarks *b, const struct bookmark *item,
                       size_t *index, size_t *count);

/*
 * Tells of a tool if it is one of those that the bookmark may mean, of the
 * first few of them.  False when there is no memory.
 */
bool bookmarks_tell(struct bookmarks *b, struct bookmark *item,
                    const struct verdict *v, const struct listener *listener);

#endif
