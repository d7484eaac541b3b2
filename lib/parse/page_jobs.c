#include "lib/parse/page_jobs.h"

#include <stdatomic.h>
#include <stdlib.h>

#include "lib/base/crew.h"

/*
 * Workers that are handed small pages one by one wait for each other most of
 * the time: a job is as many of them as make up JOB_BYTES, or a large one.
 */
enum {
    JOBS_A_WORKER = 3,
    JOB_BYTES = 256 * 1024,
    STEPS_MOST = 64,
    KEPT_MOST = 1024 * 1024,        /* of a job's memory, for the next */
    WEIGHT_MOST = 128 * 1024 * 1024 /* of the pages under way */
};

/* A page, or something to be told between pages. */
struct step {
    bool is_page, copied, parsed;
    struct page page;     /* pointing into the job's memory */
    struct diag diag;     /* to be told; its source is ours */
    size_t told, records; /* where those of the step end in the job's */
    struct parse_result result;
};

struct job {
    struct bytes memory; /* of the pages; never moves while there are any */
    struct bytes told;   /* struct diag, whose sources are ours */
    struct bytes records;
    struct step *steps;
    size_t step_count, step_most;
    struct diag failure; /* of the first page that is not parsed */
};

struct page_jobs {
    struct page_jobs_user user;
    struct parser *parsers; /* one a worker */
    size_t workers;         /* 1: nobody but the caller's thread */
    struct job *jobs;
    size_t job_count;
    struct job *open; /* being filled */
    struct crew *crew;
    atomic_bool stopped;
};

static struct diag keep(const struct diag *d)
{
    struct diag kept = *d;
    if (d->source != NULL)
        kept.source = strdup(d->source);
    return kept;
}

/* Keeps a diagnostic in a job until its turn comes. */
static void hear(void *self, const struct diag *d)
{
    struct job *job = self;
    struct diag kept = keep(d);
    bytes_add(&job->told, &kept, sizeof kept);
}

static void tell_kept(const struct page_jobs *jobs, const struct job *job,
                      size_t from, size_t to)
{
    for (size_t at = from; at < to; at += sizeof(struct diag)) {
        struct diag d;
        memcpy(&d, job->told.at + at, sizeof d);
        if (!atomic_load(&jobs->stopped))
            listener_tell(jobs->user.listener, &d);
        free((char *)d.source);
    }
}

static void forget(struct bytes *b)
{
    bytes_clear(b);
    if (b->cap > KEPT_MOST)
        bytes_free(b);
}

static void parse(struct page_jobs *jobs, size_t worker, struct job *job,
                  struct step *step, const struct page *page,
                  const struct listener *listener)
{
    step->parsed = parse_page(&jobs->parsers[worker], page, listener,
                              &job->records, &step->result, &job->failure);
}

static void work(void *self, size_t worker, void *item)
{
    struct page_jobs *jobs = self;
    struct job *job = item;
    struct listener listener = {hear, job};
    bool able = true;
    for (size_t i = 0; i < job->step_count; i++) {
        struct step *step = &job->steps[i];
        if (!step->is_page) {
            bytes_add(&job->told, &step->diag, sizeof step->diag);
        } else if (able && step->copied && !atomic_load(&jobs->stopped)) {
            parse(jobs, worker, job, step, &step->page, &listener);
            able = step->parsed;
        }
        step->told = job->told.len;
        step->records = job->records.len;
    }
}

static void hand_over(struct page_jobs *jobs, const struct job *job,
                      const struct step *step, struct slice records)
{
    if (!step->is_page || atomic_load(&jobs->stopped))
        return;
    if (!step->parsed)
        jobs->user.fail(jobs->user.self, &job->failure);
    if (!step->parsed ||
        !jobs->user.write(jobs->user.self, records, &step->result))
        atomic_store(&jobs->stopped, true);
}

static void deliver(void *self, void *item)
{
    struct page_jobs *jobs = self;
    struct job *job = item;
    size_t told = 0, records = 0;
    for (size_t i = 0; i < job->step_count; i++) {
        struct step *step = &job->steps[i];
        struct slice all = bytes_slice(&job->records);
        tell_kept(jobs, job, told, step->told);
        hand_over(jobs, job, step,
                  slice_from(all.at + records, step->records - records));
        told = step->told;
        records = step->records;
        forget(&step->result.rejects);
    }
    job->step_count = 0;
    forget(&job->memory);
    forget(&job->told);
    forget(&job->records);
}

static bool start_crew(struct page_jobs *jobs)
{
    struct crew_plan plan = {.workers = jobs->workers,
                             .items = jobs->jobs,
                             .item_count = jobs->job_count,
                             .item_size = sizeof *jobs->jobs,
                             .weight_most = WEIGHT_MOST,
                             .work = work,
                             .deliver = deliver,
                             .self = jobs};
    jobs->crew = crew_start(&plan);
    return jobs->crew != NULL;
}

struct page_jobs *page_jobs_start(size_t workers,
                                  const struct page_jobs_user *user,
                                  struct diag *d)
{
    struct page_jobs *jobs = calloc(1, sizeof *jobs);
    if (jobs == NULL) {
        diag_no_memory(d);
        return NULL;
    }
    jobs->user = *user;
    jobs->job_count = workers == 1 ? 1 : workers * JOBS_A_WORKER;
    jobs->jobs = calloc(jobs->job_count, sizeof *jobs->jobs);
    jobs->parsers = calloc(workers, sizeof *jobs->parsers);
    bool ok = jobs->jobs != NULL && jobs->parsers != NULL;
    for (size_t i = 0; ok && i < jobs->job_count; i++) {
        struct job *job = &jobs->jobs[i];
        job->step_most = workers == 1 ? 1 : STEPS_MOST;
        job->steps = calloc(job->step_most, sizeof *job->steps);
        ok = job->steps != NULL;
    }
    if (!ok)
        diag_no_memory(d);
    for (; ok && jobs->workers < workers; jobs->workers++)
        ok = parser_init(&jobs->parsers[jobs->workers], user->choice, d);
    if (ok && workers != 1 && !start_crew(jobs)) {
        diag_no_memory(d);
        ok = false;
    }
    if (ok)
        return jobs;
    page_jobs_finish(jobs);
    return NULL;
}

/* What a slice becomes when its bytes have moved along with all the others. */
static struct slice moved(const struct bytes *memory, size_t *at,
                          struct slice s)
{
    if (!slice_known(s))
        return s;
    struct slice there = slice_from(memory->at + *at, s.len);
    *at += s.len;
    return there;
}

static size_t size_of(const struct page *page)
{
    return strlen(page->file) + 1 + strlen(page->name) + 1 + page->bytes.len +
           page->url.len + page->fetched.len + page->charset.len +
           page->type.len;
}

static void copy_page(struct bytes *m, const struct page *page,
                      struct page *copy)
{
    size_t at = m->len;
    bytes_add(m, page->file, strlen(page->file) + 1);
    bytes_add(m, page->name, strlen(page->name) + 1);
    bytes_add_slice(m, page->bytes);
    bytes_add_slice(m, page->url);
    bytes_add_slice(m, page->fetched);
    bytes_add_slice(m, page->charset);
    bytes_add_slice(m, page->type);
    *copy = *page;
    copy->file = m->at + at;
    at += strlen(page->file) + 1;
    copy->name = m->at + at;
    at += strlen(page->name) + 1;
    copy->bytes = moved(m, &at, page->bytes);
    copy->url = moved(m, &at, page->url);
    copy->fetched = moved(m, &at, page->fetched);
    copy->charset = moved(m, &at, page->charset);
    copy->type = moved(m, &at, page->type);
}

static void submit_open(struct page_jobs *jobs)
{
    if (jobs->open != NULL)
        crew_submit(jobs->crew, jobs->open->memory.len);
    jobs->open = NULL;
}

/* The next step of a job in which there is room for `size` bytes. */
static struct step *next_step(struct page_jobs *jobs, size_t size)
{
    struct job *job = jobs->open;
    if (job != NULL && job->memory.cap - job->memory.len < size)
        submit_open(jobs);
    if (jobs->open == NULL) {
        jobs->open = job = crew_claim(jobs->crew);
        bytes_reserve(&job->memory,
                      size < 2 * JOB_BYTES ? 2 * JOB_BYTES : size);
    }
    struct step *step = &job->steps[job->step_count++];
    step->parsed = false;
    return step;
}

static void submit_full(struct page_jobs *jobs)
{
    const struct job *job = jobs->open;
    if (jobs->user.at_once || job->memory.len >= JOB_BYTES ||
        job->memory.failed || job->step_count == job->step_most)
        submit_open(jobs);
}

/* Without workers. */
static void parse_at_once(struct page_jobs *jobs, const struct page *page)
{
    struct job *job = &jobs->jobs[0];
    struct step *step = &job->steps[0];
    forget(&job->records);
    step->is_page = true;
    parse(jobs, 0, job, step, page, jobs->user.listener);
    hand_over(jobs, job, step, bytes_slice(&job->records));
}

bool page_jobs_add(struct page_jobs *jobs, const struct page *page)
{
    if (atomic_load(&jobs->stopped))
        return false;
    if (jobs->crew == NULL) {
        parse_at_once(jobs, page);
        return !atomic_load(&jobs->stopped);
    }
    struct step *step = next_step(jobs, size_of(page));
    struct job *job = jobs->open;
    step->is_page = true;
    step->copied = !job->memory.failed;
    if (step->copied)
        copy_page(&job->memory, page, &step->page);
    else
        diag_no_memory(&job->failure);
    submit_full(jobs);
    return true;
}

void page_jobs_tell(struct page_jobs *jobs, const struct diag *d)
{
    if (atomic_load(&jobs->stopped))
        return;
    if (jobs->crew == NULL) {
        listener_tell(jobs->user.listener, d);
        return;
    }
    struct step *step = next_step(jobs, 0);
    step->is_page = false;
    step->diag = keep(d);
    submit_full(jobs);
}

bool page_jobs_settle(struct page_jobs *jobs)
{
    if (jobs->crew != NULL) {
        submit_open(jobs);
        crew_settle(jobs->crew);
    }
    return !atomic_load(&jobs->stopped);
}

static void free_job(struct job *job)
{
    size_t steps = job->steps == NULL ? 0 : job->step_most;
    for (size_t i = 0; i < steps; i++)
        bytes_free(&job->steps[i].result.rejects);
    free(job->steps);
    bytes_free(&job->memory);
    bytes_free(&job->told);
    bytes_free(&job->records);
}

void page_jobs_finish(struct page_jobs *jobs)
{
    if (jobs->crew != NULL) {
        submit_open(jobs);
        crew_finish(jobs->crew);
    }
    for (size_t i = 0; jobs->parsers != NULL && i < jobs->workers; i++)
        parser_free(&jobs->parsers[i]);
    for (size_t i = 0; jobs->jobs != NULL && i < jobs->job_count; i++)
        free_job(&jobs->jobs[i]);
    free(jobs->parsers);
    free(jobs->jobs);
    free(jobs);
}
