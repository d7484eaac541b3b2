/*
 * Streams of partial records on their way in: which chunks count, and with
 * them which sightings.
 *
 * A stream counts as a whole, when its begin, its end and all that lies
 * between have come, in any order; until then its partials are kept aside.
 * Every chunk counts once: of streams that share chunks the one with the most
 * counts, as far as the others then have none that are not counted.
 */
#ifndef VTOOLS_SCORE_PARTIAL_STREAMS_H
#define VTOOLS_SCORE_PARTIAL_STREAMS_H

#include "lib/base/table.h"
#include "lib/record/partial.h"
#include "lib/record/stream.h"

/* Start with all zeros, but for the first three. */
struct partial_streams {
    const struct listener *listener; /* hears what does not count, and why */
    bool uncommitted; /* count partials of streams without begin and end */
    /*
     * Partials come behind all begins and ends, those of a tool together, and
     * are handed out at once instead of being kept.
     */
    bool sorted;
    bool incomplete; /* something did not count that should have */
    bool broken;     /* streams contradict each other: nothing can count */

    /* Private. */
    struct partial_reader reader;
    struct arena arena, line;
    struct table names;    /* of streams, into `streams` */
    struct table partials; /* that came: hashes of what they hold */
    struct table counted;  /* chunks, by their ids, into `chunks` */
    struct partial_stream **streams, **by_size;
    size_t count, cap;
    struct chunk *chunks;
    size_t chunk_count;
    bool settled;
};

void partial_streams_free(struct partial_streams *s);

/*
 * Takes a line if it is a begin, a partial or an end (*other tells that it is
 * none).  With `sorted`, the sightings of a partial that counts go to the
 * taker; when that stops, so does this, without a message.
 */
enum record_answer partial_streams_take(struct partial_streams *s,
                                        const struct record_line *line,
                                        const struct sighting_taker *taker,
                                        bool *other, struct diag *d);

/*
 * After the last line: decides what counts, tells what does not, and hands
 * the sightings to the taker.  `own` is a chunk that was read besides, or
 * NULL.  False when there is no memory or the taker stopped.
 */
bool partial_streams_finish(struct partial_streams *s, const struct chunk *own,
                            const struct sighting_taker *taker);

/* The chunks that count, by id; after partial_streams_finish. */
const struct chunk *partial_streams_chunks(const struct partial_streams *s,
                                           size_t *count);

#endif
