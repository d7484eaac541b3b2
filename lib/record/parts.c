#include "lib/record/parts.h"

void write_stated(struct json_writer *w, const struct stated *s)
{
    json_write_key(w, "stated");
    json_write_open(w, '{');
    write_judgement(w, "verdict", s->verdict);
    write_count(w, "ship", s->ship);
    write_count(w, "skip", s->skip);
    write_decimal(w, "ship_pct", s->ship_pct);
    json_write_close(w, '}');
}

void write_aggregate(struct json_writer *w, const struct aggregate *a)
{
    json_write_key(w, "aggregate");
    json_write_open(w, '{');
    write_decimal(w, "value", a->value);
    write_decimal(w, "best", a->best);
    write_decimal(w, "worst", a->worst);
    write_count(w, "count", a->count);
    json_write_close(w, '}');
}

void write_others(struct json_writer *w, struct slice others)
{
    if (others.len != 0)
        bytes_add_slice(w->out, others);
}

enum judgement read_judgement(struct object *o, const char *key)
{
    enum judgement verdict = JUDGEMENT_UNKNOWN;
    if (!judgement_read(object_string(o, key), &verdict) ||
        verdict == JUDGEMENT_UNRATED)
        object_refuse(o, key, "\"ship\", \"mixed\", \"skip\" or null");
    return verdict;
}

struct stated read_stated(struct object *o)
{
    struct object inside = object_inside(o, "stated");
    struct stated s = {
        .verdict = read_judgement(&inside, "verdict"),
        .ship = object_count(&inside, "ship"),
        .skip = object_count(&inside, "skip"),
        .ship_pct = object_percentage(&inside, "ship_pct"),
    };
    object_adopt(o, &inside, "stated");
    return s;
}

bool read_aggregate(struct object *o, struct aggregate *a)
{
    struct object inside = object_inside(o, "aggregate");
    *a = (struct aggregate){
        .value = object_decimal(&inside, "value"),
        .best = object_decimal(&inside, "best"),
        .worst = object_decimal(&inside, "worst"),
        .count = object_count(&inside, "count"),
    };
    object_adopt(o, &inside, "aggregate");
    return inside.value != NULL;
}

bool read_others(const struct object *o, const char *const *names,
                 struct arena *arena, struct slice *others)
{
    struct bytes text = {0};
    bool failed = false;
    object_add_others(&text, o->value, names);
    *others = slice_from(NULL, 0);
    if (text.len != 0)
        *others = arena_copy(arena, bytes_slice(&text), &failed);
    failed = failed || text.failed;
    bytes_free(&text);
    return !failed;
}

bool read_text(const struct json_value *value, struct arena *arena,
               struct slice *text)
{
    *text = slice_from(NULL, 0);
    if (value == NULL)
        return true;
    struct bytes dumped = {0};
    bool failed = false;
    json_value_add_text(&dumped, value);
    *text = arena_copy(arena, bytes_slice(&dumped), &failed);
    failed = failed || dumped.failed;
    bytes_free(&dumped);
    return !failed;
}

enum judgement take_judgement(struct members *m, size_t name)
{
    enum judgement verdict = JUDGEMENT_UNKNOWN;
    if (!judgement_read(members_string(m, name), &verdict) ||
        verdict == JUDGEMENT_UNRATED)
        members_refuse(m, name, "\"ship\", \"mixed\", \"skip\" or null");
    return verdict;
}
