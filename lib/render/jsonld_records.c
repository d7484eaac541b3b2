/* Records as things in JSON-LD. */
#include "lib/record/parts.h"
#include "lib/render/jsonld.h"

/* What a page's community says of a tool. */
struct votes {
    int64_t votes, ship_pct;
};

static struct votes read_votes(struct object *o)
{
    struct object inside = object_inside(o, "community");
    struct votes votes = {-1, DECIMAL_UNKNOWN};
    if (inside.value != NULL)
        votes = (struct votes){object_count(&inside, "votes"),
                               object_percentage(&inside, "ship_pct")};
    object_adopt(o, &inside, "community");
    return votes;
}

static void add_aggregate(struct bytes *out, const struct aggregate *a)
{
    bytes_add_string(out, ",\"aggregateRating\":");
    jsonld_add_rating(out, "AggregateRating", a->value, a->best, a->worst);
    jsonld_add_count(out, "ratingCount", a->count);
    bytes_add_byte(out, '}');
}

void jsonld_tool(struct document *d, struct object *o)
{
    struct bytes *out = &d->out;
    struct aggregate aggregate;
    struct slice key = object_string(o, "tool");
    struct slice name = object_string(o, "name");
    struct slice tagline = object_string(o, "tagline");
    struct slice category = object_string(o, "category");
    struct slice description = object_string(o, "description");
    struct slice entry = object_string(o, "entry");
    struct slice pricing = object_string(o, "pricing");
    struct slice slug = object_string(o, "slug");
    struct slice url = object_string(o, "url");
    struct slice brand = object_string(o, "brand");
    struct slice reviewed = object_string(o, "reviewed");
    struct stated stated = read_stated(o);
    struct votes votes = read_votes(o);
    bool has_aggregate = read_aggregate(o, &aggregate);
    bool truncated = object_bool(o, "truncated") == 1;
    if (o->bad != NULL)
        return;
    jsonld_begin_thing(d);
    jsonld_open_tool(out, key, name, tagline);
    jsonld_add_string(out, "description", description);
    jsonld_add_string(out, "url", url);
    jsonld_add_terms(out, category, entry, pricing, brand);
    if (has_aggregate)
        add_aggregate(out, &aggregate);
    struct jsonld_properties p = {.out = out};
    jsonld_property(&p, "slug", slug);
    jsonld_property(&p, "reviewed", reviewed);
    jsonld_stated_properties(&p, &stated);
    jsonld_count_property(&p, "community.votes", votes.votes);
    jsonld_decimal_property(&p, "community.ship_pct", votes.ship_pct);
    if (truncated)
        jsonld_property(&p, "truncated", slice_of("true"));
    jsonld_end_properties(&p);
    bytes_add_byte(out, '}');
}

static struct rating read_rating(struct object *o, bool *has)
{
    struct object inside = object_inside(o, "rating");
    struct rating rating = {DECIMAL_UNKNOWN, DECIMAL_UNKNOWN, DECIMAL_UNKNOWN};
    if (inside.value != NULL)
        rating = (struct rating){object_decimal(&inside, "value"),
                                 object_decimal(&inside, "best"),
                                 object_decimal(&inside, "worst")};
    object_adopt(o, &inside, "rating");
    *has = rating.value != DECIMAL_UNKNOWN;
    return rating;
}

static const struct json_value *read_strings(struct object *o, const char *key)
{
    const struct json_value *array = object_array(o, key);
    json_value_each(array, item)
    {
        if (item->kind != FIELD_STRING)
            object_refuse(o, key, "an array of strings");
    }
    return array;
}

void jsonld_review(struct document *d, struct object *o)
{
    struct jsonld_review r = {
        .tool = object_string(o, "tool"),
        .name = object_string(o, "name"),
        .tagline = object_string(o, "tagline"),
        .reviewer = object_string(o, "reviewer"),
        .text = object_string(o, "text"),
        .title = object_string(o, "title"),
        .date = object_string(o, "date"),
        .score = object_percentage(o, "score"),
        .helpful = object_count(o, "helpful"),
        .verdict = read_judgement(o, "verdict"),
        .truncated = object_bool(o, "truncated") == 1,
        .pros = read_strings(o, "pros"),
        .cons = read_strings(o, "cons"),
    };
    r.rating = read_rating(o, &r.has_rating);
    if (o->bad != NULL)
        return;
    jsonld_begin_thing(d);
    jsonld_add_review(&d->out, &r);
}

/* -- verdicts ----------------------------------------------------------- */

static void add_panel(struct bytes *out, const struct verdict *v)
{
    if (v->panel_count == 0)
        return;
    bytes_add_string(out, ",\"review\":[");
    for (size_t i = 0; i < v->panel_count; i++) {
        const struct panel_review *p = &v->panel[i];
        struct jsonld_review r = {.reviewer = p->reviewer,
                                  .score = p->score,
                                  .verdict = p->verdict,
                                  .text = p->text,
                                  .helpful = -1};
        bytes_add_string(out, i == 0 ? "\n" : ",\n");
        jsonld_add_review(out, &r);
    }
    bytes_add_byte(out, ']');
}

/* The rating of many that pages have, else what the panel's scores come to. */
static void add_verdict_aggregate(struct bytes *out, const struct verdict *v)
{
    enum { WHOLE = 100 * 100 };
    if (v->has_aggregate) {
        add_aggregate(out, &v->aggregate);
    } else if (v->score.n > 0 && v->score.mean != DECIMAL_UNKNOWN) {
        bytes_add_string(out, ",\"aggregateRating\":");
        jsonld_add_rating(out, "AggregateRating", v->score.mean, WHOLE, 0);
        jsonld_add_count(out, "ratingCount", v->score.n);
        jsonld_add_count(out, "reviewCount", v->reviews);
        bytes_add_byte(out, '}');
    }
}

static void add_verdict_properties(struct bytes *out, const struct verdict *v)
{
    struct jsonld_properties p = {.out = out};
    jsonld_property(&p, "verdict", judgement_word(v->verdict));
    jsonld_count_property(&p, "reviews", v->reviews);
    jsonld_count_property(&p, "ship", v->ship);
    jsonld_count_property(&p, "skip", v->skip);
    jsonld_count_property(&p, "mixed", v->mixed);
    jsonld_decimal_property(&p, "ship_pct", v->ship_pct);
    jsonld_property(&p, "basis", v->basis);
    jsonld_decimal_property(&p, "interval.0", v->interval_low);
    jsonld_decimal_property(&p, "interval.1", v->interval_high);
    if (v->provisional)
        jsonld_property(&p, "provisional", slice_of("true"));
    jsonld_stated_properties(&p, &v->stated);
    jsonld_count_property(&p, "community.votes", v->community.votes);
    jsonld_decimal_property(&p, "community.ship_pct", v->community.ship_pct);
    jsonld_property(&p, "policy", v->policy);
    jsonld_end_properties(&p);
}

void jsonld_verdict(struct document *d, const struct verdict *v)
{
    struct bytes *out = &d->out;
    jsonld_begin_thing(d);
    jsonld_open_tool(out, v->tool, v->name, v->tagline);
    jsonld_add_terms(out, v->category, v->entry, v->pricing,
                     slice_from(NULL, 0));
    add_verdict_aggregate(out, v);
    add_verdict_properties(out, v);
    add_panel(out, v);
    bytes_add_byte(out, '}');
}

static void add_entry(struct bytes *out, int position, const struct verdict *v)
{
    bytes_add_format(
        out, "{\"@type\":\"ListItem\",\"position\":%d,\"item\":", position);
    jsonld_open_tool(out, v->tool, v->name, v->tagline);
    bytes_add_string(out, "}}");
}

/* Both tools, and a list of them, the winner first, that says why. */
void jsonld_comparison(struct document *d, const struct comparison *c)
{
    struct bytes *out = &d->out;
    bool turned = c->winner == SIDE_B;
    jsonld_verdict(d, &c->a);
    jsonld_verdict(d, &c->b);
    jsonld_begin_thing(d);
    bytes_add_string(out, "{\"@type\":\"ItemList\"");
    jsonld_add_string(out, "name", c->title);
    jsonld_add_string(out, "description", c->why);
    bytes_add_string(out, ",\"numberOfItems\":2,\"itemListElement\":[");
    add_entry(out, 1, turned ? &c->b : &c->a);
    bytes_add_byte(out, ',');
    add_entry(out, 2, turned ? &c->a : &c->b);
    bytes_add_string(out, "]}");
}
