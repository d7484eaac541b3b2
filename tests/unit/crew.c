/*
 * A crew: every item is worked on once and delivered in the order in which it
 * was filled, whoever works on it, and the one that fills works along; if
 * items are begun, then in that order, too, by those who work on them.
 */
#include "lib/base/crew.h"

#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>

#include "tests/unit/random.h"
#include "tests/unit/tap.h"

enum { ITEMS = 2000, RING = 6, WORKERS_MOST = 4 };

struct item {
    size_t number, times, begun;
};

struct result {
    size_t workers;
    bool begins;
    size_t delivered, out_of_order, not_once;
    size_t begun, begun_out_of_order;
    pthread_t beginner[RING];
    atomic_size_t strangers, by[WORKERS_MOST];
    atomic_bool delivering;
};

/* One at a time, so nothing here is atomic. */
static size_t begin(void *self, void *item)
{
    struct result *r = self;
    struct item *at = item;
    r->begun_out_of_order += at->number != r->begun++;
    r->beginner[at->number % RING] = pthread_self();
    at->begun++;
    return at->number % 3;
}

static void work(void *self, size_t worker, void *item)
{
    struct result *r = self;
    struct item *at = item;
    at->times++;
    if (r->begins &&
        !pthread_equal(r->beginner[at->number % RING], pthread_self()))
        atomic_fetch_add(&r->strangers, 1);
    if (worker >= r->workers)
        atomic_fetch_add(&r->strangers, 1);
    else
        atomic_fetch_add(&r->by[worker], 1);
    for (size_t i = at->number % 5; i != 0; i--)
        sched_yield();
}

static void deliver(void *self, void *item)
{
    struct result *r = self;
    const struct item *at = item;
    r->out_of_order +=
        atomic_exchange(&r->delivering, true) || at->number != r->delivered;
    r->not_once += at->times != 1 || at->begun != (r->begins ? 1 : 0);
    r->delivered++;
    atomic_store(&r->delivering, false);
}

static void fill(struct crew *crew, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        struct item *item = crew_claim(crew);
        *item = (struct item){.number = i};
        crew_submit(crew, random_below(3));
    }
}

static void check(size_t workers, size_t weight_most, bool begins)
{
    struct result r = {.workers = workers, .begins = begins};
    struct item items[RING];
    const struct crew_plan plan = {.workers = workers,
                                   .items = items,
                                   .item_count = RING,
                                   .item_size = sizeof *items,
                                   .weight_most = weight_most,
                                   .begin = begins ? begin : NULL,
                                   .work = work,
                                   .deliver = deliver,
                                   .self = &r};
    struct crew *crew = crew_start(&plan);
    if (!ok(crew != NULL, "a crew of %zu", workers))
        return;
    fill(crew, 0, ITEMS / 2);
    crew_settle(crew);
    is_number(r.delivered, ITEMS / 2, "settled: all is delivered");
    fill(crew, ITEMS / 2, ITEMS);
    crew_finish(crew);
    is_number(r.delivered, ITEMS, "finished: all is delivered");
    is_number(r.out_of_order, 0, "one at a time, in order");
    is_number(r.not_once, 0, "each worked on once");
    is_number(atomic_load(&r.strangers), 0,
              "by no more than %zu, and by those who began", workers);
    is_number(r.begun_out_of_order, 0, "begun in order");
    ok(atomic_load(&r.by[0]) != 0, "the one that fills works too");
}

int main(void)
{
    for (size_t workers = 1; workers <= WORKERS_MOST; workers++)
        for (int begins = 0; begins < 2; begins++)
            check(workers, workers % 2 == 0 ? ITEMS : 2, begins != 0);
    return done_testing();
}
