#include "lib/parse/page_jobs.h"

#include <stdatomic.h>
#include <stdlib.h>

#include "lib/base/crew.h"

enum {
    JOBS_A_WORKER = 16,
    KEPT_MOST = 1024 * 1024,        /* of a job's memory, for the next */
    WEIGHT_MOST = 128 * 1024 * 1024 /* of the pages under way */
};

/* A page, or something to be told. */
struct job {
    bool is_page, copied;
    struct page page; /* pointing into `memory` */
    struct bytes memory;
    struct bytes told; /* struct diag, whose sources are ours */
    struct bytes records;
    struct parse_result result;
    bool parsed;
    struct diag failure;
};

struct page_jobs {
    struct page_jobs_user user;
    struct parser *parsers; /* one a worker */
    size_t workers;         /* 1: nobody but the caller's thread */
    struct job *jobs;
    size_t job_count;
    struct crew *crew;
    atomic_bool stopped;
};

/* Keeps a diagnostic in a job until its turn comes. */
static void keep(void *self, const struct diag *d)
{
    struct job *job = self;
    struct diag kept = *d;
    if (d->source != NULL)
        kept.source = strdup(d->source);
    bytes_add(&job->told, &kept, sizeof kept);
}

static void tell_kept(const struct page_jobs *jobs, struct job *job)
{
    for (size_t at = 0; at < job->told.len; at += sizeof(struct diag)) {
        struct diag d;
        memcpy(&d, job->told.at + at, sizeof d);
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
                  const struct page *page, const struct listener *listener)
{
    job->parsed = parse_page(&jobs->parsers[worker], page, listener,
                             &job->records, &job->result, &job->failure);
}

static void work(void *self, size_t worker, void *item)
{
    struct page_jobs *jobs = self;
    struct job *job = item;
    struct listener listener = {keep, job};
    if (job->is_page && job->copied && !atomic_load(&jobs->stopped))
        parse(jobs, worker, job, &job->page, &listener);
}

static void hand_over(struct page_jobs *jobs, struct job *job)
{
    if (!job->is_page || atomic_load(&jobs->stopped))
        return;
    if (!job->parsed)
        jobs->user.fail(jobs->user.self, &job->failure);
    if (!job->parsed ||
        !jobs->user.write(jobs->user.self, bytes_slice(&job->records),
                          &job->result))
        atomic_store(&jobs->stopped, true);
}

static void deliver(void *self, void *item)
{
    struct page_jobs *jobs = self;
    struct job *job = item;
    tell_kept(jobs, job);
    hand_over(jobs, job);
    forget(&job->memory);
    forget(&job->told);
    forget(&job->records);
    forget(&job->result.rejects.text);
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
    if (!ok)
        diag_no_memory(d);
    for (; ok && jobs->workers < workers; jobs->workers++)
        ok = parser_init(&jobs->parsers[jobs->workers], user->choice, d);
    if (ok && workers != 1 && !start_crew(jobs)) {
        diag_set(d, NULL, 0, 0, "no threads to be had");
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

static void copy_page(struct job *job, const struct page *page)
{
    struct bytes *m = &job->memory;
    bytes_add(m, page->file, strlen(page->file) + 1);
    bytes_add(m, page->name, strlen(page->name) + 1);
    bytes_add_slice(m, page->bytes);
    bytes_add_slice(m, page->url);
    bytes_add_slice(m, page->fetched);
    bytes_add_slice(m, page->charset);
    bytes_add_slice(m, page->type);
    if (m->failed)
        return;
    size_t at = strlen(page->file) + 1;
    job->page = *page;
    job->page.file = m->at;
    job->page.name = m->at + at;
    at += strlen(page->name) + 1;
    job->page.bytes = moved(m, &at, page->bytes);
    job->page.url = moved(m, &at, page->url);
    job->page.fetched = moved(m, &at, page->fetched);
    job->page.charset = moved(m, &at, page->charset);
    job->page.type = moved(m, &at, page->type);
}

bool page_jobs_add(struct page_jobs *jobs, const struct page *page)
{
    if (atomic_load(&jobs->stopped))
        return false;
    if (jobs->crew == NULL) {
        struct job *job = &jobs->jobs[0];
        forget(&job->records);
        job->is_page = true;
        parse(jobs, 0, job, page, jobs->user.listener);
        hand_over(jobs, job);
        return !atomic_load(&jobs->stopped);
    }
    struct job *job = crew_claim(jobs->crew);
    job->is_page = true;
    job->parsed = false;
    copy_page(job, page);
    job->copied = !job->memory.failed;
    if (!job->copied)
        diag_no_memory(&job->failure);
    crew_submit(jobs->crew, job->memory.len);
    return true;
}

void page_jobs_tell(struct page_jobs *jobs, const struct diag *d)
{
    if (jobs->crew == NULL) {
        listener_tell(jobs->user.listener, d);
        return;
    }
    struct job *job = crew_claim(jobs->crew);
    job->is_page = false;
    keep(job, d);
    crew_submit(jobs->crew, 0);
}

void page_jobs_settle(struct page_jobs *jobs)
{
    if (jobs->crew != NULL)
        crew_settle(jobs->crew);
}

void page_jobs_finish(struct page_jobs *jobs)
{
    if (jobs->crew != NULL)
        crew_finish(jobs->crew);
    for (size_t i = 0; jobs->parsers != NULL && i < jobs->workers; i++)
        parser_free(&jobs->parsers[i]);
    for (size_t i = 0; jobs->jobs != NULL && i < jobs->job_count; i++) {
        bytes_free(&jobs->jobs[i].memory);
        bytes_free(&jobs->jobs[i].told);
        bytes_free(&jobs->jobs[i].records);
        bytes_free(&jobs->jobs[i].result.rejects.text);
    }
    free(jobs->parsers);
    free(jobs->jobs);
    free(jobs);
}
