/*
 * `audit` records: what pages claim and their reviews do not support, and what
 * pages contradict each other on.
 */
#ifndef VTOOLS_RECORD_AUDIT_H
#define VTOOLS_RECORD_AUDIT_H

#include "lib/record/verdict.h"

enum audit_kind {
    AUDIT_CLAIM,   /* `claimed` is not what was `computed` */
    AUDIT_CONFLICT /* pages say different `values` */
};

/* Values are JSON texts; the verdict's parts are not copied. */
struct audit_record {
    enum audit_kind kind;
    const struct verdict *verdict; /* on the tool */
    struct slice field;
    struct slice claimed, computed;
    const struct slice *values;
    size_t value_count;
};

/* Writes the object, without the list of sources if `brief`. */
void audit_write(struct json_writer *w, const struct audit_record *a,
                 bool brief);

/* As verdict_read; of the verdict only what stands in the record is known. */
bool audit_read(struct object *o, struct arena *arena, struct audit_record *a);

#endif
