#include "lib/render/jsonld.h"

#include <stdio.h>

#include "lib/json/tree.h"
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

static void add_value(struct bytes *out, size_t *count, struct bytes *path,
                      const json_t *value);

static void add_inside(struct bytes *out, size_t *count, struct bytes *path,
                       const char *key, const json_t *value)
{
    size_t len = path->len;
    if (len != 0)
        bytes_add_byte(path, '.');
    bytes_add_string(path, key);
    add_value(out, count, path, value);
    path->len = len;
}

static void add_scalar(struct bytes *out, size_t *count,
                       const struct bytes *path, const json_t *value)
{
    bytes_add_string(out, (*count)++ == 0 ? "\n" : ",\n");
    bytes_add_string(out, "{\"@type\":\"PropertyValue\"");
    jsonld_add_string(out, "name", bytes_slice(path));
    bytes_add_string(out, ",\"value\":");
    if (json_is_string(value))
        json_text_add_string(out, tree_string(value), JSON_IN_PAGE);
    else
        tree_add_text(out, value);
    bytes_add_byte(out, '}');
}

/* A property for each value that is no container, by its path. */
static void add_value(struct bytes *out, size_t *count, struct bytes *path,
                      const json_t *value)
{
    const char *key;
    json_t *inside;
    size_t i;
    if (json_is_object(value)) {
        json_object_foreach((json_t *)value, key, inside)
            add_inside(out, count, path, key, inside);
    } else if (json_is_array(value)) {
        json_array_foreach(value, i, inside)
        {
            char number[24];
            snprintf(number, sizeof number, "%zu", i);
            add_inside(out, count, path, number, inside);
        }
    } else if (!json_is_null(value)) {
        add_scalar(out, count, path, value);
    }
}

/* schema.org knows no such thing: a set of values by their names. */
static void jsonld_dataset(struct document *d, struct slice type,
                           const struct object *o)
{
    struct bytes path = {0};
    size_t count = 0;
    jsonld_begin_thing(d);
    bytes_add_string(&d->out, "{\"@type\":\"Dataset\"");
    jsonld_add_string(&d->out, "name", type);
    bytes_add_string(&d->out, ",\"variableMeasured\":[");
    add_value(&d->out, &count, &path, o->value);
    bytes_add_string(&d->out, "]}");
    d->out.failed = d->out.failed || path.failed;
    bytes_free(&path);
}

static bool jsonld_other(struct document *d, struct slice type,
                         struct object *o)
{
    static const char *const known[] = {"vote",      "change", "group",
                                        "agreement", "audit",  "begin",
                                        "partial",   "end"};
    if (slice_is(type, "tool")) {
        jsonld_tool(d, o);
        return true;
    }
    if (slice_is(type, "review")) {
        jsonld_review(d, o);
        return true;
    }
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        if (slice_is(type, known[i])) {
            jsonld_dataset(d, type, o);
            return true;
        }
    }
    return false;
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
