/*
 * A crew: every item is worked on once and delivered in the order in which it
 * was filled, whoever works on it, and the one that fills works along.
 */
#include "lib/base/crew.h"

#include <sched.h>
#include <stdatomic.h>

#include "tests/unit/random.h"
#include "tests/unit/tap.h"

enum { ITEMS = 2000, RING = 6, WORKERS_MOST = 4 };

struct item {
    size_t number, times;
};

struct result {
    size_t workers;
    size_t delivered, out_of_order, not_once;
    atomic_size_t strangers, by[WORKERS_MOST];
    atomic_bool delivering;
};

static void work(void *self, size_t worker, void *item)
{
    struct result *r = self;
    struct item *at = item;
    at->times++;
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
    r->not_once += at->times != 1;
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

static void check(size_t workers, size_t weight_most)
{
    struct result r = {.workers = workers};
    struct item items[RING];
    const struct crew_plan plan = {.workers = workers,
                                   .items = items,
                                   .item_count = RING,
                                   .item_size = sizeof *items,
                                   .weight_most = weight_most,
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
    is_number(atomic_load(&r.strangers), 0, "by no more than %zu", workers);
    ok(atomic_load(&r.by[0]) != 0, "the one that fills works too");
}

int main(void)
{
    for (size_t workers = 1; workers <= WORKERS_MOST; workers++)
        check(workers, workers % 2 == 0 ? ITEMS : 2);
    return done_testing();
}
