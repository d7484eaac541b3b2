#include "lib/record/line_jobs.h"

#include <stdatomic.h>
#include <stdlib.h>

#include "lib/base/array.h"
#include "lib/base/crew.h"

enum {
    JOBS_A_WORKER = 2,
    KEPT_MOST = 1024 * 1024,        /* a larger block's memory is given back */
    WEIGHT_MOST = 128 * 1024 * 1024 /* of the blocks under way */
};

struct line_jobs {
    struct block_reader *reader;
    const struct record_preparer *preparer;
    line_job_taker *take;
    void *self;
    atomic_bool stopped, ended; /* by the taker; the input */
};

/* False, and the job remembers, when there is no memory. */
static bool add_line(struct line_job *job, struct slice whole,
                     struct slice text, size_t number, const void *prepared)
{
    struct block_line *lines =
        array_room(job->lines, job->count, &job->cap, sizeof *lines);
    job->failed = lines == NULL;
    if (lines == NULL)
        return false;
    job->lines = lines;
    lines[job->count++] = (struct block_line){whole, text, number, prepared};
    return true;
}

/* Reads the job's block. */
static size_t begin(void *self, void *item)
{
    struct line_jobs *jobs = self;
    struct line_job *job = item;
    job->read = !atomic_load(&jobs->stopped) && !atomic_load(&jobs->ended) &&
                block_reader_next(jobs->reader, &job->block);
    if (!job->read)
        atomic_store(&jobs->ended, true);
    return job->read ? job->block.text.len : 0;
}

/* Finds the next line, and prepares it; false: there is none. */
static bool prepare_next(const struct line_jobs *jobs, size_t worker,
                         struct record_lines *lines, struct line_job *job)
{
    const struct record_preparer *p = jobs->preparer;
    const void *prepared;
    size_t len = lines->rest.len == 0
                     ? 0
                     : p->prepare_first(p->self, worker, lines->rest,
                                        &job->arena, &prepared);
    if (len != 0) {
        struct slice found = slice_from(lines->rest.at, len);
        struct slice line = record_lines_pass(lines, found);
        return add_line(job, line, found, lines->number, prepared);
    }
    struct slice whole, text;
    if (!record_lines_next(lines, &whole, &text))
        return false;
    prepared = p->prepare(p->self, worker, text, &job->arena);
    return add_line(job, whole, text, lines->number, prepared);
}

static void prepare(void *self, size_t worker, void *item)
{
    const struct line_jobs *jobs = self;
    struct line_job *job = item;
    struct record_lines lines;
    arena_reset(&job->arena);
    job->count = job->line_count = 0;
    job->failed = false;
    if (!job->read || job->block.kind != BLOCK_LINES ||
        atomic_load(&jobs->stopped))
        return;
    record_lines_begin(&lines, &job->block);
    while (prepare_next(jobs, worker, &lines, job))
        ;
    job->line_count = lines.number;
}

static void deliver(void *self, void *item)
{
    struct line_jobs *jobs = self;
    struct line_job *job = item;
    if (!job->read)
        return;
    if (!atomic_load(&jobs->stopped) && !jobs->take(jobs->self, job))
        atomic_store(&jobs->stopped, true);
    if (job->block.text.len > KEPT_MOST)
        arena_free(&job->arena);
}

/* Makes jobs until it turns out that there is nothing more to be read. */
static void make_jobs(struct line_jobs *jobs, struct crew *crew)
{
    while (!atomic_load(&jobs->stopped) && !atomic_load(&jobs->ended)) {
        crew_claim(crew);
        crew_submit(crew, 0);
    }
}

static void free_jobs(struct line_job *at, size_t count)
{
    for (size_t i = 0; at != NULL && i < count; i++) {
        line_block_free(&at[i].block);
        arena_free(&at[i].arena);
        free(at[i].lines);
    }
    free(at);
}

enum line_jobs_result line_jobs_run(struct block_reader *reader,
                                    const struct record_preparer *preparer,
                                    line_job_taker *take, void *self)
{
    struct line_jobs jobs = {
        .reader = reader, .preparer = preparer, .take = take, .self = self};
    size_t count =
        preparer->workers == 1 ? 1 : preparer->workers * JOBS_A_WORKER;
    struct line_job *items = calloc(count, sizeof *items);
    struct crew_plan plan = {.workers = preparer->workers,
                             .items = items,
                             .item_count = count,
                             .item_size = sizeof *items,
                             .weight_most = WEIGHT_MOST,
                             .begin = begin,
                             .work = prepare,
                             .deliver = deliver,
                             .self = &jobs};
    struct crew *crew = items == NULL ? NULL : crew_start(&plan);
    if (crew != NULL) {
        make_jobs(&jobs, crew);
        crew_finish(crew);
    }
    free_jobs(items, count);
    return crew == NULL                 ? LINE_JOBS_NO_MEMORY
           : atomic_load(&jobs.stopped) ? LINE_JOBS_STOPPED
                                        : LINE_JOBS_DONE;
}
