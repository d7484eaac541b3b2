/* The sightings in partial records, read. */
#include "lib/record/partial_items.h"
#include "lib/record/parts.h"

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

/* Hundredths of the largest number. */
#define HUNDREDTHS_MOST (100 * NUMBER_MOST)

void partial_sightings_init(struct field_reader *reader)
{
    static const struct field_names names = {.at = sighting_names,
                                             .top = TOP_NAMES,
                                             .count = ALL_NAMES,
                                             .known = ALL_NAMES,
                                             .groups = groups,
                                             .group_count = COUNT_OF(groups)};
    field_reader_init_names(reader, &names);
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
    struct diag d;
    bool failed = false;
    if (said.len == 0)
        return slice_from("", 0);
    bytes_add_byte(&object, '{');
    bytes_add_slice(&object, said);
    bytes_add_byte(&object, '}');
    diag_clear(&d);
    if (!sighting_read(&r->reader->own, bytes_slice(&object), NULL, 0, m->arena,
                       &read, &d) ||
        read.type != SIGHTING_OTHER)
        members_refuse(m, SAID_OWN, "the text of members of one's own");
    m->no_memory = m->no_memory || d.no_memory;
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

void take_sightings(struct reading *r, size_t name, enum sighting_type type,
                    struct partial_record *p)
{
    struct field fields[ALL_NAMES];
    each_item(r, name, &r->reader->sighting, fields,
              type == SIGHTING_TOOL     ? take_tool
              : type == SIGHTING_REVIEW ? take_review
                                        : take_vote,
              p);
}
