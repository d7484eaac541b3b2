/*
 * `agreement` records: how far reviewers agree across tools, beyond chance.
 */
#ifndef VTOOLS_RECORD_AGREEMENT_H
#define VTOOLS_RECORD_AGREEMENT_H

#include "lib/json/object.h"
#include "lib/json/write.h"

/* Stands for an alpha that is not defined. */
#define ALPHA_UNKNOWN INT64_MIN

/* Of verdicts or of scores; the tools are those with two values at least. */
struct agreement_on {
    int64_t alpha; /* thousandths */
    int64_t tools, values;
};

struct agreement_record {
    int64_t tools, reviewers;
    struct agreement_on verdict, score;
};

/* Writes the object; the LF is the caller's. */
void agreement_write(struct json_writer *w, const struct agreement_record *a);

/* As verdict_read, but that it needs no memory. */
struct agreement_record agreement_read(struct object *o);

/* Adds a number in thousandths, shortest; nothing when it is ALPHA_UNKNOWN. */
void alpha_add(struct bytes *out, int64_t thousandths);

/* The member; null or missing it is ALPHA_UNKNOWN. */
int64_t alpha_read(struct object *o, const char *key);

/* The same as a member; null when it is ALPHA_UNKNOWN. */
void alpha_write(struct json_writer *w, const char *key, int64_t thousandths);

#endif
