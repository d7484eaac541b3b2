#include "lib/base/hash.h"
#include "lib/json/members.h"
#include "lib/json/walk.h"
#include "lib/record/partial.h"

#include <stdlib.h>

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

enum sighting_name {
    SAID_NAME,
    SAID_TAGLINE,
    SAID_CATEGORY,
    SAID_STATED,
    SAID_COMMUNITY,
    SAID_ENTRY,
    SAID_PRICING,
    SAID_AGGREGATE,
    SAID_REVIEWER,
    SAID_SCORE,
    SAID_VERDICT,
    SAID_TEXT,
    SAID_INFERRED,
    SAID_TRUNCATED,
    SAID_PAGE,
    SAID_ROW,
    SAID_COL,
    SAID_FILE,
    SAID_LINE,
    SAID_URL,
    SAID_FETCHED,
    SAID_OWN,
    SAID_VOTE,
    SAID_VOTER,
    SAID_AT,
    TOP_NAMES,
    STATED_VERDICT = TOP_NAMES,
    STATED_SHIP,
    STATED_SKIP,
    STATED_SHIP_PCT,
    COMMUNITY_VOTES,
    COMMUNITY_SHIP_PCT,
    AGGREGATE_VALUE,
    AGGREGATE_BEST,
    AGGREGATE_WORST,
    AGGREGATE_COUNT,
    ALL_NAMES
};

static const struct slice sighting_names[] = {
    [SAID_NAME] = SLICE("name"),
    [SAID_TAGLINE] = SLICE("tagline"),
    [SAID_CATEGORY] = SLICE("category"),
    [SAID_STATED] = SLICE("stated"),
    [SAID_COMMUNITY] = SLICE("community"),
    [SAID_ENTRY] = SLICE("entry"),
    [SAID_PRICING] = SLICE("pricing"),
    [SAID_AGGREGATE] = SLICE("aggregate"),
    [SAID_REVIEWER] = SLICE("reviewer"),
    [SAID_SCORE] = SLICE("score"),
    [SAID_VERDICT] = SLICE("verdict"),
    [SAID_TEXT] = SLICE("text"),
    [SAID_INFERRED] = SLICE("inferred"),
    [SAID_TRUNCATED] = SLICE("truncated"),
    [SAID_PAGE] = SLICE("page"),
    [SAID_ROW] = SLICE("row"),
    [SAID_COL] = SLICE("col"),
    [SAID_FILE] = SLICE("file"),
    [SAID_LINE] = SLICE("line"),
    [SAID_URL] = SLICE("url"),
    [SAID_FETCHED] = SLICE("fetched"),
    [SAID_OWN] = SLICE("own"),
    [SAID_VOTE] = SLICE("vote"),
    [SAID_VOTER] = SLICE("voter"),
    [SAID_AT] = SLICE("at"),
    [STATED_VERDICT] = SLICE("verdict"),
    [STATED_SHIP] = SLICE("ship"),
    [STATED_SKIP] = SLICE("skip"),
    [STATED_SHIP_PCT] = SLICE("ship_pct"),
    [COMMUNITY_VOTES] = SLICE("votes"),
    [COMMUNITY_SHIP_PCT] = SLICE("ship_pct"),
    [AGGREGATE_VALUE] = SLICE("value"),
    [AGGREGATE_BEST] = SLICE("best"),
    [AGGREGATE_WORST] = SLICE("worst"),
    [AGGREGATE_COUNT] = SLICE("count"),
};

static const struct field_group groups[] = {
    {SAID_STATED, STATED_VERDICT, COMMUNITY_VOTES - STATED_VERDICT},
    {SAID_COMMUNITY, COMMUNITY_VOTES, AGGREGATE_VALUE - COMMUNITY_VOTES},
    {SAID_AGGREGATE, AGGREGATE_VALUE, ALL_NAMES - AGGREGATE_VALUE},
};

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

/* What records can say at most, as a number and in hundredths. */
#define NUMBER_MOST INT64_C(1000000000000000)
#define HUNDREDTHS_MOST (100 * NUMBER_MOST)

/* What a line is read with. */
struct reading {
    struct partial_reader *reader;
    struct members *record;
    struct slice line;
    const struct sighting_taker *taker;
    bool stopped;
};

void partial_reader_free(struct partial_reader *r)
{
    sighting_reader_free(&r->own);
}

static void make_ready(struct partial_reader *r)
{
    field_reader_init(&r->record, record_names, COUNT_OF(record_names));
    field_reader_init(&r->chunk, chunk_names, COUNT_OF(chunk_names));
    field_reader_init_names(
        &r->sighting, &(struct field_names){.at = sighting_names,
                                            .top = TOP_NAMES,
                                            .count = ALL_NAMES,
                                            .known = ALL_NAMES,
                                            .groups = groups,
                                            .group_count = COUNT_OF(groups)});
}

/* -- values ------------------------------------------------------------- */

/* Digits, with a minus sign at most: no number here needs more. */
static bool read_integer(struct slice raw, int64_t *number)
{
    bool negative = raw.len != 0 && raw.at[0] == '-';
    int64_t n = 0;
    if (raw.len > 19)
        return false;
    for (size_t i = negative; i < raw.len; i++) {
        if (raw.at[i] < '0' || raw.at[i] > '9')
            return false;
        n = n * 10 + (raw.at[i] - '0');
    }
    *number = negative ? -n : n;
    return true;
}

static int64_t take_integer(struct members *m, size_t name, int64_t unknown,
                            int64_t least, int64_t most, const char *wanted)
{
    int64_t n;
    if (members_missing(m, name))
        return unknown;
    if (m->fields[name].kind == FIELD_NUMBER &&
        read_integer(m->fields[name].raw, &n) && n >= least && n <= most)
        return n;
    members_refuse(m, name, wanted);
    return unknown;
}

static int64_t take_count(struct members *m, size_t name)
{
    return take_integer(m, name, -1, 0, NUMBER_MOST, "a whole number or null");
}

/* A count without which the record says nothing. */
static int64_t take_total(struct members *m, size_t name)
{
    if (members_missing(m, name))
        members_refuse(m, name, "a whole number");
    return take_count(m, name);
}

/* A score or a percentage. */
static int64_t take_hundredths(struct members *m, size_t name)
{
    return take_integer(m, name, DECIMAL_UNKNOWN, 0, 100 * 100,
                        "a whole number from 0 to 10000 or null");
}

static int64_t take_rating(struct members *m, size_t name)
{
    return take_integer(m, name, DECIMAL_UNKNOWN, -HUNDREDTHS_MOST,
                        HUNDREDTHS_MOST, "a whole number or null");
}

static enum judgement take_judgement(struct members *m, size_t name)
{
    enum judgement verdict = JUDGEMENT_UNKNOWN;
    if (!judgement_read(members_string(m, name), &verdict) ||
        verdict == JUDGEMENT_UNRATED)
        members_refuse(m, name, "\"ship\", \"mixed\", \"skip\" or null");
    return verdict;
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

/* -- arrays of objects -------------------------------------------------- */

/* Takes over what was wrong in an item of an array, which begins there. */
static void adopt(struct members *m, size_t name, const struct members *item,
                  size_t column)
{
    m->no_memory = m->no_memory || item->no_memory;
    if (m->bad != NULL || item->bad == NULL)
        return;
    m->bad = item->bad;
    m->wanted = item->wanted;
    m->outer = item->outer == NULL ? m->names->at[name].at : item->outer;
    m->column = column + (item->column == 0 ? 0 : item->column - 1);
}

/*
 * Takes what is in an array.  What is wrong inside an item is adopted, so that
 * it is told with its place in the line.
 */
typedef void item_taker(struct reading *r, struct members *item, void *self);

static void each_item(struct reading *r, size_t name,
                      struct field_reader *reader, struct field *fields,
                      item_taker *take, void *self)
{
    struct members *m = r->record;
    const struct field *array = &m->fields[name];
    if (members_missing(m, name))
        return;
    if (array->kind != FIELD_ARRAY) {
        members_refuse(m, name, "an array or null");
        return;
    }
    /* The line as a whole has been found to be JSON. */
    struct walk w = walk_begin(r->line, true, reader->wide);
    w.at = array->raw.at + 1;
    w.end = array->raw.at + array->raw.len;
    walk_space(&w);
    while (m->bad == NULL && !r->stopped && !walk_take(&w, ']')) {
        struct field value;
        struct diag ignored;
        if (!walk_value(&w, &value))
            return;
        struct members item = {
            .names = &reader->names, .fields = fields, .arena = m->arena};
        if (value.kind != FIELD_OBJECT ||
            fields_read(reader, value.raw, NULL, 0, fields, NULL, &ignored) !=
                FIELDS_READ) {
            members_refuse(m, name, "an array of objects");
            m->column = value.column;
            return;
        }
        take(r, &item, self);
        adopt(m, name, &item, value.column);
        walk_space(&w);
        if (walk_take(&w, ','))
            walk_space(&w);
    }
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
    struct slice list = m->fields[NAME_CHUNKS].raw;
    size_t most = 1;
    if (take_total(m, NAME_SCHEMA) != PARTIAL_SCHEMA)
        members_refuse(m, NAME_SCHEMA, "1");
    if (m->fields[NAME_CHUNKS].kind != FIELD_ARRAY)
        members_refuse(m, NAME_CHUNKS, "an array");
    if (m->bad != NULL)
        return;
    for (size_t i = 0; i < list.len; i++)
        most += list.at[i] == '{';
    p->chunks = arena_array(m->arena, most, sizeof *p->chunks);
    m->no_memory = m->no_memory || p->chunks == NULL;
    each_item(r, NAME_CHUNKS, &r->reader->chunk, fields, take_chunk, p);
    if (m->bad == NULL && p->chunk_count == 0)
        members_refuse(m, NAME_CHUNKS, "an array of at least one chunk");
    else if (m->bad == NULL &&
             partial_stream_name(p->chunks, p->chunk_count) != p->stream)
        members_refuse(m, NAME_STREAM, "the name of these chunks");
}

/* -- partial ------------------------------------------------------------ */

static struct record_source source_of(struct members *m)
{
    return (struct record_source){
        .file = members_string(m, SAID_FILE),
        .line = take_count(m, SAID_LINE),
        .offset = -1,
        .url = members_string(m, SAID_URL),
        .fetched = members_string(m, SAID_FETCHED),
    };
}

static struct stated stated_of(struct members *m)
{
    members_object(m, SAID_STATED);
    return (struct stated){
        .verdict = take_judgement(m, STATED_VERDICT),
        .ship = take_count(m, STATED_SHIP),
        .skip = take_count(m, STATED_SKIP),
        .ship_pct = take_hundredths(m, STATED_SHIP_PCT),
    };
}

static struct aggregate aggregate_of(struct members *m)
{
    return (struct aggregate){
        .value = take_rating(m, AGGREGATE_VALUE),
        .best = take_rating(m, AGGREGATE_BEST),
        .worst = take_rating(m, AGGREGATE_WORST),
        .count = take_count(m, AGGREGATE_COUNT),
    };
}

/* A user's members are held to what those of any record are held to. */
static struct slice take_own(struct reading *r, struct members *m)
{
    struct slice said = members_string(m, SAID_OWN);
    struct bytes object = {0};
    struct sighting read = {0};
    struct diag ignored;
    bool failed = false;
    if (said.len == 0)
        return slice_from("", 0);
    bytes_add_byte(&object, '{');
    bytes_add_slice(&object, said);
    bytes_add_byte(&object, '}');
    if (!sighting_read(&r->reader->own, bytes_slice(&object), NULL, 0, m->arena,
                       &read, &ignored) ||
        read.type != SIGHTING_OTHER)
        members_refuse(m, SAID_OWN, "the text of members of one's own");
    /* The reader's buffer serves the next one, and `object` goes. */
    struct slice own = arena_copy(m->arena, read.others, &failed);
    m->no_memory = m->no_memory || object.failed || failed;
    bytes_free(&object);
    return own.at == NULL ? slice_from("", 0) : own;
}

static void hand_out(struct reading *r, struct partial_record *p,
                     struct members *item, const struct sighting *s)
{
    p->sightings++;
    if (r->taker != NULL && item->bad == NULL && !item->no_memory)
        r->stopped = !r->taker->take(r->taker->self, s);
}

static void take_tool(struct reading *r, struct members *item, void *self)
{
    struct partial_record *p = self;
    struct sighting s = {.type = SIGHTING_TOOL};
    s.tool = (struct tool_record){
        .tool = p->tool,
        .name = members_string(item, SAID_NAME),
        .tagline = members_string(item, SAID_TAGLINE),
        .category = members_string(item, SAID_CATEGORY),
        .stated = stated_of(item),
        .entry = members_string(item, SAID_ENTRY),
        .pricing = members_string(item, SAID_PRICING),
        .has_aggregate = members_object(item, SAID_AGGREGATE),
        .aggregate = aggregate_of(item),
        .truncated = members_bool(item, SAID_TRUNCATED),
        .page = members_string(item, SAID_PAGE),
        .col = take_count(item, SAID_COL),
    };
    members_object(item, SAID_COMMUNITY);
    s.tool.community_votes = take_count(item, COMMUNITY_VOTES);
    s.tool.community_ship_pct = take_hundredths(item, COMMUNITY_SHIP_PCT);
    s.tool.source = source_of(item);
    s.others = take_own(r, item);
    if (!slice_known(p->tool) && slice_known(s.tool.name))
        members_refuse(item, SAID_NAME, "null where there is no tool");
    hand_out(r, p, item, &s);
}

static void take_review(struct reading *r, struct members *item, void *self)
{
    struct partial_record *p = self;
    struct sighting s = {.type = SIGHTING_REVIEW};
    s.review = (struct review_record){
        .tool = p->tool,
        .name = members_string(item, SAID_NAME),
        .tagline = members_string(item, SAID_TAGLINE),
        .reviewer = members_string(item, SAID_REVIEWER),
        .score = take_hundredths(item, SAID_SCORE),
        .verdict = take_judgement(item, SAID_VERDICT),
        .text = members_string(item, SAID_TEXT),
        .truncated = members_bool(item, SAID_TRUNCATED),
        .inferred = members_string(item, SAID_INFERRED),
        .page = members_string(item, SAID_PAGE),
        .row = take_count(item, SAID_ROW),
        .col = take_count(item, SAID_COL),
    };
    s.review.source = source_of(item);
    s.others = take_own(r, item);
    if (!slice_known(p->tool) && slice_known(s.review.name))
        members_refuse(item, SAID_NAME, "null where there is no tool");
    hand_out(r, p, item, &s);
}

static void take_vote(struct reading *r, struct members *item, void *self)
{
    struct partial_record *p = self;
    struct sighting s = {.type = SIGHTING_VOTE, .others = SLICE("")};
    s.vote = (struct vote_record){
        .tool = p->tool,
        .vote = take_judgement(item, SAID_VOTE),
        .voter = members_string(item, SAID_VOTER),
        .at = members_string(item, SAID_AT),
    };
    if (s.vote.vote != JUDGEMENT_SHIP && s.vote.vote != JUDGEMENT_SKIP)
        members_refuse(item, SAID_VOTE, "\"ship\" or \"skip\"");
    hand_out(r, p, item, &s);
}

static void take_partial(struct reading *r, struct partial_record *p)
{
    struct members *m = r->record;
    struct field fields[ALL_NAMES];
    p->tool = members_string(m, NAME_TOOL);
    p->part = members_missing(m, NAME_PART) ? 0 : take_count(m, NAME_PART);
    if (!slice_known(p->tool) && !members_missing(m, NAME_VOTES))
        members_refuse(m, NAME_VOTES, "null where there is no tool");
    struct field_reader *reader = &r->reader->sighting;
    each_item(r, NAME_TOOLS, reader, fields, take_tool, p);
    each_item(r, NAME_REVIEWS, reader, fields, take_review, p);
    each_item(r, NAME_VOTES, reader, fields, take_vote, p);
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
        return members_check(&m, source, number, d);
    p->stream = take_hash(&m, NAME_STREAM);
    if (p->type == PARTIAL_BEGIN) {
        take_begin(&r, p);
    } else if (p->type == PARTIAL_TOOL) {
        take_partial(&r, p);
    } else {
        p->partials = take_total(&m, NAME_PARTIALS);
        p->sightings = take_total(&m, NAME_SIGHTINGS);
    }
    if (!members_check(&m, source, number, d))
        return false;
    d->message[0] = '\0';
    return !r.stopped;
}
