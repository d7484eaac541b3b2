#include "lib/diff/pair_jobs.h"

#include <stdatomic.h>
#include <stdlib.h>

#include "lib/base/crew.h"

enum {
    JOBS_A_WORKER = 4,
    KEPT_MOST = 1024 * 1024 /* of a job's memory, for the next */
};

struct item {
    struct pair_job job;
    bool failed;
};

struct run {
    const struct pair_jobs *jobs;
    struct comparer *comparers; /* one a worker */
    size_t worker_count;
    struct item *items;
    size_t item_count;
    atomic_bool stopped;
    bool failed;
};

static void work(void *self, size_t worker, void *item)
{
    struct run *run = self;
    struct item *i = item;
    bytes_clear(&i->job.text);
    i->failed = false;
    if (!atomic_load(&run->stopped))
        i->failed =
            !run->jobs->work(run->jobs->self, &run->comparers[worker], &i->job);
}

static void deliver(void *self, void *item)
{
    struct run *run = self;
    struct item *i = item;
    if (atomic_load(&run->stopped))
        return;
    run->failed = i->failed;
    if (i->failed || !run->jobs->take(run->jobs->self, &i->job))
        atomic_store(&run->stopped, true);
    if (i->job.text.cap > KEPT_MOST)
        bytes_free(&i->job.text);
}

static bool fill(const struct run *run, struct item *item)
{
    item->job.count =
        pair_list_next(run->jobs->pairs, item->job.pairs, PAIRS_A_JOB);
    return item->job.count != 0 && !atomic_load(&run->stopped);
}

/* False when there is no memory. */
static bool run_with_crew(struct run *run)
{
    const struct crew_plan plan = {.workers = run->worker_count,
                                   .items = run->items,
                                   .item_count = run->item_count,
                                   .item_size = sizeof *run->items,
                                   .weight_most = 0,
                                   .work = work,
                                   .deliver = deliver,
                                   .self = run};
    struct crew *crew = crew_start(&plan);
    if (crew == NULL)
        return false;
    while (fill(run, crew_claim(crew)))
        crew_submit(crew, 0);
    crew_finish(crew);
    return true;
}

static bool make_room(struct run *run)
{
    run->items = calloc(run->item_count, sizeof *run->items);
    run->comparers = calloc(run->worker_count, sizeof *run->comparers);
    if (run->items == NULL || run->comparers == NULL)
        return false;
    for (size_t i = 0; i < run->item_count; i++) {
        struct pair_job *job = &run->items[i].job;
        job->pairs = calloc(PAIRS_A_JOB, sizeof *job->pairs);
        job->ordered = calloc(PAIRS_A_JOB, sizeof *job->ordered);
        if (job->pairs == NULL || job->ordered == NULL)
            return false;
    }
    for (size_t i = 0; i < run->worker_count; i++)
        if (!comparer_start(&run->comparers[i],
                            run->jobs->contenders->judge_count))
            return false;
    return true;
}

static void free_room(struct run *run)
{
    for (size_t i = 0; run->items != NULL && i < run->item_count; i++) {
        free(run->items[i].job.pairs);
        free(run->items[i].job.ordered);
        bytes_free(&run->items[i].job.text);
    }
    for (size_t i = 0; run->comparers != NULL && i < run->worker_count; i++)
        comparer_free(&run->comparers[i]);
    free(run->items);
    free(run->comparers);
}

bool pair_jobs_run(const struct pair_jobs *jobs)
{
    struct run run = {.jobs = jobs, .worker_count = jobs->workers};
    /* One that is alone has nobody to fill ahead for. */
    run.item_count = jobs->workers == 1 ? 1 : jobs->workers * JOBS_A_WORKER;
    bool ok = make_room(&run) && run_with_crew(&run);
    free_room(&run);
    return ok && !run.failed;
}
