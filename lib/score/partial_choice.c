#include "lib/score/partial_choice.h"

#include <stdlib.h>

/* As much of a name as a message has room for. */
static int shown(struct slice s)
{
    enum { MOST = 60 };
    return (int)(s.len < MOST ? s.len : MOST);
}

/* Why a stream that is not whole is not. */
static const char *what_lacks(const struct partial_stream *stream)
{
    return stream->fate == FATE_OUT ? "contradicts itself"
           : !stream->begun         ? "it has no begin"
           : !stream->ended         ? "has no end"
                                    : "lacks partials";
}

void partial_streams_tell(struct partial_streams *s,
                          const struct partial_stream *stream)
{
    const char *why = what_lacks(stream);
    struct diag d;
    struct slice id = stream->begun ? stream->chunks[0].id : slice_of("");
    if (!stream->begun)
        diag_set(&d, stream->source, stream->number, 0,
                 "stream %016llx does not count: %s",
                 (unsigned long long)stream->name, why);
    else if (stream->chunk_count == 1)
        diag_set(&d, stream->source, stream->number, 0,
                 "chunk \"%.*s\" does not count: its stream %s", shown(id),
                 id.at, why);
    else
        diag_set(&d, stream->source, stream->number, 0,
                 "chunk \"%.*s\" and %zu more do not count: their stream %s",
                 shown(id), id.at, stream->chunk_count - 1, why);
    listener_tell(s->listener, &d);
}

static struct chunk *find_counted(const struct partial_streams *s,
                                  struct slice id)
{
    size_t *found = table_find(&s->counted, id);
    return found == NULL ? NULL : &s->chunks[*found];
}

static bool count_chunk(struct partial_streams *s, const struct chunk *chunk)
{
    bool added;
    if (table_add(&s->counted, chunk->id, s->chunk_count, &added) == NULL)
        return false;
    if (added)
        s->chunks[s->chunk_count++] = *chunk;
    return true;
}

/* How many of a stream's chunks are counted. */
static size_t count_known(const struct partial_streams *s,
                          const struct partial_stream *stream)
{
    size_t known = 0;
    for (size_t i = 0; i < stream->chunk_count; i++)
        known += find_counted(s, stream->chunks[i].id) != NULL;
    return known;
}

/* Whether its begin and end have come, and all that the end says. */
static bool is_whole(const struct partial_streams *s,
                     const struct partial_stream *stream)
{
    if (stream->fate == FATE_OUT)
        return false;
    if (s->uncommitted)
        return true;
    /* Sorted input is still to come when this is asked. */
    return stream->begun && stream->ended &&
           (partial_stream_is_full(stream) || s->sorted);
}

/* Tells of the first chunk that two whole streams have with two digests. */
static bool check_digests(struct partial_streams *s, const struct chunk *own)
{
    struct table digests = {0};
    bool ok = true;
    if (own != NULL) {
        bool added;
        ok = table_add(&digests, own->id, (size_t)own->digest, &added) != NULL;
    }
    for (size_t i = 0; ok && i < s->count; i++) {
        const struct partial_stream *stream = s->streams[i];
        for (size_t k = 0; ok && is_whole(s, stream) && k < stream->chunk_count;
             k++) {
            const struct chunk *chunk = &stream->chunks[k];
            bool added;
            size_t *digest =
                table_add(&digests, chunk->id, (size_t)chunk->digest, &added);
            ok = digest != NULL;
            if (!ok || *digest == (size_t)chunk->digest)
                continue;
            struct diag d;
            diag_set(&d, stream->source, stream->number, 0,
                     "chunk \"%.*s\" is there with two digests, %016llx and "
                     "%016llx",
                     shown(chunk->id), chunk->id.at,
                     (unsigned long long)*digest,
                     (unsigned long long)chunk->digest);
            listener_tell(s->listener, &d);
            s->broken = true;
            break;
        }
    }
    table_free(&digests);
    return ok;
}

/* Those with most chunks first, so that those they are made of are known. */
static int compare_streams(const void *a, const void *b)
{
    const struct partial_stream *x = *(struct partial_stream *const *)a;
    const struct partial_stream *y = *(struct partial_stream *const *)b;
    if (x->chunk_count != y->chunk_count)
        return x->chunk_count > y->chunk_count ? -1 : 1;
    return (x->name > y->name) - (x->name < y->name);
}

/* Names the chunk that keeps a stream from being dropped. */
static void tell_overlap(struct partial_streams *s,
                         const struct partial_stream *stream)
{
    struct slice known = {NULL, 0}, missing = {NULL, 0};
    struct diag d;
    for (size_t i = stream->chunk_count; i > 0; i--) {
        struct slice id = stream->chunks[i - 1].id;
        if (find_counted(s, id) != NULL)
            known = id;
        else
            missing = id;
    }
    diag_set(&d, stream->source, stream->number, 0,
             "chunks merged into one cannot be taken apart: \"%.*s\" is "
             "counted already, \"%.*s\" is not",
             shown(known), known.at, shown(missing), missing.at);
    listener_tell(s->listener, &d);
    s->broken = true;
}

/*
 * Counts streams whose chunks are not counted yet, in their order or from its
 * end.  *stuck tells how many share some but not all with those.
 */
static bool choose(struct partial_streams *s, const struct chunk *own,
                   bool backwards, size_t *stuck)
{
    table_clear(&s->counted);
    s->chunk_count = 0;
    if (own != NULL && !count_chunk(s, own))
        return false;
    for (size_t i = 0; i < s->count; i++) {
        struct partial_stream *stream =
            s->by_size[backwards ? s->count - 1 - i : i];
        if (stream->fate == FATE_COUNTS)
            stream->fate = FATE_OPEN;
        if (!is_whole(s, stream) || count_known(s, stream) != 0)
            continue;
        stream->fate = FATE_COUNTS;
        for (size_t k = 0; k < stream->chunk_count; k++)
            if (!count_chunk(s, &stream->chunks[k]))
                return false;
    }
    *stuck = 0;
    for (size_t i = 0; i < s->count; i++)
        *stuck += is_whole(s, s->by_size[i]) &&
                  count_known(s, s->by_size[i]) != s->by_size[i]->chunk_count;
    return true;
}

/* What did not count is no loss where its chunks do. */
static void tell_rest(struct partial_streams *s)
{
    size_t known = 0;
    struct diag d;
    for (size_t i = 0; i < s->count; i++) {
        struct partial_stream *stream = s->by_size[i];
        if (stream->fate == FATE_COUNTS) {
            known += stream->repeated;
            continue;
        }
        if (stream->begun && count_known(s, stream) == stream->chunk_count) {
            stream->fate = FATE_KNOWN;
            known += 1 + stream->repeated;
        } else if (is_whole(s, stream)) {
            tell_overlap(s, stream);
        } else {
            partial_streams_tell(s, stream);
            stream->fate = FATE_OUT;
            s->incomplete = true;
        }
    }
    if (known == 0)
        return;
    diag_set(&d, NULL, 0, 0,
             known == 1 ? "%zu stream dropped, as its chunks are counted"
                        : "%zu streams dropped, as their chunks are counted",
             known);
    listener_tell(s->listener, &d);
}

bool partial_streams_settle(struct partial_streams *s, const struct chunk *own)
{
    size_t most = own != NULL, stuck = 0;
    if (s->settled)
        return true;
    s->settled = true;
    for (size_t i = 0; i < s->count; i++)
        most += s->streams[i]->chunk_count;
    s->chunks = calloc(most + 1, sizeof *s->chunks);
    s->by_size = calloc(s->count + 1, sizeof(*s->by_size));
    if (s->chunks == NULL || s->by_size == NULL || !check_digests(s, own))
        return false;
    if (s->broken)
        return true;
    if (s->count != 0)
        memcpy(s->by_size, s->streams, s->count * sizeof(*s->by_size));
    qsort(s->by_size, s->count, sizeof(*s->by_size), compare_streams);
    /* Where merged streams overlap, the smaller ones may make up for it. */
    if (!choose(s, own, false, &stuck) ||
        (stuck != 0 && !choose(s, own, true, &stuck)))
        return false;
    tell_rest(s);
    return true;
}
