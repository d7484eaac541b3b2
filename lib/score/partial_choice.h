/* Streams as they are held, and the choice of those that count. */
#ifndef VTOOLS_SCORE_PARTIAL_CHOICE_H
#define VTOOLS_SCORE_PARTIAL_CHOICE_H

#include "lib/score/partial_streams.h"

/* A partial that was kept aside: its line, and where that stood. */
struct kept_line {
    struct kept_line *next;
    const char *source;
    size_t number;
    struct slice text;
};

enum fate { FATE_OPEN, FATE_COUNTS, FATE_KNOWN, FATE_OUT };

struct partial_stream {
    uint64_t name;
    const char *source; /* where it was met first */
    size_t number;
    bool begun, ended;
    size_t repeated; /* begins */
    enum fate fate;
    struct chunk *chunks;
    size_t chunk_count;
    int64_t partials, sightings;           /* that came */
    int64_t partials_said, sightings_said; /* by its end */
    struct kept_line *first, **last;
    struct arena arena; /* of what is kept */
};

/*
 * Decides, once, what counts, whatever the order of the streams was, and tells
 * what does not.  False when there is no memory.
 */
bool partial_streams_settle(struct partial_streams *s, const struct chunk *own);

/* Tells that a stream does not count, and what it lacks. */
void partial_streams_tell(struct partial_streams *s,
                          const struct partial_stream *stream);

/* Whether all that the stream's end counts has come. */
static inline bool partial_stream_is_full(const struct partial_stream *stream)
{
    return stream->partials == stream->partials_said &&
           stream->sightings == stream->sightings_said;
}

#endif
