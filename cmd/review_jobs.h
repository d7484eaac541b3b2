/* The part of reading reviews that several threads do. */
#ifndef VTOOLS_CMD_REVIEW_JOBS_H
#define VTOOLS_CMD_REVIEW_JOBS_H

#include "lib/record/sighting.h"
#include "lib/record/stream.h"

struct review_worker;

/* Starts zeroed; must stay where it is. */
struct review_jobs {
    struct record_preparer preparer; /* makes a struct prepared_review */
    struct review_worker *workers;
};

/* False when there is no memory. */
bool review_jobs_start(struct review_jobs *jobs, size_t workers);
void review_jobs_free(struct review_jobs *jobs);

#endif
