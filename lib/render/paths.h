/*
 * Values at paths such as `score.mean` or `interval.0` (the first of an
 * array), taken out of lines without a tree of them.
 */
#ifndef VTOOLS_RENDER_PATHS_H
#define VTOOLS_RENDER_PATHS_H

#include "lib/json/fields.h"

struct paths;

/*
 * The paths of which paths_read gives the values, each ending with its string
 * or at a `=`; the strings belong to the caller.  A path that leads on where
 * another ends is fine, at most FIELDS_MOST members of one object are.  NULL
 * when there is no memory.
 */
struct paths *paths_new(const char *const *at, size_t count);
void paths_free(struct paths *p);

/*
 * Reads a line into values[0..count), in the order of the paths, as
 * fields_read does; what is not there is FIELD_ABSENT.
 */
enum fields_result paths_read(struct paths *p, struct slice line,
                              const char *source, size_t number,
                              struct field *values, struct diag *d);

#endif
