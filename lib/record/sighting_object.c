#include "lib/record/parts.h"
#include "lib/record/sighting.h"

static struct record_source take_source(struct object *o)
{
    struct object inside = object_inside(o, "source");
    struct record_source s = {
        .file = object_string(&inside, "file"),
        .line = object_count(&inside, "line"),
        .offset = object_count(&inside, "offset"),
        .url = object_string(&inside, "url"),
        .fetched = object_string(&inside, "fetched"),
        .syntax = object_string(&inside, "syntax"),
    };
    object_adopt(o, &inside, "source");
    return s;
}

struct tool_record tool_record_take(struct object *o)
{
    struct tool_record t = {
        .tool = object_string(o, "tool"),
        .name = object_string(o, "name"),
        .tagline = object_string(o, "tagline"),
        .category = object_string(o, "category"),
        .description = object_string(o, "description"),
        .stated = read_stated(o),
        .entry = object_string(o, "entry"),
        .pricing = object_string(o, "pricing"),
        .slug = object_string(o, "slug"),
        .url = object_string(o, "url"),
        .reviewed = object_string(o, "reviewed"),
        .brand = object_string(o, "brand"),
        .truncated = object_bool(o, "truncated") == 1,
        .page = object_string(o, "page"),
        .col = object_count(o, "col"),
        .source = take_source(o),
    };
    struct object community = object_inside(o, "community");
    t.community_votes = object_count(&community, "votes");
    t.community_ship_pct = object_percentage(&community, "ship_pct");
    object_adopt(o, &community, "community");
    t.has_aggregate = read_aggregate(o, &t.aggregate);
    return t;
}

static void take_rating(struct object *o, struct review_record *r)
{
    struct object inside = object_inside(o, "rating");
    r->has_rating = inside.value != NULL;
    r->rating = (struct rating){
        .value = object_decimal(&inside, "value"),
        .best = object_decimal(&inside, "best"),
        .worst = object_decimal(&inside, "worst"),
    };
    object_adopt(o, &inside, "rating");
}

struct review_record review_record_take(struct object *o)
{
    struct review_record r = {
        .tool = object_string(o, "tool"),
        .name = object_string(o, "name"),
        .tagline = object_string(o, "tagline"),
        .reviewer = object_string(o, "reviewer"),
        .score = object_percentage(o, "score"),
        .verdict = read_judgement(o, "verdict"),
        .text = object_string(o, "text"),
        .title = object_string(o, "title"),
        .date = object_string(o, "date"),
        .helpful = object_count(o, "helpful"),
        .truncated = object_bool(o, "truncated") == 1,
        .id = object_string(o, "id"),
        .page = object_string(o, "page"),
        .row = object_count(o, "row"),
        .col = object_count(o, "col"),
        .source = take_source(o),
    };
    take_rating(o, &r);
    return r;
}

struct vote_record vote_record_take(struct object *o)
{
    return (struct vote_record){
        .tool = object_string(o, "tool"),
        .vote = read_judgement(o, "vote"),
        .voter = object_string(o, "voter"),
        .at = object_string(o, "at"),
    };
}
