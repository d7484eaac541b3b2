#include "lib/render/jsonld.h"

#include "lib/render/facts.h"
#include "lib/render/json_text.h"

static void jsonld_begin(struct document *d)
{
    bytes_add_string(&d->out,
                     "{\"@context\":\"https://schema.org\",\"@graph\":[");
}

static void jsonld_end(struct document *d)
{
    bytes_add_string(&d->out, "\n]}\n");
}

void jsonld_begin_thing(struct document *d)
{
    bytes_add_string(&d->out, d->sections++ == 0 ? "\n" : ",\n");
}

/* -- other types -------------------------------------------------------- */

static void add_fact(void *self, struct slice path,
                     const struct json_value *value)
{
    struct document *d = self;
    /* Behind the bracket of the array there is none before it. */
    bool first = d->out.at != NULL && d->out.at[d->out.len - 1] == '[';
    bytes_add_string(&d->out, first ? "\n" : ",\n");
    bytes_add_string(&d->out, "{\"@type\":\"PropertyValue\"");
    jsonld_add_string(&d->out, "name", path);
    bytes_add_string(&d->out, ",\"value\":");
    if (value->kind == FIELD_STRING)
        json_text_add_string(&d->out, value->text, JSON_IN_PAGE);
    else
        json_value_add_text(&d->out, value);
    bytes_add_byte(&d->out, '}');
}

/* schema.org knows no such thing: a set of values by their names. */
static void add_dataset(struct document *d, struct slice type,
                        const struct json_value *record)
{
    jsonld_begin_thing(d);
    bytes_add_string(&d->out, "{\"@type\":\"Dataset\"");
    jsonld_add_string(&d->out, "name", type);
    bytes_add_string(&d->out, ",\"variableMeasured\":[");
    if (!facts_walk(record, add_fact, d))
        d->out.failed = true;
    bytes_add_string(&d->out, "]}");
}

static bool jsonld_other(struct document *d, struct slice type,
                         struct object *o)
{
    if (slice_is(type, "tool"))
        jsonld_tool(d, o);
    else if (slice_is(type, "review"))
        jsonld_review(d, o);
    else if (facts_type_is_known(type))
        add_dataset(d, type, o->value);
    else
        return false;
    return true;
}

const struct format format_jsonld = {
    .name = "jsonld",
    .extensions = ".jsonld",
    .begin = jsonld_begin,
    .comparison = jsonld_comparison,
    .verdict = jsonld_verdict,
    .other = jsonld_other,
    .end = jsonld_end,
};
