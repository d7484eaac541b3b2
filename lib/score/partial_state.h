/*
 * The state of all tools as records: their sightings, gathered to be written
 * as one stream.  What is inferred and judged needs all of them, so nothing
 * is worked out before.
 */
#ifndef VTOOLS_SCORE_PARTIAL_STATE_H
#define VTOOLS_SCORE_PARTIAL_STATE_H

#include "lib/base/pool.h"
#include "lib/record/partial.h"

/* Start with all zeros. */
struct partial_state {
    uint64_t digest; /* of what partial_state_read was told of */
    size_t read;

    /* Private. */
    struct pool pool;
    struct gathered *items;
    size_t count, cap;
    struct bytes scratch;
    bool no_memory;
};

void partial_state_free(struct partial_state *s);

/* Adds a sighting.  False when there is no memory. */
bool partial_state_add(struct partial_state *s,
                       const struct sighting *sighting);

/* Says that a record of a tool, a review or a vote was read: its line. */
void partial_state_read(struct partial_state *s, struct slice line);

/* The chunk of what was read; its id is the digest, in `id`, by default. */
struct chunk partial_state_chunk(const struct partial_state *s,
                                 struct slice name, struct bytes *id);

/* Who writes records; `key` is the tool's, unknown where there is none. */
struct partial_writer {
    bool (*write)(void *self, struct slice key, struct slice line);
    void *self;
};

/*
 * Writes the stream of these chunks, which are in the order of their ids: the
 * same bytes for the same sightings in any order.  A tool whose line would be
 * too long has several partials.  Stops when the writer gives false; false
 * only when there is no memory.
 */
bool partial_state_write(struct partial_state *s, struct slice policy,
                         const struct chunk *chunks, size_t count,
                         const struct partial_writer *writer);

#endif
