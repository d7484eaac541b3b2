/* Keeping rejected input: its bytes, then a line that says why. */
#ifndef VTOOLS_IO_REJECTS_H
#define VTOOLS_IO_REJECTS_H

#include "lib/base/diag.h"
#include "lib/io/output.h"

/* Both do nothing when `rejects` is NULL. */
void rejects_add(struct output *rejects, struct slice bytes);
void rejects_explain(struct output *rejects, size_t len, const struct diag *d);

/* The line that says why, for rejects that are gathered before they are kept.
 */
void rejects_add_reason(struct bytes *out, size_t len, const struct diag *d);

#endif
