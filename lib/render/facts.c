#include "lib/render/facts.h"

#include <stdio.h>

#include "lib/json/tree.h"

struct walking {
    void (*take)(void *self, struct slice path, const json_t *value);
    void *self;
    struct bytes path;
};

static void walk(struct walking *w, const json_t *value);

static void walk_inside(struct walking *w, const char *key, const json_t *value)
{
    size_t len = w->path.len;
    if (len != 0)
        bytes_add_byte(&w->path, '.');
    bytes_add_string(&w->path, key);
    walk(w, value);
    w->path.len = len;
}

static void walk(struct walking *w, const json_t *value)
{
    const char *key;
    json_t *inside;
    size_t i;
    if (json_is_object(value)) {
        json_object_foreach((json_t *)value, key, inside)
            walk_inside(w, key, inside);
    } else if (json_is_array(value)) {
        json_array_foreach(value, i, inside)
        {
            char number[24];
            snprintf(number, sizeof number, "%zu", i);
            walk_inside(w, number, inside);
        }
    } else if (!json_is_null(value)) {
        w->take(w->self, bytes_slice(&w->path), value);
    }
}

bool facts_walk(const json_t *record,
                void (*take)(void *self, struct slice path,
                             const json_t *value),
                void *self)
{
    struct walking w = {.take = take, .self = self};
    walk(&w, record);
    bool ok = !w.path.failed;
    bytes_free(&w.path);
    return ok;
}

void facts_add_value(struct bytes *out, const json_t *value)
{
    if (json_is_string(value))
        bytes_add_slice(out, tree_string(value));
    else
        tree_add_text(out, value);
}

struct slice facts_name(const json_t *record)
{
    static const char *const keys[] = {"title", "name", "tool"};
    struct slice name = {NULL, 0};
    for (size_t i = 0; i < sizeof keys / sizeof *keys && name.len == 0; i++)
        name = tree_string(json_object_get(record, keys[i]));
    return name;
}

bool facts_type_is_known(struct slice type)
{
    static const char *const types[] = {
        "tool",   "review",  "vote",      "verdict", "comparison",
        "matrix", "change",  "agreement", "audit",   "group",
        "begin",  "partial", "end"};
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (slice_is(type, types[i]))
            return true;
    return false;
}
