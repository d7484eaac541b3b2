/*
 * Strings from records, made fit to be shown.  Whatever would move a cursor,
 * reorder the text around it, or stand there unseen becomes U+FFFD: control
 * characters, bidirectional controls, line and paragraph separators, format
 * characters, private and unassigned code points.  What is left is printable
 * text in one line.
 */
#ifndef VTOOLS_BASE_MASK_H
#define VTOOLS_BASE_MASK_H

#include "lib/base/bytes.h"

/*
 * Adds s, masked.  Tab, LF, CR and every other kind of space becomes a plain
 * space, runs of them one, none at the ends.  Joiners stay where scripts and
 * emoji need them: behind a character from U+0600 on.  Of more than eight
 * marks on one character the rest is left out.
 */
void mask_add(struct bytes *out, struct slice s);

#endif
