#include "lib/json/values.h"

#include "lib/json/walk.h"

struct reader {
    struct walk walk;
    struct json_values *values;
    struct arena *arena;
    bool *failed;
};

/* Room for one more value; NO_VALUE when there is no memory. */
static uint32_t add_value(struct reader *r)
{
    enum { FIRST_ROOM = 64 };
    struct json_values *values = r->values;
    if (values->count == values->room) {
        size_t room = values->room == 0 ? FIRST_ROOM : (size_t)values->room * 2;
        struct json_value *made =
            room >= NO_VALUE ? NULL
                             : arena_alloc(r->arena, room * sizeof *made);
        if (made == NULL) {
            *r->failed = true;
            return NO_VALUE;
        }
        if (values->count != 0)
            memcpy(made, values->at, values->count * sizeof *made);
        values->at = made;
        values->room = (uint32_t)room;
    }
    return values->count++;
}

static bool read_key(struct reader *r, struct slice *key)
{
    struct field f = {.kind = FIELD_STRING};
    if (!walk_take(&r->walk, '"') || !walk_string(&r->walk, &f.raw, &f.escaped))
        return false;
    *key = field_string(&f, r->arena, r->failed);
    walk_space(&r->walk);
    if (!walk_take(&r->walk, ':'))
        return false;
    walk_space(&r->walk);
    return true;
}

static bool read_value(struct reader *r, struct slice key, unsigned depth);

/* What is in an array or object, the reader standing behind its bracket. */
static bool read_inside(struct reader *r, bool object, unsigned depth)
{
    struct walk *w = &r->walk;
    char end = object ? '}' : ']';
    walk_space(w);
    if (walk_take(w, end))
        return true;
    do {
        struct slice key = {NULL, 0};
        walk_space(w);
        if ((object && !read_key(r, &key)) || !read_value(r, key, depth))
            return false;
        walk_space(w);
    } while (walk_take(w, ','));
    return walk_take(w, end);
}

static bool read_value(struct reader *r, struct slice key, unsigned depth)
{
    struct walk *w = &r->walk;
    uint32_t at = add_value(r);
    struct json_value value = {.key = key};
    if (at == NO_VALUE || w->at == w->end)
        return false;
    if (*w->at == '{' || *w->at == '[') {
        bool object = *w->at++ == '{';
        value.kind = object ? FIELD_OBJECT : FIELD_ARRAY;
        if (depth == JSON_VALUES_DEPTH_MOST ||
            !read_inside(r, object, depth + 1))
            return false;
    } else {
        struct field f;
        if (!walk_value(w, &f))
            return false;
        value.kind = f.kind;
        value.text = f.kind == FIELD_STRING
                         ? field_string(&f, r->arena, r->failed)
                         : f.raw;
    }
    value.end = r->values->count;
    r->values->at[at] = value;
    return true;
}

bool json_values_read(struct json_values *values, struct slice text,
                      struct arena *arena, bool *failed)
{
    struct reader r = {.walk = walk_begin(text, false, wide_best()),
                       .values = values,
                       .arena = arena,
                       .failed = failed};
    values->count = 0;
    walk_space(&r.walk);
    if (r.walk.at == r.walk.end || (*r.walk.at != '{' && *r.walk.at != '[') ||
        !read_value(&r, slice_from(NULL, 0), 0))
        return false;
    walk_space(&r.walk);
    return r.walk.at == r.walk.end && !*failed;
}

uint32_t json_values_member(const struct json_values *values, uint32_t object,
                            struct slice name)
{
    const struct json_value *at = values->at;
    uint32_t found = NO_VALUE;
    if (object == NO_VALUE || at[object].kind != FIELD_OBJECT)
        return found;
    for (uint32_t i = object + 1; i < at[object].end; i = at[i].end)
        if (slice_equal(at[i].key, name))
            found = i;
    return found;
}

struct slice json_values_string(const struct json_values *values, uint32_t at)
{
    return at != NO_VALUE && values->at[at].kind == FIELD_STRING
               ? values->at[at].text
               : slice_from(NULL, 0);
}

uint32_t json_values_size(const struct json_values *values, uint32_t at)
{
    uint32_t size = 0;
    for (uint32_t i = at + 1; i < values->at[at].end; i = values->at[i].end)
        size++;
    return size;
}
