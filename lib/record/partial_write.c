#include "lib/base/hash.h"
#include "lib/record/key.h"
#include "lib/record/partial.h"
#include "lib/record/parts.h"

enum { HASH_DIGITS = 16 };

bool partial_stream_name(const struct chunk *chunks, size_t count,
                         uint64_t *name)
{
    struct bytes list = {0};
    for (size_t i = 0; i < count; i++) {
        bytes_add_slice(&list, chunks[i].id);
        bytes_add_byte(&list, '\0');
        hash_add_hex(&list, chunks[i].digest, HASH_DIGITS);
    }
    bool made = !list.failed;
    *name = hash_bytes(bytes_slice(&list));
    bytes_free(&list);
    return made;
}

static void write_hash(struct json_writer *w, const char *key, uint64_t hash)
{
    json_write_key(w, key);
    json_before_value(w);
    bytes_add_byte(w->out, '"');
    hash_add_hex(w->out, hash, HASH_DIGITS);
    bytes_add_byte(w->out, '"');
}

/* -- records ------------------------------------------------------------ */

static struct json_writer start(struct bytes *out, const char *type,
                                uint64_t stream)
{
    struct json_writer w = {.out = out};
    json_write_open(&w, '{');
    write_string(&w, "type", slice_of(type));
    write_hash(&w, "stream", stream);
    return w;
}

void partial_write_begin(struct bytes *out, uint64_t stream,
                         struct slice policy, const struct chunk *chunks,
                         size_t count)
{
    struct json_writer w = start(out, "begin", stream);
    write_count(&w, "schema", PARTIAL_SCHEMA);
    write_string(&w, "policy", policy);
    json_write_key(&w, "chunks");
    json_write_open(&w, '[');
    for (size_t i = 0; i < count; i++) {
        json_write_open(&w, '{');
        write_string(&w, "id", chunks[i].id);
        write_hash(&w, "digest", chunks[i].digest);
        json_write_close(&w, '}');
    }
    json_write_close(&w, ']');
    json_write_close(&w, '}');
}

void partial_write_end(struct bytes *out, uint64_t stream, int64_t partials,
                       int64_t sightings)
{
    struct json_writer w = start(out, "end", stream);
    write_count(&w, "partials", partials);
    write_count(&w, "sightings", sightings);
    json_write_close(&w, '}');
}

void partial_write_open(struct bytes *out, uint64_t stream, struct slice tool,
                        int64_t part)
{
    struct json_writer w = start(out, "partial", stream);
    write_string(&w, "tool", tool);
    if (part != 0)
        write_count(&w, "part", part);
}

const char *partial_member(enum sighting_type type)
{
    switch (type) {
    case SIGHTING_TOOL:
        return "tools";
    case SIGHTING_REVIEW:
        return "reviews";
    default:
        return "votes";
    }
}

/* -- sightings ---------------------------------------------------------- */

/*
 * Objects of the record, which may be as deep as JSON may be, are strings
 * here: inside a partial they would be deeper.
 */

/* All that is not known is left out. */
static void put_string(struct json_writer *w, const char *key,
                       struct slice value)
{
    if (slice_known(value))
        write_string(w, key, value);
}

static void put_integer(struct json_writer *w, const char *key, int64_t n)
{
    if (n == -1 || n == DECIMAL_UNKNOWN)
        return;
    json_write_key(w, key);
    json_write_integer(w, n);
}

/* Hundredths, of which -1 is one. */
static void put_hundredths(struct json_writer *w, const char *key, int64_t n)
{
    if (n == DECIMAL_UNKNOWN)
        return;
    json_write_key(w, key);
    json_write_integer(w, n);
}

static void put_judgement(struct json_writer *w, const char *key,
                          enum judgement verdict)
{
    if (verdict != JUDGEMENT_UNKNOWN)
        write_judgement(w, key, verdict);
}

static void put_place(struct json_writer *w, bool truncated, struct slice page,
                      int64_t row, int64_t col,
                      const struct record_source *source)
{
    if (truncated) {
        json_write_key(w, "truncated");
        json_write_bool(w, true);
    }
    put_string(w, "page", page);
    put_integer(w, "row", row);
    put_integer(w, "col", col);
    put_string(w, "file", source->file);
    put_integer(w, "line", source->line);
    put_string(w, "url", source->url);
    put_string(w, "fetched", source->fetched);
}

static void put_stated(struct json_writer *w, const struct stated *s)
{
    if (s->verdict == JUDGEMENT_UNKNOWN && s->ship < 0 && s->skip < 0 &&
        s->ship_pct == DECIMAL_UNKNOWN)
        return;
    json_write_key(w, "stated");
    json_write_open(w, '{');
    put_judgement(w, "verdict", s->verdict);
    put_integer(w, "ship", s->ship);
    put_integer(w, "skip", s->skip);
    put_hundredths(w, "ship_pct", s->ship_pct);
    json_write_close(w, '}');
}

static void put_tool(struct json_writer *w, const struct tool_record *t)
{
    put_string(w, "name", t->name);
    put_string(w, "tagline", t->tagline);
    put_string(w, "category", t->category);
    put_stated(w, &t->stated);
    if (t->community_votes >= 0 || t->community_ship_pct != DECIMAL_UNKNOWN) {
        json_write_key(w, "community");
        json_write_open(w, '{');
        put_integer(w, "votes", t->community_votes);
        put_hundredths(w, "ship_pct", t->community_ship_pct);
        json_write_close(w, '}');
    }
    put_string(w, "entry", t->entry);
    put_string(w, "pricing", t->pricing);
    if (t->has_aggregate) {
        json_write_key(w, "aggregate");
        json_write_open(w, '{');
        put_hundredths(w, "value", t->aggregate.value);
        put_hundredths(w, "best", t->aggregate.best);
        put_hundredths(w, "worst", t->aggregate.worst);
        put_integer(w, "count", t->aggregate.count);
        json_write_close(w, '}');
    }
    put_place(w, t->truncated, t->page, -1, t->col, &t->source);
}

static void put_review(struct json_writer *w, const struct review_record *r)
{
    put_string(w, "name", r->name);
    /* Beside a key or a name it has said what it can. */
    if (!slice_known(r->tool) && !slice_known(r->name))
        put_string(w, "tagline", r->tagline);
    put_string(w, "reviewer", r->reviewer);
    put_hundredths(w, "score", r->score);
    put_judgement(w, "verdict", r->verdict);
    put_string(w, "text", r->text);
    put_string(w, "inferred", r->inferred);
    put_place(w, r->truncated, r->page, r->row, r->col, &r->source);
}

void partial_add_sighting(struct bytes *out, const struct sighting *s)
{
    struct json_writer w = {.out = out};
    json_write_open(&w, '{');
    if (s->type == SIGHTING_TOOL) {
        put_tool(&w, &s->tool);
    } else if (s->type == SIGHTING_REVIEW) {
        put_review(&w, &s->review);
    } else {
        write_judgement(&w, "vote", s->vote.vote);
        put_string(&w, "voter", s->vote.voter);
        put_string(&w, "at", s->vote.at);
    }
    if (s->others.len != 0 && s->type != SIGHTING_VOTE)
        write_string(&w, "own", slice_after(s->others, 1)); /* its comma */
    json_write_close(&w, '}');
}

bool sighting_add_key(struct bytes *out, const struct sighting *s)
{
    struct slice tool = s->vote.tool, name = {NULL, 0}, tagline = {NULL, 0};
    if (s->type == SIGHTING_TOOL) {
        tool = s->tool.tool;
        name = s->tool.name;
        tagline = s->tool.tagline;
    } else if (s->type == SIGHTING_REVIEW) {
        tool = s->review.tool;
        name = s->review.name;
        tagline = s->review.tagline;
    }
    if (slice_known(tool))
        bytes_add_slice(out, tool);
    else if (slice_known(name))
        key_add_tool(out, name, tagline);
    return slice_known(tool) || slice_known(name);
}
