/*
 * Audits: what the pages on a tool claim is held against what their reviews
 * come to, and against what other pages say.
 */
#ifndef VTOOLS_SCORE_AUDIT_H
#define VTOOLS_SCORE_AUDIT_H

#include "lib/record/audit.h"

/*
 * Hands out every finding on a tool, in the order verdict, ship, skip,
 * ship_pct, then the conflicts in that of the verdict.  What is handed out is
 * valid during the call.  *count is how many there were.  False when `take`
 * wants no more or there is no memory, with *failed set.
 */
bool audit_verdict(const struct verdict *v,
                   bool (*take)(void *self, const struct audit_record *a),
                   void *self, size_t *count, bool *failed);

#endif
