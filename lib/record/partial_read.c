#include "lib/record/partial_items.h"

enum record_name {
    NAME_TYPE,
    NAME_STREAM,
    NAME_SCHEMA,
    NAME_CHUNKS,
    NAME_TOOL,
    NAME_PART,
    NAME_TOOLS,
    NAME_REVIEWS,
    NAME_VOTES,
    NAME_PARTIALS,
    NAME_SIGHTINGS
};

static const struct slice record_names[] = {
    [NAME_TYPE] = SLICE("type"),           [NAME_STREAM] = SLICE("stream"),
    [NAME_SCHEMA] = SLICE("schema"),       [NAME_CHUNKS] = SLICE("chunks"),
    [NAME_TOOL] = SLICE("tool"),           [NAME_PART] = SLICE("part"),
    [NAME_TOOLS] = SLICE("tools"),         [NAME_REVIEWS] = SLICE("reviews"),
    [NAME_VOTES] = SLICE("votes"),         [NAME_PARTIALS] = SLICE("partials"),
    [NAME_SIGHTINGS] = SLICE("sightings"),
};

enum { CHUNK_ID, CHUNK_DIGEST };
static const struct slice chunk_names[] = {SLICE("id"), SLICE("digest")};

/* The shortest chunk: {"id":"a","digest":"0123456789abcdef"} */
enum { CHUNK_LEAST = 38 };

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

void partial_reader_free(struct partial_reader *r)
{
    sighting_reader_free(&r->own);
}

static void make_ready(struct partial_reader *r)
{
    field_reader_init(&r->record, record_names, COUNT_OF(record_names));
    field_reader_init(&r->chunk, chunk_names, COUNT_OF(chunk_names));
    partial_sightings_init(&r->sighting);
}

/* -- values ------------------------------------------------------------- */

/* A count without which the record says nothing. */
static int64_t take_total(struct members *m, size_t name)
{
    if (members_missing(m, name))
        members_refuse(m, name, "a whole number");
    return take_count(m, name);
}

/* 16 hex digits. */
static uint64_t take_hash(struct members *m, size_t name)
{
    struct slice s = members_string(m, name);
    uint64_t hash = 0;
    bool good = s.len == 16;
    for (size_t i = 0; good && i < s.len; i++) {
        static const char digits[] = "0123456789abcdef";
        const char *digit = memchr(digits, s.at[i], 16);
        good = digit != NULL;
        hash = hash << 4 | (uint64_t)(good ? digit - digits : 0);
    }
    if (!good)
        members_refuse(m, name, "16 hex digits");
    return hash;
}

/* -- begin -------------------------------------------------------------- */

static void take_chunk(struct reading *r, struct members *item, void *self)
{
    struct partial_record *p = self;
    (void)r;
    if (p->chunks == NULL)
        return;
    struct chunk *chunk = &p->chunks[p->chunk_count++];
    chunk->id = members_string(item, CHUNK_ID);
    chunk->digest = take_hash(item, CHUNK_DIGEST);
    if (chunk->id.len == 0)
        members_refuse(item, CHUNK_ID, "a string");
    else if (p->chunk_count > 1 && slice_compare(chunk[-1].id, chunk->id) >= 0)
        members_refuse(item, CHUNK_ID, "behind that of the chunk before it");
}

static void take_begin(struct reading *r, struct partial_record *p)
{
    struct members *m = r->record;
    struct field fields[COUNT_OF(chunk_names)];
    uint64_t name;
    struct slice list = m->fields[NAME_CHUNKS].raw;
    if (take_total(m, NAME_SCHEMA) != PARTIAL_SCHEMA)
        members_refuse(m, NAME_SCHEMA, "1");
    if (m->fields[NAME_CHUNKS].kind != FIELD_ARRAY)
        members_refuse(m, NAME_CHUNKS, "an array");
    if (m->bad != NULL)
        return;
    /* The first that is shorter is refused, and ends the list. */
    size_t most = list.len / CHUNK_LEAST + 2;
    p->chunks = arena_array(m->arena, most, sizeof *p->chunks);
    m->no_memory = m->no_memory || p->chunks == NULL;
    each_item(r, NAME_CHUNKS, &r->reader->chunk, fields, take_chunk, p);
    if (m->bad == NULL && p->chunk_count == 0)
        members_refuse(m, NAME_CHUNKS, "an array of at least one chunk");
    else if (!partial_stream_name(p->chunks, p->chunk_count, &name))
        m->no_memory = true;
    else if (m->bad == NULL && name != p->stream)
        members_refuse(m, NAME_STREAM, "the name of these chunks");
}

/* -- partial ------------------------------------------------------------ */

static void take_partial(struct reading *r, struct partial_record *p)
{
    struct members *m = r->record;
    p->tool = members_string(m, NAME_TOOL);
    p->part = members_missing(m, NAME_PART) ? 0 : take_count(m, NAME_PART);
    if (!slice_known(p->tool) && !members_missing(m, NAME_VOTES))
        members_refuse(m, NAME_VOTES, "null where there is no tool");
    take_sightings(r, NAME_TOOLS, SIGHTING_TOOL, p);
    take_sightings(r, NAME_REVIEWS, SIGHTING_REVIEW, p);
    take_sightings(r, NAME_VOTES, SIGHTING_VOTE, p);
}

/* -- records ------------------------------------------------------------ */

static enum partial_type take_type(struct members *m)
{
    struct slice type = members_string(m, NAME_TYPE);
    if (slice_is(type, "begin"))
        return PARTIAL_BEGIN;
    if (slice_is(type, "partial"))
        return PARTIAL_TOOL;
    if (slice_is(type, "end"))
        return PARTIAL_END;
    return PARTIAL_OTHER;
}

bool partial_read(struct partial_reader *reader, struct slice line,
                  const char *source, size_t number, struct arena *arena,
                  const struct sighting_taker *taker, struct partial_record *p,
                  struct diag *d)
{
    struct field fields[COUNT_OF(record_names)];
    *p = (struct partial_record){0};
    if (reader->record.count == 0)
        make_ready(reader);
    if (fields_read(&reader->record, line, source, number, fields, NULL, d) !=
        FIELDS_READ)
        return false;
    struct members m = {
        .names = &reader->record.names, .fields = fields, .arena = arena};
    struct reading r = {
        .reader = reader, .record = &m, .line = line, .taker = taker};
    p->type = take_type(&m);
    if (p->type == PARTIAL_OTHER)
        return members_check(&m, line, source, number, d);
    p->stream = take_hash(&m, NAME_STREAM);
    if (p->type == PARTIAL_BEGIN) {
        take_begin(&r, p);
    } else if (p->type == PARTIAL_TOOL) {
        take_partial(&r, p);
    } else {
        p->partials = take_total(&m, NAME_PARTIALS);
        p->sightings = take_total(&m, NAME_SIGHTINGS);
    }
    if (!members_check(&m, line, source, number, d))
        return false;
    d->message[0] = '\0';
    return !r.stopped;
}
