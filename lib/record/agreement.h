/*
 * `agreement` records: how far reviewers agree across tools, beyond chance.
 */
#ifndef VTOOLS_RECORD_AGREEMENT_H
#define VTOOLS_RECORD_AGREEMENT_H

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

/* A number in thousandths, shortest; null when it is ALPHA_UNKNOWN. */
void alpha_write(struct json_writer *w, const char *key, int64_t thousandths);

#endif
