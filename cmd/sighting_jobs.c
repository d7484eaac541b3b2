#include "cmd/sighting_jobs.h"

#include <stdlib.h>

#include "lib/score/prepared.h"

struct sighting_worker {
    struct sighting_reader reader;
    struct arena texts; /* that the scorer keeps */
    struct bytes scratch;
};

/* NULL where there is nothing to prepare, or no memory. */
static const void *prepare_sighting(const struct sighting_jobs *jobs,
                                    struct sighting_worker *w,
                                    struct sighting *sighting,
                                    struct arena *arena)
{
    struct prepared_sighting *p;
    bool failed = false;
    if (sighting->type == SIGHTING_OTHER)
        return NULL;
    /* They belong to the reader, which goes on. */
    if (sighting->others.len != 0)
        sighting->others = arena_copy(arena, sighting->others, &failed);
    p = failed ? NULL
               : arena_alloc(arena, sighting_prepared_size(sighting->type));
    if (p != NULL)
        sighting_prepare(p, sighting, arena,
                         jobs->keeps_texts ? &w->texts : NULL, &w->scratch);
    return p;
}

static const void *prepare(void *self, size_t worker, struct slice text,
                           struct arena *arena)
{
    const struct sighting_jobs *jobs = self;
    struct sighting_worker *w = &jobs->workers[worker];
    struct sighting sighting;
    struct diag ignored;
    return sighting_read(&w->reader, text, NULL, 0, arena, &sighting, &ignored)
               ? prepare_sighting(jobs, w, &sighting, arena)
               : NULL;
}

static size_t prepare_first(void *self, size_t worker, struct slice text,
                            struct arena *arena, const void **prepared)
{
    const struct sighting_jobs *jobs = self;
    struct sighting_worker *w = &jobs->workers[worker];
    struct sighting sighting;
    size_t len = sighting_read_first(&w->reader, text, arena, &sighting);
    if (len != 0)
        *prepared = prepare_sighting(jobs, w, &sighting, arena);
    return len;
}

static void expect(void *self, const void *prepared)
{
    const struct sighting_jobs *jobs = self;
    scorer_expect(jobs->scorer, prepared);
}

static void expect_soon(void *self, const void *prepared)
{
    const struct sighting_jobs *jobs = self;
    scorer_expect_soon(jobs->scorer, prepared);
}

bool sighting_jobs_start(struct sighting_jobs *jobs,
                         const struct scorer *scorer, size_t workers)
{
    jobs->scorer = scorer;
    jobs->keeps_texts = scorer_keeps_texts(scorer);
    jobs->workers = calloc(workers, sizeof *jobs->workers);
    jobs->preparer = (struct record_preparer){.workers = workers,
                                              .prepare = prepare,
                                              .prepare_first = prepare_first,
                                              .expect = expect,
                                              .expect_soon = expect_soon,
                                              .self = jobs};
    for (size_t i = 0; jobs->workers != NULL && i < workers; i++)
        jobs->workers[i].reader.padded = true;
    return jobs->workers != NULL;
}

void sighting_jobs_free(struct sighting_jobs *jobs)
{
    size_t count = jobs->workers == NULL ? 0 : jobs->preparer.workers;
    for (size_t i = 0; i < count; i++) {
        sighting_reader_free(&jobs->workers[i].reader);
        arena_free(&jobs->workers[i].texts);
        bytes_free(&jobs->workers[i].scratch);
    }
    free(jobs->workers);
}
