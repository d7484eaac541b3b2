#include "lib/json/members.h"
#include "lib/record/parts.h"
#include "lib/record/sighting.h"

/*
 * Members are read by their place in these lists.  Those that are known but
 * not used by any program that reads sightings are listed too, so that they
 * do not count as a user's own; and so are those that a verdict has, which
 * would stand in it twice if they were passed through.
 */
enum record_name {
    NAME_TYPE,
    NAME_TOOL,
    NAME_NAME,
    NAME_TAGLINE,
    NAME_CATEGORY,
    NAME_STATED,
    NAME_COMMUNITY,
    NAME_ENTRY,
    NAME_PRICING,
    NAME_AGGREGATE,
    NAME_TRUNCATED,
    NAME_PAGE,
    NAME_ROW,
    NAME_COL,
    NAME_SOURCE,
    NAME_REVIEWER,
    NAME_SCORE,
    NAME_VERDICT,
    NAME_TEXT,
    NAME_ID,
    NAME_INFERRED,
    NAME_VOTE,
    NAME_VOTER,
    NAME_AT,
    TOP_NAMES,

    SOURCE_FILE = TOP_NAMES,
    SOURCE_LINE,
    SOURCE_URL,
    SOURCE_FETCHED,
    STATED_VERDICT,
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

static const struct slice record_names[] = {
    [NAME_TYPE] = SLICE("type"),
    [NAME_TOOL] = SLICE("tool"),
    [NAME_NAME] = SLICE("name"),
    [NAME_TAGLINE] = SLICE("tagline"),
    [NAME_CATEGORY] = SLICE("category"),
    [NAME_STATED] = SLICE("stated"),
    [NAME_COMMUNITY] = SLICE("community"),
    [NAME_ENTRY] = SLICE("entry"),
    [NAME_PRICING] = SLICE("pricing"),
    [NAME_AGGREGATE] = SLICE("aggregate"),
    [NAME_TRUNCATED] = SLICE("truncated"),
    [NAME_PAGE] = SLICE("page"),
    [NAME_ROW] = SLICE("row"),
    [NAME_COL] = SLICE("col"),
    [NAME_SOURCE] = SLICE("source"),
    [NAME_REVIEWER] = SLICE("reviewer"),
    [NAME_SCORE] = SLICE("score"),
    [NAME_VERDICT] = SLICE("verdict"),
    [NAME_TEXT] = SLICE("text"),
    [NAME_ID] = SLICE("id"),
    [NAME_INFERRED] = SLICE("inferred"),
    [NAME_VOTE] = SLICE("vote"),
    [NAME_VOTER] = SLICE("voter"),
    [NAME_AT] = SLICE("at"),
    [SOURCE_FILE] = SLICE("file"),
    [SOURCE_LINE] = SLICE("line"),
    [SOURCE_URL] = SLICE("url"),
    [SOURCE_FETCHED] = SLICE("fetched"),
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
    SLICE("description"),
    SLICE("slug"),
    SLICE("url"),
    SLICE("reviewed"),
    SLICE("rating"),
    SLICE("title"),
    SLICE("date"),
    SLICE("pros"),
    SLICE("cons"),
    SLICE("helpful"),
    SLICE("reviews"),
    SLICE("ship"),
    SLICE("skip"),
    SLICE("mixed"),
    SLICE("ship_pct"),
    SLICE("weighted_ship_pct"),
    SLICE("weighted_score"),
    SLICE("held"),
    SLICE("rank"),
    SLICE("ranked"),
    SLICE("basis"),
    SLICE("interval"),
    SLICE("split"),
    SLICE("provisional"),
    SLICE("agrees"),
    SLICE("conflicts"),
    SLICE("panel"),
    SLICE("policy"),
    SLICE("pages"),
    SLICE("sources"),
};

static const struct field_group groups[] = {
    {NAME_SOURCE, SOURCE_FILE, STATED_VERDICT - SOURCE_FILE},
    {NAME_STATED, STATED_VERDICT, COMMUNITY_VOTES - STATED_VERDICT},
    {NAME_COMMUNITY, COMMUNITY_VOTES, AGGREGATE_VALUE - COMMUNITY_VOTES},
    {NAME_AGGREGATE, AGGREGATE_VALUE, ALL_NAMES - AGGREGATE_VALUE},
};

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

static const struct field_names names = {.at = record_names,
                                         .top = TOP_NAMES,
                                         .count = ALL_NAMES,
                                         .known = COUNT_OF(record_names),
                                         .groups = groups,
                                         .group_count = COUNT_OF(groups)};

static void take_source(struct members *m, struct record_source *source)
{
    *source = (struct record_source){.line = -1, .offset = -1};
    if (!members_object(m, NAME_SOURCE))
        return;
    source->file = members_string(m, SOURCE_FILE);
    source->line = members_count(m, SOURCE_LINE);
    source->url = members_string(m, SOURCE_URL);
    source->fetched = members_string(m, SOURCE_FETCHED);
}

static void take_stated(struct members *m, struct stated *stated)
{
    members_object(m, NAME_STATED);
    *stated = (struct stated){
        .verdict = take_judgement(m, STATED_VERDICT),
        .ship = members_count(m, STATED_SHIP),
        .skip = members_count(m, STATED_SKIP),
        .ship_pct = members_percentage(m, STATED_SHIP_PCT),
    };
}

static void take_community(struct members *m, struct tool_record *t)
{
    members_object(m, NAME_COMMUNITY);
    t->community_votes = members_count(m, COMMUNITY_VOTES);
    t->community_ship_pct = members_percentage(m, COMMUNITY_SHIP_PCT);
}

static void take_aggregate(struct members *m, struct tool_record *t)
{
    t->has_aggregate = members_object(m, NAME_AGGREGATE);
    t->aggregate = (struct aggregate){
        .value = members_decimal(m, AGGREGATE_VALUE),
        .best = members_decimal(m, AGGREGATE_BEST),
        .worst = members_decimal(m, AGGREGATE_WORST),
        .count = members_count(m, AGGREGATE_COUNT),
    };
}

static void take_tool(struct members *m, struct tool_record *t)
{
    t->tool = members_string(m, NAME_TOOL);
    t->name = members_string(m, NAME_NAME);
    t->tagline = members_string(m, NAME_TAGLINE);
    t->category = members_string(m, NAME_CATEGORY);
    t->description = slice_from(NULL, 0);
    take_stated(m, &t->stated);
    take_community(m, t);
    t->entry = members_string(m, NAME_ENTRY);
    t->pricing = members_string(m, NAME_PRICING);
    take_aggregate(m, t);
    t->truncated = members_bool(m, NAME_TRUNCATED);
    t->page = members_string(m, NAME_PAGE);
    t->col = members_count(m, NAME_COL);
    take_source(m, &t->source);
}

/*
 * Puts the key before a text that has the room for it, as the review's id is
 * the hash of both.
 */
static struct slice put_key_before(struct slice text, struct slice key,
                                   char *room)
{
    static const char nulls[2];
    size_t before = key.len + sizeof nulls;
    if (!slice_known(key) || before > FIELD_ROOM_BEFORE)
        return slice_from(NULL, 0);
    char *at = room + (text.at - room) - before;
    memcpy(slice_put(at, key), nulls, sizeof nulls);
    return slice_from(at, before + text.len);
}

static void take_review(struct members *m, struct review_record *review,
                        char *room)
{
    review->tool = members_string(m, NAME_TOOL);
    review->name = members_string(m, NAME_NAME);
    review->tagline = members_string(m, NAME_TAGLINE);
    review->reviewer = members_string(m, NAME_REVIEWER);
    review->score = members_percentage(m, NAME_SCORE);
    review->verdict = take_judgement(m, NAME_VERDICT);
    review->text = members_string(m, NAME_TEXT);
    review->text_folded = m->fields[NAME_TEXT].folded;
    review->keyed_text = m->fields[NAME_TEXT].in_room
                             ? put_key_before(review->text, review->tool, room)
                             : slice_from(NULL, 0);
    review->truncated = members_bool(m, NAME_TRUNCATED);
    review->id = members_string(m, NAME_ID);
    review->inferred = members_object_text(m, NAME_INFERRED);
    review->page = members_string(m, NAME_PAGE);
    review->row = members_count(m, NAME_ROW);
    review->col = members_count(m, NAME_COL);
    take_source(m, &review->source);
}

static void take_vote(struct members *m, struct vote_record *vote)
{
    *vote = (struct vote_record){
        .tool = members_string(m, NAME_TOOL),
        .vote = take_judgement(m, NAME_VOTE),
        .voter = members_string(m, NAME_VOTER),
        .at = members_string(m, NAME_AT),
    };
    if (vote->vote != JUDGEMENT_SHIP && vote->vote != JUDGEMENT_SKIP)
        members_refuse(m, NAME_VOTE, "\"ship\" or \"skip\"");
    if (!slice_known(vote->tool))
        members_refuse(m, NAME_TOOL, "a string");
}

static enum sighting_type take_type(struct members *m)
{
    struct slice type = members_string(m, NAME_TYPE);
    if (slice_is(type, "tool"))
        return SIGHTING_TOOL;
    if (slice_is(type, "review"))
        return SIGHTING_REVIEW;
    if (slice_is(type, "vote"))
        return SIGHTING_VOTE;
    return SIGHTING_OTHER;
}

void sighting_reader_free(struct sighting_reader *r)
{
    field_stream_free(&r->stream);
}

/* Takes the members of the line that was read; `room` is the stream's. */
static void take_members(struct members *m, const struct field_stream *stream,
                         struct arena *arena, char *room, struct sighting *s)
{
    *m = (struct members){
        .names = &names, .fields = stream->fields, .arena = arena};
    s->type = take_type(m);
    switch (s->type) {
    case SIGHTING_TOOL:
        take_tool(m, &s->tool);
        break;
    case SIGHTING_REVIEW:
        take_review(m, &s->review, room);
        break;
    case SIGHTING_VOTE:
        take_vote(m, &s->vote);
        break;
    case SIGHTING_OTHER:
        break;
    }
    s->others = bytes_slice(&stream->others);
    m->no_memory = m->no_memory || stream->others.failed;
}

/*
 * Has strings of a few kilobytes decoded into the arena; gives where, or NULL:
 * nowhere.
 */
static char *open_room(struct field_stream *stream, struct field_room *room,
                       struct arena *arena)
{
    enum { ROOM = 16 * 1024 };
    char *at = arena_room(arena, ROOM);
    *room = (struct field_room){at, at == NULL ? NULL : at + ROOM};
    stream->room = at == NULL ? NULL : room;
    return at;
}

static void close_room(struct field_stream *stream, struct arena *arena,
                       const char *from)
{
    if (stream->room != NULL)
        arena_take(arena, (size_t)(stream->room->at - from));
    stream->room = NULL;
}

static struct field_stream *stream_of(struct sighting_reader *reader)
{
    if (reader->stream.reader.count == 0)
        field_stream_init(&reader->stream, &names, reader->padded);
    return &reader->stream;
}

bool sighting_read(struct sighting_reader *reader, struct slice line,
                   const char *source, size_t number, struct arena *arena,
                   struct sighting *s, struct diag *d)
{
    struct field_stream *stream = stream_of(reader);
    struct field_room room;
    char *at = open_room(stream, &room, arena);
    enum fields_result result =
        field_stream_read(stream, line, source, number, d);
    close_room(stream, arena, at);
    if (result != FIELDS_READ)
        return false;
    struct members m;
    take_members(&m, stream, arena, at, s);
    return members_check(&m, line, source, number, d);
}

size_t sighting_read_first(struct sighting_reader *reader, struct slice text,
                           struct arena *arena, struct sighting *s)
{
    struct field_stream *stream = stream_of(reader);
    struct field_room room;
    char *at = open_room(stream, &room, arena);
    size_t len = field_stream_walk_first(stream, text);
    close_room(stream, arena, at);
    if (len == 0)
        return 0;
    struct members m;
    take_members(&m, stream, arena, at, s);
    if (members_wrong(&m))
        s->type = SIGHTING_OTHER;
    return len;
}
