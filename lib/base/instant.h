/* Points in time, as crawlers and servers write them. */
#ifndef VTOOLS_BASE_INSTANT_H
#define VTOOLS_BASE_INSTANT_H

#include "lib/base/bytes.h"

/*
 * Adds an instant as records hold it, RFC 3339 in UTC with whole seconds.
 * Reads RFC 3339 and its relatives of ISO 8601 (a space for the T; a zone
 * that is not given is UTC; a date alone is its first second), the dates of
 * HTTP and mail, 14 digits, and seconds or milliseconds since 1970.  False,
 * with nothing added, for anything else.
 */
bool instant_add(struct bytes *out, struct slice s);

#endif
