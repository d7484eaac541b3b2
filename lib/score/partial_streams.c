#include "lib/score/partial_choice.h"

#include <stdlib.h>

#include "lib/base/hash.h"

/* What tells partials apart; the key of a table. */
struct partial_key {
    uint64_t stream, tool;
    int64_t part;
};

void partial_streams_free(struct partial_streams *s)
{
    for (size_t i = 0; i < s->count; i++) {
        arena_free(&s->streams[i]->arena);
        free(s->streams[i]);
    }
    free(s->streams);
    free(s->by_size);
    free(s->chunks);
    table_free(&s->names);
    table_free(&s->partials);
    table_free(&s->counted);
    arena_free(&s->arena);
    arena_free(&s->line);
    partial_reader_free(&s->reader);
}

/* -- taking records ----------------------------------------------------- */

static struct partial_stream *add_stream(struct partial_streams *s,
                                         uint64_t name,
                                         const struct record_line *line)
{
    if (s->count == s->cap) {
        size_t cap = s->cap == 0 ? 16 : s->cap * 2;
        struct partial_stream **grown =
            realloc(s->streams, cap * sizeof(*grown));
        if (grown == NULL)
            return NULL;
        s->streams = grown;
        s->cap = cap;
    }
    struct partial_stream *stream = calloc(1, sizeof *stream);
    if (stream == NULL)
        return NULL;
    stream->name = name;
    stream->source = line->source;
    stream->number = line->number;
    stream->last = &stream->first;
    s->streams[s->count++] = stream;
    return stream;
}

static struct partial_stream *find_stream(struct partial_streams *s,
                                          uint64_t name,
                                          const struct record_line *line)
{
    struct slice key = slice_from((const char *)&name, sizeof name);
    size_t *found = table_find(&s->names, key);
    if (found != NULL)
        return s->streams[*found];
    struct partial_stream *stream = add_stream(s, name, line);
    bool added;
    if (stream == NULL)
        return NULL;
    key.at = (const char *)&stream->name;
    return table_add(&s->names, key, s->count - 1, &added) == NULL ? NULL
                                                                   : stream;
}

static bool take_begin(struct partial_streams *s, struct partial_stream *stream,
                       const struct partial_record *p)
{
    bool failed = false;
    /* The stream's name is made of its chunks, so it is the same begin. */
    if (stream->begun) {
        stream->repeated++;
        return true;
    }
    stream->chunks =
        arena_array(&s->arena, p->chunk_count, sizeof *stream->chunks);
    if (stream->chunks == NULL)
        return false;
    for (size_t i = 0; i < p->chunk_count; i++)
        stream->chunks[i] =
            (struct chunk){arena_copy(&s->arena, p->chunks[i].id, &failed),
                           p->chunks[i].digest};
    stream->chunk_count = p->chunk_count;
    stream->begun = !failed;
    return !failed;
}

/* A stream that contradicts itself; too late, when it has been handed out. */
static void put_out(struct partial_streams *s, struct partial_stream *stream)
{
    stream->fate = FATE_OUT;
    s->broken = s->broken || s->settled;
}

static enum record_answer take_end(struct partial_streams *s,
                                   struct partial_stream *stream,
                                   const struct record_line *line,
                                   const struct partial_record *p,
                                   struct diag *d)
{
    if (stream->ended && (stream->partials_said != p->partials ||
                          stream->sightings_said != p->sightings)) {
        put_out(s, stream);
        diag_set(d, line->source, line->number, 1,
                 "a second end of stream %016llx that says something else",
                 (unsigned long long)stream->name);
        return RECORD_REJECTED;
    }
    stream->ended = true;
    stream->partials_said = p->partials;
    stream->sightings_said = p->sightings;
    return RECORD_TAKEN;
}

/*
 * Whether a partial has not come before.  What a repeated one holds must be
 * the same; else neither can be trusted, whichever came first.
 */
static enum record_answer note_partial(struct partial_streams *s,
                                       struct partial_stream *stream,
                                       const struct record_line *line,
                                       const struct partial_record *p,
                                       bool *new, struct diag *d)
{
    struct partial_key *key = arena_alloc(&s->arena, sizeof *key);
    size_t *hash = NULL;
    if (key != NULL) {
        /* A tool of no letters is not no tool. */
        *key = (struct partial_key){
            p->stream, slice_known(p->tool) ? hash_bytes(p->tool) | 1 : 0,
            p->part};
        hash =
            table_add(&s->partials, slice_from((const char *)key, sizeof *key),
                      (size_t)hash_bytes(line->text), new);
    }
    if (hash == NULL) {
        diag_no_memory(d);
        return RECORD_STOP;
    }
    if (*hash != (size_t)hash_bytes(line->text)) {
        put_out(s, stream);
        diag_set(d, line->source, line->number, 1,
                 "a second partial of one tool in stream %016llx that says "
                 "something else",
                 (unsigned long long)stream->name);
        return RECORD_REJECTED;
    }
    if (*new) {
        stream->partials++;
        stream->sightings += p->sightings;
    }
    return RECORD_TAKEN;
}

static bool keep(struct partial_stream *stream, const struct record_line *line)
{
    bool failed = false;
    struct kept_line *kept = arena_alloc(&stream->arena, sizeof *kept);
    if (kept == NULL)
        return false;
    *kept = (struct kept_line){NULL, line->source, line->number,
                               arena_copy(&stream->arena, line->text, &failed)};
    *stream->last = kept;
    stream->last = &kept->next;
    return !failed;
}

/* -- handing out -------------------------------------------------------- */

static bool hand_out(struct partial_streams *s, const struct record_line *line,
                     const struct sighting_taker *taker)
{
    struct partial_record p;
    struct diag ignored;
    arena_reset(&s->line);
    return partial_read(&s->reader, line->text, line->source, line->number,
                        &s->line, taker, &p, &ignored);
}

/* The line's stream, when all begins and ends have come before. */
static enum record_answer take_sorted(struct partial_streams *s,
                                      const struct partial_stream *stream,
                                      const struct record_line *line,
                                      const struct sighting_taker *taker,
                                      struct diag *d)
{
    if (!partial_streams_settle(s, NULL)) {
        diag_no_memory(d);
        return RECORD_STOP;
    }
    if (s->broken) {
        d->message[0] = '\0';
        return RECORD_STOP;
    }
    if (stream->fate != FATE_COUNTS && !(s->uncommitted && !stream->begun))
        return RECORD_TAKEN;
    d->message[0] = '\0';
    return hand_out(s, line, taker) ? RECORD_TAKEN : RECORD_STOP;
}

static enum record_answer
take_partial(struct partial_streams *s, struct partial_stream *stream,
             const struct record_line *line, const struct partial_record *p,
             const struct sighting_taker *taker, struct diag *d)
{
    bool new = false;
    enum record_answer answer = note_partial(s, stream, line, p, &new, d);
    if (answer != RECORD_TAKEN || !new)
        return answer;
    if (s->sorted)
        return take_sorted(s, stream, line, taker, d);
    if (keep(stream, line))
        return RECORD_TAKEN;
    diag_no_memory(d);
    return RECORD_STOP;
}

enum record_answer partial_streams_take(struct partial_streams *s,
                                        const struct record_line *line,
                                        const struct sighting_taker *taker,
                                        bool *other, struct diag *d)
{
    struct partial_record p;
    arena_reset(&s->line);
    *other = false;
    if (!partial_read(&s->reader, line->text, line->source, line->number,
                      &s->line, NULL, &p, d))
        return RECORD_REJECTED;
    *other = p.type == PARTIAL_OTHER;
    if (*other)
        return RECORD_TAKEN;
    if (s->settled && p.type != PARTIAL_TOOL) {
        diag_set(d, line->source, line->number, 1,
                 "--sorted: a begin or an end behind a partial");
        return RECORD_STOP;
    }
    struct partial_stream *stream = find_stream(s, p.stream, line);
    if (stream == NULL ||
        (p.type == PARTIAL_BEGIN && !take_begin(s, stream, &p))) {
        diag_no_memory(d);
        return RECORD_STOP;
    }
    if (p.type == PARTIAL_TOOL)
        return take_partial(s, stream, line, &p, taker, d);
    return p.type == PARTIAL_END ? take_end(s, stream, line, &p, d)
                                 : RECORD_TAKEN;
}

/* What was handed out at once may turn out not to have been all. */
static void check_handed_out(struct partial_streams *s)
{
    for (size_t i = 0; !s->uncommitted && i < s->count; i++) {
        const struct partial_stream *stream = s->streams[i];
        if (stream->fate == FATE_OPEN)
            s->incomplete = true;
        else if (stream->fate == FATE_COUNTS && !partial_stream_is_full(stream))
            s->broken = true;
        else
            continue;
        partial_streams_tell(s, stream);
    }
}

static bool hand_out_stream(struct partial_streams *s,
                            struct partial_stream *stream,
                            const struct sighting_taker *taker)
{
    bool ok = true;
    for (const struct kept_line *kept = stream->first; ok && kept != NULL;
         kept = kept->next) {
        const struct record_line line = {
            .source = kept->source, .number = kept->number, .text = kept->text};
        ok = hand_out(s, &line, taker);
    }
    arena_free(&stream->arena);
    return ok;
}

static int compare_chunks(const void *a, const void *b)
{
    const struct chunk *x = a, *y = b;
    return slice_compare(x->id, y->id);
}

bool partial_streams_finish(struct partial_streams *s, const struct chunk *own,
                            const struct sighting_taker *taker)
{
    bool ok = partial_streams_settle(s, own);
    if (ok && s->sorted)
        check_handed_out(s);
    for (size_t i = 0; ok && !s->sorted && !s->broken && i < s->count; i++)
        if (s->streams[i]->fate == FATE_COUNTS)
            ok = hand_out_stream(s, s->streams[i], taker);
    if (ok)
        qsort(s->chunks, s->chunk_count, sizeof *s->chunks, compare_chunks);
    return ok;
}

const struct chunk *partial_streams_chunks(const struct partial_streams *s,
                                           size_t *count)
{
    *count = s->chunk_count;
    return s->chunks;
}
