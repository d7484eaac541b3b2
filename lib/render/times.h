/* When records became what they are. */
#ifndef VTOOLS_RENDER_TIMES_H
#define VTOOLS_RENDER_TIMES_H

#include "lib/json/value.h"

/*
 * Adds the time that a record has, in RFC 3339: the first that can be read of
 * its members `updated`, `at`, `date` and `reviewed`, and of `fetched` in its
 * `source`.  False, with nothing added, when it has none.
 */
bool times_add(struct bytes *out, const struct json_value *record);

/* Adds an instant, in seconds since 1970, in the same form. */
void times_add_seconds(struct bytes *out, int64_t seconds);

#endif
