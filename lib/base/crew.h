/*
 * Work shared out among threads.  Items are filled by one thread, worked on
 * by any, and delivered one at a time in the order in which they were filled,
 * by whichever thread finished the one that was waited for.
 */
#ifndef VTOOLS_BASE_CREW_H
#define VTOOLS_BASE_CREW_H

#include <stdbool.h>
#include <stddef.h>

struct crew_plan {
    size_t workers; /* threads beside the one that fills */
    /* The items, which are the caller's: as many as may be under way. */
    void *items;
    size_t item_count, item_size;
    /* Filling waits while the items under way weigh more than this. */
    size_t weight_most;
    /* Works on an item; `worker` counts from 0 and is in one thread only. */
    void (*work)(void *self, size_t worker, void *item);
    void (*deliver)(void *self, void *item);
    void *self;
};

struct crew;

/* Starts the threads; NULL when there is no memory or no thread to be had. */
struct crew *crew_start(const struct crew_plan *plan);

/* A free item to fill, which may mean waiting for one. */
void *crew_claim(struct crew *crew);

/* Gives the item that was claimed to the workers. */
void crew_submit(struct crew *crew, size_t weight);

/* Waits until all is delivered. */
void crew_settle(struct crew *crew);

/* The same, and ends the threads. */
void crew_finish(struct crew *crew);

#endif
