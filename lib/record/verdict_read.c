#include "lib/record/parts.h"
#include "lib/record/verdict.h"

static const char *const verdict_names[] = {
    "type",     "tool",           "name",      "tagline",
    "category", "verdict",        "reviews",   "ship",
    "skip",     "mixed",          "ship_pct",  "weighted_ship_pct",
    "basis",    "aggregate",      "score",     "interval",
    "split",    "provisional",    "community", "entry",
    "pricing",  "stated",         "agrees",    "conflicts",
    "panel",    "policy",         "pages",     "sources",
    "held",     "weighted_score", "rank",      "ranked",
    NULL};

static const char *const panel_names[] = {
    "reviewer", "score", "verdict", "text", "id", "inferred", NULL};

/*
 * The items of an array as `count` structs of `size` bytes; an item that is
 * no object is refused.
 */
static bool make_items(struct object *o, const char *key, struct arena *arena,
                       size_t size, const struct json_value **array,
                       void **items, size_t *count)
{
    bool objects = true;
    *array = object_array(o, key);
    *count = json_value_size(*array);
    *items = NULL;
    json_value_each(*array, i) objects = objects && i->kind == FIELD_OBJECT;
    if (!objects) {
        object_refuse(o, key, "an array of objects");
        *array = NULL;
        *count = 0;
    }
    if (*count == 0)
        return true;
    *items = arena_array(arena, *count, size);
    return *items != NULL;
}

static bool read_panel(struct object *o, struct arena *arena, struct verdict *v)
{
    const struct json_value *array;
    void *items;
    if (!make_items(o, "panel", arena, sizeof *v->panel, &array, &items,
                    &v->panel_count))
        return false;
    v->panel = items;
    struct panel_review *r = v->panel;
    json_value_each(array, value)
    {
        struct object item = {.value = value};
        r->reviewer = object_string(&item, "reviewer");
        r->score = object_percentage(&item, "score");
        r->verdict = read_judgement(&item, "verdict");
        r->text = object_string(&item, "text");
        r->id = object_string(&item, "id");
        if (!read_text(object_inside(&item, "inferred").value, arena,
                       &r->inferred) ||
            !read_others(&item, panel_names, arena, &r->others))
            return false;
        object_adopt(o, &item, "panel");
        r++;
    }
    return true;
}

bool json_texts_read(struct object *o, const char *key, struct arena *arena,
                     struct slice **texts, size_t *count)
{
    const struct json_value *array = object_array(o, key);
    *count = json_value_size(array);
    *texts = arena_array(arena, *count + 1, sizeof **texts);
    if (*texts == NULL)
        return false;
    struct slice *text = *texts;
    json_value_each(array, value)
    {
        if (!read_text(value, arena, text++))
            return false;
    }
    return true;
}

static bool read_conflicts(struct object *o, struct arena *arena,
                           struct verdict *v)
{
    const struct json_value *array;
    void *items;
    if (!make_items(o, "conflicts", arena, sizeof *v->conflicts, &array, &items,
                    &v->conflict_count))
        return false;
    v->conflicts = items;
    struct conflict *c = v->conflicts;
    json_value_each(array, value)
    {
        struct object item = {.value = value};
        c->field = object_string(&item, "field");
        if (!json_texts_read(&item, "values", arena, &c->values, &c->count))
            return false;
        object_adopt(o, &item, "conflicts");
        c++;
    }
    return true;
}

bool verdict_sources_read(struct object *o, struct arena *arena,
                          struct verdict *v)
{
    const struct json_value *array;
    void *items;
    if (!make_items(o, "sources", arena, sizeof *v->sources, &array, &items,
                    &v->source_count))
        return false;
    v->sources = items;
    struct verdict_source *source = v->sources;
    json_value_each(array, value)
    {
        struct object item = {.value = value};
        *source++ = (struct verdict_source){
            .page = object_string(&item, "page"),
            .file = object_string(&item, "file"),
            .line = object_count(&item, "line"),
            .url = object_string(&item, "url"),
        };
        object_adopt(o, &item, "sources");
    }
    return true;
}

struct score_summary score_summary_read(struct object *o)
{
    struct object inside = object_inside(o, "score");
    struct score_summary s = {
        .n = object_count(&inside, "n"),
        .mean = object_percentage(&inside, "mean"),
        .median = object_percentage(&inside, "median"),
        .min = object_percentage(&inside, "min"),
        .max = object_percentage(&inside, "max"),
        .sd = object_decimal(&inside, "sd"),
    };
    object_adopt(o, &inside, "score");
    return s;
}

/* Whether it is a number that hundredths can hold. */
static bool is_decimal(const struct json_value *value)
{
    double number = json_value_real(value);
    return json_value_is(value, FIELD_NUMBER) && number >= -1e15 &&
           number <= 1e15;
}

void interval_read(struct object *o, int64_t *low_bound, int64_t *high_bound)
{
    const struct json_value *array = object_array(o, "interval");
    *low_bound = *high_bound = DECIMAL_UNKNOWN;
    if (array == NULL)
        return;
    const struct json_value *low = json_value_item(array, 0);
    const struct json_value *high = json_value_item(array, 1);
    if (json_value_size(array) != 2 || !is_decimal(low) || !is_decimal(high)) {
        object_refuse(o, "interval", "two numbers or null");
        return;
    }
    *low_bound = decimal_of_real(json_value_real(low));
    *high_bound = decimal_of_real(json_value_real(high));
}

static void read_community(struct object *o, struct community *c)
{
    struct object inside = object_inside(o, "community");
    *c = (struct community){
        .votes = object_count(&inside, "votes"),
        .ship = object_count(&inside, "ship"),
        .skip = object_count(&inside, "skip"),
        .ship_pct = object_percentage(&inside, "ship_pct"),
    };
    object_adopt(o, &inside, "community");
}

static void read_counts(struct object *o, struct verdict *v)
{
    if (!judgement_read(object_string(o, "verdict"), &v->verdict))
        object_refuse(o, "verdict",
                      "\"ship\", \"mixed\", \"skip\", \"unrated\" or null");
    v->held = read_judgement(o, "held");
    v->reviews = object_count(o, "reviews");
    v->ship = object_count(o, "ship");
    v->skip = object_count(o, "skip");
    v->mixed = object_count(o, "mixed");
    v->ship_pct = object_percentage(o, "ship_pct");
    v->weighted_ship_pct = object_percentage(o, "weighted_ship_pct");
    v->weighted_score = object_percentage(o, "weighted_score");
    v->basis = object_string(o, "basis");
    v->has_aggregate = read_aggregate(o, &v->aggregate);
    v->score = score_summary_read(o);
    interval_read(o, &v->interval_low, &v->interval_high);
    struct object split = object_inside(o, "split");
    v->range = object_percentage(&split, "range");
    v->polarization = object_decimal(&split, "polarization");
    object_adopt(o, &split, "split");
    v->provisional = object_bool(o, "provisional") == 1;
    read_community(o, &v->community);
}

bool verdict_read(struct object *o, struct arena *arena, struct verdict *v)
{
    *v = (struct verdict){0};
    v->tool = object_string(o, "tool");
    v->name = object_string(o, "name");
    v->tagline = object_string(o, "tagline");
    v->category = object_string(o, "category");
    read_counts(o, v);
    v->entry = object_string(o, "entry");
    v->pricing = object_string(o, "pricing");
    v->stated = read_stated(o);
    v->agrees = (enum agreement)object_bool(o, "agrees");
    v->rank = rank_read(o);
    v->policy = object_string(o, "policy");
    v->pages = object_count(o, "pages");
    if (!slice_known(v->tool))
        object_refuse(o, "tool", "a string");
    return read_conflicts(o, arena, v) && read_panel(o, arena, v) &&
           verdict_sources_read(o, arena, v) &&
           read_others(o, verdict_names, arena, &v->others);
}
