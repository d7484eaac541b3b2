#include "lib/render/facts.h"

#include <stdio.h>

struct walking {
    void (*take)(void *self, struct slice path, const struct json_value *value);
    void *self;
    struct bytes path;
};

static void walk(struct walking *w, const struct json_value *value);

static void walk_inside(struct walking *w, struct slice key,
                        const struct json_value *value)
{
    size_t len = w->path.len;
    if (len != 0)
        bytes_add_byte(&w->path, '.');
    bytes_add_slice(&w->path, key);
    walk(w, value);
    w->path.len = len;
}

static void walk(struct walking *w, const struct json_value *value)
{
    size_t i = 0;
    if (value->kind == FIELD_OBJECT) {
        json_value_each(value, inside) walk_inside(w, inside->key, inside);
    } else if (value->kind == FIELD_ARRAY) {
        json_value_each(value, inside)
        {
            char number[24];
            snprintf(number, sizeof number, "%zu", i++);
            walk_inside(w, slice_of(number), inside);
        }
    } else if (value->kind != FIELD_NULL) {
        w->take(w->self, bytes_slice(&w->path), value);
    }
}

bool facts_walk(const struct json_value *record,
                void (*take)(void *self, struct slice path,
                             const struct json_value *value),
                void *self)
{
    struct walking w = {.take = take, .self = self};
    walk(&w, record);
    bool ok = !w.path.failed;
    bytes_free(&w.path);
    return ok;
}

void facts_add_value(struct bytes *out, const struct json_value *value)
{
    if (value->kind == FIELD_STRING)
        bytes_add_slice(out, value->text);
    else
        json_value_add_text(out, value);
}

struct slice facts_name(const struct json_value *record)
{
    static const char *const keys[] = {"title", "name", "tool"};
    struct slice name = {NULL, 0};
    for (size_t i = 0; i < sizeof keys / sizeof *keys && name.len == 0; i++)
        name = json_value_string(json_value_member(record, slice_of(keys[i])));
    return name;
}

bool facts_type_is_known(struct slice type)
{
    static const char *const types[] = {
        "tool",   "review",  "vote",      "verdict", "comparison",
        "matrix", "change",  "agreement", "audit",   "group",
        "begin",  "partial", "end",       "page"};
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (slice_is(type, types[i]))
            return true;
    return false;
}
