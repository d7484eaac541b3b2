/*
 * States that can be merged: `begin`, `partial` and `end` records, which one
 * vscore writes and another reads.
 *
 * A stream is what stands between a `begin` and its `end`.  Its name is made
 * of its chunks, the pieces of input that it comes from, and stands in every
 * record, so that streams may be mixed and their records come in any order.
 * A `partial` holds the sightings of one tool, or those that name none.
 */
#ifndef VTOOLS_RECORD_PARTIAL_H
#define VTOOLS_RECORD_PARTIAL_H

#include "lib/record/sighting.h"

/* The version of the records below. */
enum { PARTIAL_SCHEMA = 1 };

/* The digest is the sum of the XXH3-64 of the chunk's records, modulo 2^64. */
struct chunk {
    struct slice id;
    uint64_t digest;
};

enum partial_type {
    PARTIAL_BEGIN,
    PARTIAL_TOOL,
    PARTIAL_END,
    PARTIAL_OTHER /* of a type that is none of these */
};

/* Slices are of the line or the arena that it was read with. */
struct partial_record {
    enum partial_type type;
    uint64_t stream;
    struct chunk *chunks; /* of a begin; by id */
    size_t chunk_count;
    struct slice tool; /* of a partial; unknown: those that name none */
    int64_t part;      /* of a tool with too many sightings for one line */
    int64_t sightings; /* in the partial, or in all of the stream */
    int64_t partials;  /* of an end: in all of the stream */
};

/* Somebody who takes sightings; false stops. */
struct sighting_taker {
    bool (*take)(void *self, const struct sighting *s);
    void *self;
};

/* Reads records one after the other; starts zeroed. */
struct partial_reader {
    struct field_reader record, chunk, sighting;
    struct sighting_reader own; /* a user's own members */
};

void partial_reader_free(struct partial_reader *r);

/*
 * Reads one line.  The sightings of a partial go to the taker, unless it is
 * NULL, as they are read; all of them have been checked when the line is
 * good.  False with *d filled when a member has a wrong type or range, or
 * with an empty message when the taker stopped.
 */
bool partial_read(struct partial_reader *r, struct slice line,
                  const char *source, size_t number, struct arena *arena,
                  const struct sighting_taker *taker, struct partial_record *p,
                  struct diag *d);

/*
 * The name of the stream of these chunks, which are in the order of ids.  False
 * when there is no memory.
 */
bool partial_stream_name(const struct chunk *chunks, size_t count,
                         uint64_t *name);

/* All write one line, without its LF. */
void partial_write_begin(struct bytes *out, uint64_t stream,
                         struct slice policy, const struct chunk *chunks,
                         size_t count);
void partial_write_end(struct bytes *out, uint64_t stream, int64_t partials,
                       int64_t sightings);

/*
 * Starts a partial and closes it; between them stand, in this order, the
 * members "tools", "reviews" and "votes", each an array of what
 * partial_add_sighting made.
 */
void partial_write_open(struct bytes *out, uint64_t stream, struct slice tool,
                        int64_t part);
const char *partial_member(enum sighting_type type);

/* A sighting as an object, without its tool.  All scores are hundredths. */
void partial_add_sighting(struct bytes *out, const struct sighting *s);

/* Adds the key of the tool that a sighting is of; false when it names none. */
bool sighting_add_key(struct bytes *out, const struct sighting *s);

#endif
