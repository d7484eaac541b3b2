/* The part of reading sightings that several threads do. */
#ifndef VTOOLS_CMD_SIGHTING_JOBS_H
#define VTOOLS_CMD_SIGHTING_JOBS_H

#include "lib/record/sighting.h"
#include "lib/record/stream.h"
#include "lib/score/score.h"

struct sighting_worker;

/* Starts zeroed; must stay where it is. */
struct sighting_jobs {
    struct record_preparer preparer; /* makes a struct prepared_sighting */
    const struct scorer *scorer;     /* which will be given what it makes */
    bool keeps_texts; /* all of them, which each worker then does itself */
    struct sighting_worker *workers;
};

/* False when there is no memory.  To be freed after the scorer. */
bool sighting_jobs_start(struct sighting_jobs *jobs,
                         const struct scorer *scorer, size_t workers);
void sighting_jobs_free(struct sighting_jobs *jobs);

#endif
