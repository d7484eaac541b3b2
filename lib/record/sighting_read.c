#include "lib/record/sighting.h"

/*
 * Members are read by their place in these lists.  Those that are known but
 * not used by any program that reads sightings are listed too, so that they
 * do not count as a user's own.
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
    NAME_AT
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
    SLICE("description"),
    SLICE("slug"),
    SLICE("url"),
    SLICE("reviewed"),
    SLICE("brand"),
    SLICE("rating"),
    SLICE("title"),
    SLICE("date"),
    SLICE("pros"),
    SLICE("cons"),
    SLICE("helpful"),
};

enum { STATED_VERDICT, STATED_SHIP, STATED_SKIP, STATED_SHIP_PCT };
static const struct slice stated_names[] = {SLICE("verdict"), SLICE("ship"),
                                            SLICE("skip"), SLICE("ship_pct")};

enum { COMMUNITY_VOTES, COMMUNITY_SHIP_PCT };
static const struct slice community_names[] = {SLICE("votes"),
                                               SLICE("ship_pct")};

enum { AGGREGATE_VALUE, AGGREGATE_BEST, AGGREGATE_WORST, AGGREGATE_COUNT };
static const struct slice aggregate_names[] = {SLICE("value"), SLICE("best"),
                                               SLICE("worst"), SLICE("count")};

enum { SOURCE_FILE, SOURCE_LINE, SOURCE_URL, SOURCE_FETCHED };
static const struct slice source_names[] = {SLICE("file"), SLICE("line"),
                                            SLICE("url"), SLICE("fetched")};

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

/*
 * One object being read.  The first wrong member is remembered; `outer` is
 * set for an object inside the record.
 */
struct reading {
    const struct slice *names;
    struct field *fields;
    struct arena *arena;
    const char *outer;
    size_t outer_column;
    size_t column;
    const char *bad, *wanted;
    bool no_memory;
};

static void refuse(struct reading *r, size_t name, const char *wanted)
{
    if (r->bad != NULL)
        return;
    r->bad = r->names[name].at;
    r->wanted = wanted;
    r->column = r->fields[name].column;
}

static bool is_missing(const struct reading *r, size_t name)
{
    return r->fields[name].kind == FIELD_ABSENT ||
           r->fields[name].kind == FIELD_NULL;
}

static struct slice take_string(struct reading *r, size_t name)
{
    if (!is_missing(r, name) && r->fields[name].kind != FIELD_STRING)
        refuse(r, name, "a string or null");
    return field_string(&r->fields[name], r->arena, &r->no_memory);
}

static int64_t take_decimal(struct reading *r, size_t name)
{
    int64_t hundredths = DECIMAL_UNKNOWN;
    if (!is_missing(r, name) &&
        (r->fields[name].kind != FIELD_NUMBER ||
         !decimal_read(r->fields[name].raw, &hundredths)))
        refuse(r, name, "a number or null");
    return hundredths;
}

/* A score or a percentage: 0 to 100. */
static int64_t take_percentage(struct reading *r, size_t name)
{
    int64_t hundredths = take_decimal(r, name);
    if (hundredths != DECIMAL_UNKNOWN &&
        (hundredths < 0 || hundredths > 100 * 100)) {
        refuse(r, name, "a number from 0 to 100 or null");
        return DECIMAL_UNKNOWN;
    }
    return hundredths;
}

static int64_t take_count(struct reading *r, size_t name)
{
    int64_t hundredths = take_decimal(r, name);
    if (hundredths == DECIMAL_UNKNOWN)
        return -1;
    struct slice raw = r->fields[name].raw;
    if (hundredths < 0 || memchr(raw.at, '.', raw.len) != NULL ||
        hundredths % 100 != 0)
        refuse(r, name, "a whole number or null");
    return hundredths / 100;
}

static bool take_bool(struct reading *r, size_t name)
{
    enum field_kind kind = r->fields[name].kind;
    if (!is_missing(r, name) && kind != FIELD_TRUE && kind != FIELD_FALSE)
        refuse(r, name, "true, false or null");
    return kind == FIELD_TRUE;
}

static enum judgement take_judgement(struct reading *r, size_t name)
{
    enum judgement verdict = JUDGEMENT_UNKNOWN;
    if (!judgement_read(take_string(r, name), &verdict) ||
        verdict == JUDGEMENT_UNRATED)
        refuse(r, name, "\"ship\", \"mixed\", \"skip\" or null");
    return verdict;
}

static struct slice take_object_text(struct reading *r, size_t name)
{
    if (is_missing(r, name))
        return slice_from(NULL, 0);
    if (r->fields[name].kind != FIELD_OBJECT)
        refuse(r, name, "an object or null");
    return r->fields[name].raw;
}

/*
 * Reads the members of an object inside the record into `fields`; all are
 * absent when it is missing.
 */
static struct reading take_inside(struct reading *r, size_t name,
                                  struct field_reader *reader,
                                  struct field *fields)
{
    struct reading inside = {reader->names,
                             fields,
                             r->arena,
                             r->names[name].at,
                             r->fields[name].column,
                             0,
                             NULL,
                             NULL,
                             false};
    struct slice text = take_object_text(r, name);
    struct diag ignored;
    if (r->bad != NULL || !slice_known(text) ||
        fields_read(reader, text, NULL, 0, fields, NULL, &ignored) !=
            FIELDS_READ)
        memset(fields, 0, reader->count * sizeof *fields);
    return inside;
}

static void leave_inside(struct reading *r, const struct reading *inside)
{
    r->no_memory = r->no_memory || inside->no_memory;
    if (r->bad != NULL || inside->bad == NULL)
        return;
    r->bad = inside->bad;
    r->wanted = inside->wanted;
    r->outer = inside->outer;
    r->column = inside->outer_column + inside->column - 1;
}

static void take_source(struct sighting_reader *reader, struct reading *r,
                        struct record_source *source)
{
    struct field fields[COUNT_OF(source_names)];
    struct reading inside =
        take_inside(r, NAME_SOURCE, &reader->source, fields);
    *source = (struct record_source){
        .file = take_string(&inside, SOURCE_FILE),
        .line = take_count(&inside, SOURCE_LINE),
        .offset = -1,
        .url = take_string(&inside, SOURCE_URL),
        .fetched = take_string(&inside, SOURCE_FETCHED),
    };
    leave_inside(r, &inside);
}

static void take_stated(struct sighting_reader *reader, struct reading *r,
                        struct stated *stated)
{
    struct field fields[COUNT_OF(stated_names)];
    struct reading inside =
        take_inside(r, NAME_STATED, &reader->stated, fields);
    *stated = (struct stated){
        .verdict = take_judgement(&inside, STATED_VERDICT),
        .ship = take_count(&inside, STATED_SHIP),
        .skip = take_count(&inside, STATED_SKIP),
        .ship_pct = take_percentage(&inside, STATED_SHIP_PCT),
    };
    leave_inside(r, &inside);
}

static void take_community(struct sighting_reader *reader, struct reading *r,
                           struct tool_record *t)
{
    struct field fields[COUNT_OF(community_names)];
    struct reading inside =
        take_inside(r, NAME_COMMUNITY, &reader->community, fields);
    t->community_votes = take_count(&inside, COMMUNITY_VOTES);
    t->community_ship_pct = take_percentage(&inside, COMMUNITY_SHIP_PCT);
    leave_inside(r, &inside);
}

static void take_aggregate(struct sighting_reader *reader, struct reading *r,
                           struct tool_record *t)
{
    struct field fields[COUNT_OF(aggregate_names)];
    t->has_aggregate = !is_missing(r, NAME_AGGREGATE);
    struct reading inside =
        take_inside(r, NAME_AGGREGATE, &reader->aggregate, fields);
    t->aggregate = (struct aggregate){
        .value = take_decimal(&inside, AGGREGATE_VALUE),
        .best = take_decimal(&inside, AGGREGATE_BEST),
        .worst = take_decimal(&inside, AGGREGATE_WORST),
        .count = take_count(&inside, AGGREGATE_COUNT),
    };
    leave_inside(r, &inside);
}

static void take_tool(struct sighting_reader *reader, struct reading *r,
                      struct tool_record *t)
{
    t->tool = take_string(r, NAME_TOOL);
    t->name = take_string(r, NAME_NAME);
    t->tagline = take_string(r, NAME_TAGLINE);
    t->category = take_string(r, NAME_CATEGORY);
    t->description = slice_from(NULL, 0);
    take_stated(reader, r, &t->stated);
    take_community(reader, r, t);
    t->entry = take_string(r, NAME_ENTRY);
    t->pricing = take_string(r, NAME_PRICING);
    take_aggregate(reader, r, t);
    t->truncated = take_bool(r, NAME_TRUNCATED);
    t->page = take_string(r, NAME_PAGE);
    t->col = take_count(r, NAME_COL);
    take_source(reader, r, &t->source);
}

static void take_review(struct sighting_reader *reader, struct reading *r,
                        struct review_record *review)
{
    *review = (struct review_record){
        .tool = take_string(r, NAME_TOOL),
        .name = take_string(r, NAME_NAME),
        .reviewer = take_string(r, NAME_REVIEWER),
        .score = take_percentage(r, NAME_SCORE),
        .verdict = take_judgement(r, NAME_VERDICT),
        .text = take_string(r, NAME_TEXT),
        .truncated = take_bool(r, NAME_TRUNCATED),
        .id = take_string(r, NAME_ID),
        .inferred = take_object_text(r, NAME_INFERRED),
        .page = take_string(r, NAME_PAGE),
        .row = take_count(r, NAME_ROW),
        .col = take_count(r, NAME_COL),
    };
    take_source(reader, r, &review->source);
}

static void take_vote(struct reading *r, struct vote_record *vote)
{
    *vote = (struct vote_record){
        .tool = take_string(r, NAME_TOOL),
        .vote = take_judgement(r, NAME_VOTE),
        .voter = take_string(r, NAME_VOTER),
        .at = take_string(r, NAME_AT),
    };
    if (vote->vote != JUDGEMENT_SHIP && vote->vote != JUDGEMENT_SKIP)
        refuse(r, NAME_VOTE, "\"ship\" or \"skip\"");
    if (!slice_known(vote->tool))
        refuse(r, NAME_TOOL, "a string");
}

static enum sighting_type take_type(struct reading *r)
{
    struct slice type = take_string(r, NAME_TYPE);
    if (slice_is(type, "tool"))
        return SIGHTING_TOOL;
    if (slice_is(type, "review"))
        return SIGHTING_REVIEW;
    if (slice_is(type, "vote"))
        return SIGHTING_VOTE;
    return SIGHTING_OTHER;
}

static void make_ready(struct sighting_reader *r)
{
    field_reader_init(&r->record, record_names, COUNT_OF(record_names));
    field_reader_init(&r->stated, stated_names, COUNT_OF(stated_names));
    field_reader_init(&r->community, community_names,
                      COUNT_OF(community_names));
    field_reader_init(&r->aggregate, aggregate_names,
                      COUNT_OF(aggregate_names));
    field_reader_init(&r->source, source_names, COUNT_OF(source_names));
}

void sighting_reader_free(struct sighting_reader *r)
{
    bytes_free(&r->others);
}

static bool check(const struct reading *r, const char *source, size_t number,
                  struct diag *d)
{
    if (r->no_memory) {
        diag_no_memory(d);
        return false;
    }
    if (r->bad == NULL)
        return true;
    size_t column = r->column == 0 ? 1 : r->column;
    if (r->outer == NULL)
        diag_set(d, source, number, column, "\"%s\" must be %s", r->bad,
                 r->wanted);
    else
        diag_set(d, source, number, column, "\"%s\" in \"%s\" must be %s",
                 r->bad, r->outer, r->wanted);
    return false;
}

bool sighting_read(struct sighting_reader *reader, struct slice line,
                   const char *source, size_t number, struct arena *arena,
                   struct sighting *s, struct diag *d)
{
    if (reader->record.count == 0)
        make_ready(reader);
    struct field fields[COUNT_OF(record_names)];
    if (fields_read(&reader->record, line, source, number, fields,
                    &reader->others, d) != FIELDS_READ)
        return false;
    struct reading r = {
        .names = record_names, .fields = fields, .arena = arena};
    s->type = take_type(&r);
    switch (s->type) {
    case SIGHTING_TOOL:
        take_tool(reader, &r, &s->tool);
        break;
    case SIGHTING_REVIEW:
        take_review(reader, &r, &s->review);
        break;
    case SIGHTING_VOTE:
        take_vote(&r, &s->vote);
        break;
    case SIGHTING_OTHER:
        break;
    }
    s->others = bytes_slice(&reader->others);
    r.no_memory = r.no_memory || reader->others.failed;
    return check(&r, source, number, d);
}
