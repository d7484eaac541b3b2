#include "cmd/verdict_jobs.h"

#include <stdatomic.h>
#include <stdlib.h>

#include "lib/base/crew.h"

/* A worker is handed as many tools as keep it busy for a while. */
enum {
    JOBS_A_WORKER = 4,
    RANGE = 64,
    KEPT_MOST = 1024 * 1024 /* of a job's memory, for the next */
};

/* Some of the verdicts, one after the other. */
struct job {
    size_t first, end;
    struct verdict_room room;
    struct bytes text;
    bool failed;
};

struct run {
    const struct verdict_jobs *jobs;
    atomic_bool stopped;
    bool failed;
};

static bool write_verdict(const struct verdict_jobs *jobs, struct job *job,
                          size_t index)
{
    struct json_writer w = {.out = &job->text};
    struct verdict verdict;
    arena_reset(&job->room.arena);
    if (!scorer_verdict(jobs->scorer, index, &job->room, &verdict))
        return false;
    verdict_write(&w, &verdict, jobs->parts);
    bytes_add_byte(&job->text, '\n');
    return !job->text.failed;
}

static void work(void *self, size_t worker, void *item)
{
    struct run *run = self;
    struct job *job = item;
    (void)worker;
    bytes_clear(&job->text);
    job->failed = false;
    if (atomic_load(&run->stopped))
        return;
    for (size_t i = job->first; i < job->end && !job->failed; i++)
        job->failed = !write_verdict(run->jobs, job, i);
}

static void deliver(void *self, void *item)
{
    struct run *run = self;
    struct job *job = item;
    if (atomic_load(&run->stopped))
        return;
    run->failed = job->failed;
    if (job->failed ||
        !run->jobs->take(run->jobs->self, bytes_slice(&job->text)))
        atomic_store(&run->stopped, true);
    if (job->text.cap > KEPT_MOST)
        bytes_free(&job->text);
}

static void submit_all(struct run *run, struct crew *crew)
{
    size_t count = run->jobs->count;
    for (size_t at = 0; at < count && !atomic_load(&run->stopped);
         at += RANGE) {
        struct job *job = crew_claim(crew);
        job->first = at;
        job->end = count - at < RANGE ? count : at + RANGE;
        crew_submit(crew, 0);
    }
}

static void free_items(struct job *items, size_t count)
{
    for (size_t i = 0; items != NULL && i < count; i++) {
        verdict_room_free(&items[i].room);
        bytes_free(&items[i].text);
    }
    free(items);
}

bool verdict_jobs_run(const struct verdict_jobs *jobs)
{
    struct run run = {.jobs = jobs};
    size_t count = jobs->workers * JOBS_A_WORKER;
    struct job *items = calloc(count, sizeof *items);
    struct crew_plan plan = {.workers = jobs->workers,
                             .items = items,
                             .item_count = count,
                             .item_size = sizeof *items,
                             .weight_most = 0,
                             .work = work,
                             .deliver = deliver,
                             .self = &run};
    struct crew *crew = items == NULL ? NULL : crew_start(&plan);
    if (crew != NULL) {
        submit_all(&run, crew);
        crew_finish(crew);
    }
    free_items(items, count);
    return crew != NULL && !run.failed;
}
