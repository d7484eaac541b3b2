/* What the names in JSON-LD mean: the contexts that hold for an object. */
#ifndef VTOOLS_PARSE_JSONLD_CONTEXT_H
#define VTOOLS_PARSE_JSONLD_CONTEXT_H

#include "lib/json/values.h"

/*
 * No context is ever fetched: of those that are addresses, only the ones of
 * known vocabularies have a meaning.  Contexts of nested objects hide each
 * other; so that looking up a term stays cheap, few may.
 */
enum { CONTEXTS_MOST = 8 };

struct term {
    struct slice name, meaning;
};

struct context {
    const struct context *outer;
    const struct term *terms; /* ordered by name */
    size_t term_count;
    int depth;
    bool known_vocabulary; /* names without prefix belong to it */
};

/* Stands where a page has none: pages forget it. */
extern const struct context no_context;

/*
 * The context inside an object that has `own` (NO_VALUE: none) of its own.
 * `room` is for CONTEXTS_MOST of them and must live as long as the result.
 * *failed is set when there is no memory.
 */
const struct context *context_enter(const struct context *outer,
                                    const struct json_values *values,
                                    uint32_t own, struct context *room,
                                    struct arena *arena, bool *failed);

/*
 * A keyword, or a name of a known vocabulary without prefix and address;
 * unknown for all others.
 */
struct slice context_resolve(const struct context *c, struct slice name);

#endif
