#include "lib/base/crew.h"

#include <pthread.h>
#include <stdlib.h>

/* Items stand in a ring: free, waiting, being worked on, done, and free. */
struct slot {
    bool done;
    size_t weight;
};

struct worker {
    struct crew *crew;
    size_t number;
    pthread_t thread;
};

/* All counts only grow; an item's place is its count modulo the ring. */
struct crew {
    struct crew_plan plan;
    struct slot *slots;
    struct worker *workers;
    size_t started; /* beside the one that fills */
    pthread_mutex_t lock;
    pthread_cond_t work, room, turn;
    size_t filled, taken, begun, delivered;
    size_t weight; /* of the items under way */
    bool delivering, finishing;
};

static void *item_at(const struct crew *c, size_t count)
{
    return (char *)c->plan.items +
           count % c->plan.item_count * c->plan.item_size;
}

static struct slot *slot_at(const struct crew *c, size_t count)
{
    return &c->slots[count % c->plan.item_count];
}

/* Delivers what is done at the head of the line.  Holds the lock. */
static void deliver_done(struct crew *c)
{
    while (!c->delivering && c->delivered < c->taken &&
           slot_at(c, c->delivered)->done) {
        c->delivering = true;
        pthread_mutex_unlock(&c->lock);
        c->plan.deliver(c->plan.self, item_at(c, c->delivered));
        pthread_mutex_lock(&c->lock);
        c->delivering = false;
        c->weight -= slot_at(c, c->delivered)->weight;
        slot_at(c, c->delivered)->done = false;
        c->delivered++;
        pthread_cond_signal(&c->room);
        pthread_cond_broadcast(&c->turn);
    }
}

static bool is_full(const struct crew *c)
{
    return c->weight > c->plan.weight_most;
}

/* Begins an item when those before it are begun.  Holds the lock. */
static void begin(struct crew *c, size_t count)
{
    while (c->begun != count || (is_full(c) && c->delivered != count))
        pthread_cond_wait(&c->turn, &c->lock);
    pthread_mutex_unlock(&c->lock);
    size_t weight = c->plan.begin(c->plan.self, item_at(c, count));
    pthread_mutex_lock(&c->lock);
    slot_at(c, count)->weight += weight;
    c->weight += weight;
    c->begun++;
    pthread_cond_broadcast(&c->turn);
}

/* Works on the next of the items that wait.  Holds the lock. */
static void work_on_next(struct crew *c, size_t worker)
{
    size_t count = c->taken++;
    if (c->plan.begin != NULL)
        begin(c, count);
    pthread_mutex_unlock(&c->lock);
    c->plan.work(c->plan.self, worker, item_at(c, count));
    pthread_mutex_lock(&c->lock);
    slot_at(c, count)->done = true;
    deliver_done(c);
}

static void *run(void *argument)
{
    struct worker *w = argument;
    struct crew *c = w->crew;
    pthread_mutex_lock(&c->lock);
    for (;;) {
        while (c->taken == c->filled && !c->finishing)
            pthread_cond_wait(&c->work, &c->lock);
        if (c->taken == c->filled)
            break;
        work_on_next(c, w->number);
    }
    pthread_mutex_unlock(&c->lock);
    return NULL;
}

/* What the one that fills does instead of waiting.  Holds the lock. */
static void work_or_wait(struct crew *c)
{
    if (c->taken != c->filled)
        work_on_next(c, 0);
    else
        pthread_cond_wait(&c->room, &c->lock);
}

struct crew *crew_start(const struct crew_plan *plan)
{
    struct crew *c = calloc(1, sizeof *c);
    if (c == NULL)
        return NULL;
    c->plan = *plan;
    pthread_mutex_init(&c->lock, NULL);
    pthread_cond_init(&c->work, NULL);
    pthread_cond_init(&c->room, NULL);
    pthread_cond_init(&c->turn, NULL);
    c->slots = calloc(plan->item_count, sizeof *c->slots);
    c->workers = calloc(plan->workers, sizeof *c->workers);
    if (c->slots == NULL || c->workers == NULL) {
        crew_finish(c);
        return NULL;
    }
    bool ok = true;
    while (ok && c->started + 1 < plan->workers) {
        struct worker *w = &c->workers[c->started];
        *w = (struct worker){.crew = c, .number = c->started + 1};
        ok = pthread_create(&w->thread, NULL, run, w) == 0;
        c->started += ok;
    }
    return c;
}

void *crew_claim(struct crew *c)
{
    pthread_mutex_lock(&c->lock);
    while (c->filled - c->delivered == c->plan.item_count ||
           (is_full(c) && c->filled != c->delivered))
        work_or_wait(c);
    pthread_mutex_unlock(&c->lock);
    return item_at(c, c->filled);
}

void crew_submit(struct crew *c, size_t weight)
{
    pthread_mutex_lock(&c->lock);
    slot_at(c, c->filled)->weight = weight;
    c->weight += weight;
    c->filled++;
    pthread_cond_signal(&c->work);
    pthread_mutex_unlock(&c->lock);
}

void crew_settle(struct crew *c)
{
    pthread_mutex_lock(&c->lock);
    while (c->filled != c->delivered)
        work_or_wait(c);
    pthread_mutex_unlock(&c->lock);
}

void crew_finish(struct crew *c)
{
    crew_settle(c);
    pthread_mutex_lock(&c->lock);
    c->finishing = true;
    pthread_cond_broadcast(&c->work);
    pthread_mutex_unlock(&c->lock);
    for (size_t i = 0; i < c->started; i++)
        pthread_join(c->workers[i].thread, NULL);
    pthread_mutex_destroy(&c->lock);
    pthread_cond_destroy(&c->work);
    pthread_cond_destroy(&c->room);
    pthread_cond_destroy(&c->turn);
    free(c->slots);
    free(c->workers);
    free(c);
}
