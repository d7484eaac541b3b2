/* The keys and ids by which records find each other. */
#ifndef VTOOLS_RECORD_KEY_H
#define VTOOLS_RECORD_KEY_H

#include "lib/base/bytes.h"

/*
 * Adds a tool's key: slug(name), then, when the tagline is known, "." and the
 * first 6 hex digits of its XXH3-64.  Both must be folded text.  A name
 * without letters or digits has no slug; without a tagline either, the hash
 * of the name stands in.
 */
void key_add_tool(struct bytes *out, struct slice name, struct slice tagline);

/*
 * Whether a key is one of a tool of that name, folded text, with a tagline or
 * without.
 */
bool key_fits(struct slice key, struct slice name);

/*
 * Adds a review's id: 16 hex digits, XXH3-64 of tool key, NUL, reviewer
 * (empty when a text exists), NUL, text.
 */
void key_add_review(struct bytes *out, struct slice tool, struct slice reviewer,
                    struct slice text);

#endif
