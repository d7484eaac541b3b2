#include "lib/diff/comparing_run.h"
#include "lib/diff/pair_jobs.h"

/* -- writing ------------------------------------------------------------- */

static bool write_job(void *self, struct comparer *comparer,
                      struct pair_job *job)
{
    const struct comparing_run *run = self;
    for (size_t i = 0; i < job->count; i++) {
        const struct contender *both[2] = {
            &run->contenders.of[job->pairs[i].a],
            &run->contenders.of[job->pairs[i].b]};
        struct side_by_side s;
        if (compare_contenders(comparer, both, 2, &s) != COMPARE_DONE)
            return false;
        comparison_add(&job->text, &s);
        bytes_add_byte(&job->text, '\n');
    }
    return !job->text.failed;
}

static bool take_written(void *self, struct pair_job *job)
{
    struct comparing_run *run = self;
    run->count += job->count;
    return run->sink->take(run->sink->self, bytes_slice(&job->text));
}

static bool write_list(struct comparing_run *run, struct pair_list *pairs)
{
    const struct pair_jobs jobs = {.workers = run->what->workers,
                                   .contenders = &run->contenders,
                                   .pairs = pairs,
                                   .work = write_job,
                                   .take = take_written,
                                   .self = run};
    return pair_jobs_run(&jobs);
}

/* -- choosing the first of an order -------------------------------------- */

struct ordering {
    const struct comparing_run *run;
    struct first_pairs first;
    bool failed;
};

static bool order_job(void *self, struct comparer *comparer,
                      struct pair_job *job)
{
    const struct ordering *o = self;
    for (size_t i = 0; i < job->count; i++)
        if (!ordered_pair_make(&job->ordered[i], o->run->what->order, comparer,
                               &o->run->contenders, job->pairs[i]))
            return false;
    return true;
}

static bool take_ordered(void *self, struct pair_job *job)
{
    struct ordering *o = self;
    for (size_t i = 0; i < job->count && !o->failed; i++)
        o->failed = !first_pairs_take(&o->first, &job->ordered[i]);
    return !o->failed;
}

/* The first pairs of the order, as a list. */
static bool choose_first(const struct comparing_run *run,
                         struct pair_list *pairs, struct chosen *first)
{
    struct ordering o = {.run = run, .first = {.most = run->what->top}};
    const struct pair_jobs jobs = {.workers = run->what->workers,
                                   .contenders = &run->contenders,
                                   .pairs = pairs,
                                   .work = order_job,
                                   .take = take_ordered,
                                   .self = &o};
    bool ok = pair_jobs_run(&jobs) && !o.failed;
    first_pairs_sort(&o.first);
    first->is_listed = true;
    for (size_t i = 0; i < o.first.count && ok; i++)
        ok = chosen_list(first, o.first.pairs[i].pair);
    first_pairs_free(&o.first);
    return ok;
}

static bool write_first(struct comparing_run *run, struct pair_list *pairs)
{
    struct chosen first = {0};
    struct pair_list list = {0};
    bool ok = choose_first(run, pairs, &first) &&
              pair_list_make(&list, &first, run->lineup.count, NULL, 0) &&
              write_list(run, &list);
    pair_list_free(&list);
    chosen_free(&first);
    return ok;
}

bool comparing_write_pairs(struct comparing_run *run, struct diag *d)
{
    const struct contenders *c = &run->contenders;
    bool by_category = run->what->choice.pairs == CHOICE_CATEGORY;
    struct pair_list pairs = {0};
    bool ok = pair_list_make(&pairs, &run->chosen, run->lineup.count,
                             by_category ? c->categories : NULL,
                             c->category_names.count);
    if (ok)
        ok = run->what->top == 0 ? write_list(run, &pairs)
                                 : write_first(run, &pairs);
    if (!ok)
        diag_no_memory(d);
    pair_list_free(&pairs);
    return ok;
}
