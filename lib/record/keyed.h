/*
 * Records with a key and a TAB before them, as engines that sort and shuffle
 * by key have them.
 */
#ifndef VTOOLS_RECORD_KEYED_H
#define VTOOLS_RECORD_KEYED_H

#include "lib/base/bytes.h"

/*
 * The record of a line that may have a key before it, also an empty one.  It
 * has one if its first byte is neither `{` nor a space and a TAB comes before
 * the first `{`; what it is does not matter.
 */
struct slice keyed_record(struct slice line);

/*
 * Adds a key, which may be unknown, and the TAB.  Control characters, `{` and
 * what else the form cannot have are escaped as in JSON, so that different
 * keys stay different.
 */
void keyed_add(struct bytes *out, struct slice key);

#endif
