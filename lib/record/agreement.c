#include "lib/record/agreement.h"

#include <stdlib.h>

#include "lib/record/parts.h"

void alpha_add(struct bytes *out, int64_t thousandths)
{
    if (thousandths == ALPHA_UNKNOWN)
        return;
    bytes_add_format(out, "%s%lld.%03lld", thousandths < 0 ? "-" : "",
                     llabs((long long)thousandths) / 1000,
                     llabs((long long)thousandths) % 1000);
    while (out->len != 0 && out->at[out->len - 1] == '0')
        out->len--;
    if (out->len != 0 && out->at[out->len - 1] == '.')
        out->len--;
}

void alpha_write(struct json_writer *w, const char *key, int64_t thousandths)
{
    struct bytes text = {0};
    json_write_key(w, key);
    if (thousandths == ALPHA_UNKNOWN) {
        json_write_null(w);
        return;
    }
    alpha_add(&text, thousandths);
    json_write_raw(w, bytes_slice(&text));
    w->out->failed = w->out->failed || text.failed;
    bytes_free(&text);
}

/* Above 1 there is no agreement; far below it there is hardly any. */
int64_t alpha_read(struct object *o, const char *key)
{
    const struct json_value *value = object_member(o, key);
    double alpha = json_value_real(value);
    if (json_value_is_null(value))
        return ALPHA_UNKNOWN;
    if (value->kind != FIELD_NUMBER || alpha < -1e6 || alpha > 1) {
        object_refuse(o, key, "a number of at most 1 or null");
        return ALPHA_UNKNOWN;
    }
    return (int64_t)(alpha * 1000 + (alpha < 0 ? -0.5 : 0.5));
}

static void write_on(struct json_writer *w, const char *key,
                     const struct agreement_on *on)
{
    json_write_key(w, key);
    json_write_open(w, '{');
    alpha_write(w, "alpha", on->alpha);
    write_count(w, "tools", on->tools);
    write_count(w, "values", on->values);
    json_write_close(w, '}');
}

void agreement_write(struct json_writer *w, const struct agreement_record *a)
{
    json_write_open(w, '{');
    write_string(w, "type", slice_of("agreement"));
    write_count(w, "tools", a->tools);
    write_count(w, "reviewers", a->reviewers);
    write_on(w, "verdict", &a->verdict);
    write_on(w, "score", &a->score);
    json_write_close(w, '}');
}

static struct agreement_on read_on(struct object *o, const char *key)
{
    struct object inside = object_inside(o, key);
    struct agreement_on on = {
        .alpha = alpha_read(&inside, "alpha"),
        .tools = object_count(&inside, "tools"),
        .values = object_count(&inside, "values"),
    };
    object_adopt(o, &inside, key);
    return on;
}

struct agreement_record agreement_read(struct object *o)
{
    return (struct agreement_record){
        .tools = object_count(o, "tools"),
        .reviewers = object_count(o, "reviewers"),
        .verdict = read_on(o, "verdict"),
        .score = read_on(o, "score"),
    };
}
