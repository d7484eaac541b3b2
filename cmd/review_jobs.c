#include "cmd/review_jobs.h"

#include <stdlib.h>

#include "lib/score/prepared.h"

struct review_worker {
    struct sighting_reader reader;
    struct bytes scratch;
};

static const void *prepare(void *self, size_t worker, struct slice text,
                           struct arena *arena)
{
    const struct review_jobs *jobs = self;
    struct review_worker *w = &jobs->workers[worker];
    struct prepared_review *p;
    struct sighting sighting;
    struct diag ignored;
    bool failed = false;
    if (!sighting_read(&w->reader, text, NULL, 0, arena, &sighting, &ignored) ||
        sighting.type != SIGHTING_REVIEW)
        return NULL;
    /* They belong to the reader, which goes on. */
    if (sighting.others.len != 0)
        sighting.others = arena_copy(arena, sighting.others, &failed);
    p = failed ? NULL : arena_alloc(arena, sizeof *p);
    if (p != NULL)
        review_prepare(p, &sighting.review, sighting.others, arena,
                       &w->scratch);
    return p;
}

bool review_jobs_start(struct review_jobs *jobs, size_t workers)
{
    jobs->workers = calloc(workers, sizeof *jobs->workers);
    jobs->preparer = (struct record_preparer){workers, prepare, jobs};
    for (size_t i = 0; jobs->workers != NULL && i < workers; i++)
        jobs->workers[i].reader.padded = true;
    return jobs->workers != NULL;
}

void review_jobs_free(struct review_jobs *jobs)
{
    size_t count = jobs->workers == NULL ? 0 : jobs->preparer.workers;
    for (size_t i = 0; i < count; i++) {
        sighting_reader_free(&jobs->workers[i].reader);
        bytes_free(&jobs->workers[i].scratch);
    }
    free(jobs->workers);
}
