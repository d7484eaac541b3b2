/*
 * Work shared out among threads.  Items are filled by one thread, worked on
 * by any, and delivered one at a time in the order in which they were filled,
 * by whichever thread finished the one that was waited for.  The one that
 * fills works too where it would have to wait: as many threads run as there
 * are workers, and none is idle while there is work.
 */
#ifndef VTOOLS_BASE_CREW_H
#define VTOOLS_BASE_CREW_H

#include <stdbool.h>
#include <stddef.h>

struct crew_plan {
    size_t workers; /* threads in all, the one that fills among them */
    /* The items, which are the caller's: as many as may be under way. */
    void *items;
    size_t item_count, item_size;
    /* Filling waits while the items under way weigh more than this. */
    size_t weight_most;
    /*
     * NULL, or what is done first with an item, by the thread that then works
     * on it: one after the other, in the order in which they were filled.
     * What an item is read from is read here, so that it comes into the cache
     * of who needs it.  Gives what the item weighs more than was known.
     */
    size_t (*begin)(void *self, void *item);
    /* Works on an item; `worker` counts from 0, which is the one that fills,
     * and is in one thread only. */
    void (*work)(void *self, size_t worker, void *item);
    void (*deliver)(void *self, void *item);
    void *self;
};

struct crew;

/*
 * Starts the threads; NULL when there is no memory.  Where fewer are to be had
 * than wished for, these do the same work.
 */
struct crew *crew_start(const struct crew_plan *plan);

/* A free item to fill, which may mean working on others first. */
void *crew_claim(struct crew *crew);

/* Gives the item that was claimed to the workers. */
void crew_submit(struct crew *crew, size_t weight);

/* Works and waits until all is delivered. */
void crew_settle(struct crew *crew);

/* The same, and ends the threads. */
void crew_finish(struct crew *crew);

#endif
