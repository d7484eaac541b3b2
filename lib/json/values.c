#include "lib/json/values.h"

#include <limits.h>

#include "lib/base/hash.h"
#include "lib/json/walk.h"

enum { ROOM = 64 };

/* Keys of all the open objects, and of one; jansson knows larger ones. */
enum { KEYS_MOST = 512, MEMBERS_MOST = 128 };

struct reader {
    struct walk walk;
    struct json_values *values;
    struct arena *arena;
    bool *failed;
    size_t first_room;
    unsigned depth_most;
    bool distinct; /* what may be a repeated key is not taken */
    size_t key_count;
    uint32_t keys[KEYS_MOST]; /* their hashes, the innermost object's last */
};

/* The keys of one object. */
struct object_keys {
    size_t first;
    uint64_t seen; /* a bit for each, which several may share */
};

/* Room for one more value; NO_VALUE when there is no memory. */
static uint32_t add_value(struct reader *r)
{
    struct json_values *values = r->values;
    if (values->count == values->room) {
        size_t room =
            values->room == 0 ? r->first_room : (size_t)values->room * 2;
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

/* Adds a key; false when the object may have it already, or has too many. */
static bool add_key(struct reader *r, struct object_keys *keys,
                    struct slice key)
{
    uint32_t hash = (uint32_t)hash_bytes(key);
    uint64_t bit = UINT64_C(1) << (hash & 63);
    if (r->key_count == KEYS_MOST || r->key_count - keys->first == MEMBERS_MOST)
        return false;
    if ((keys->seen & bit) != 0)
        for (size_t i = keys->first; i < r->key_count; i++)
            if (r->keys[i] == hash)
                return false;
    keys->seen |= bit;
    r->keys[r->key_count++] = hash;
    return true;
}

static bool read_key(struct reader *r, struct object_keys *keys,
                     struct slice *key)
{
    struct field f = {.kind = FIELD_STRING};
    if (!walk_take(&r->walk, '"') || !walk_string(&r->walk, &f.raw, &f.escaped))
        return false;
    *key = field_string(&f, r->arena, r->failed);
    if (r->distinct && !add_key(r, keys, *key))
        return false;
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
    struct object_keys keys = {.first = r->key_count};
    walk_space(w);
    if (walk_take(w, end))
        return true;
    do {
        struct slice key = {NULL, 0};
        walk_space(w);
        if ((object && !read_key(r, &keys, &key)) || !read_value(r, key, depth))
            return false;
        walk_space(w);
    } while (walk_take(w, ','));
    r->key_count = keys.first;
    return walk_take(w, end);
}

static bool read_value(struct reader *r, struct slice key, unsigned depth)
{
    struct walk *w = &r->walk;
    const char *from = w->at;
    uint32_t at = add_value(r);
    struct json_value value = {.key = key};
    if (at == NO_VALUE || w->at == w->end)
        return false;
    if (*w->at == '{' || *w->at == '[') {
        bool object = *w->at++ == '{';
        value.kind = object ? FIELD_OBJECT : FIELD_ARRAY;
        if (depth == r->depth_most || !read_inside(r, object, depth + 1))
            return false;
        value.text = slice_from(from, (size_t)(w->at - from));
    } else {
        struct field f;
        if (!walk_value(w, &f))
            return false;
        value.kind = f.kind;
        value.text = f.kind == FIELD_STRING
                         ? field_string(&f, r->arena, r->failed)
                         : f.raw;
    }
    value.span = r->values->count - at;
    r->values->at[at] = value;
    return true;
}

static bool read_text(struct reader *r)
{
    struct walk *w = &r->walk;
    r->values->count = 0;
    walk_space(w);
    if (w->at == w->end || (*w->at != '{' && *w->at != '[') ||
        !read_value(r, slice_from(NULL, 0), 0))
        return false;
    walk_space(w);
    return w->at == w->end && !*r->failed;
}

bool json_values_read(struct json_values *values, struct slice text,
                      struct arena *arena, bool *failed)
{
    struct reader r = {.walk = walk_begin(text, false, wide_best()),
                       .values = values,
                       .arena = arena,
                       .failed = failed,
                       .first_room = ROOM,
                       .depth_most = JSON_VALUES_DEPTH_MOST};
    return read_text(&r);
}

/* -- lines -------------------------------------------------------------- */

/* Few records have more values than this: their array need not grow. */
enum { BYTES_A_VALUE = 8 };

const struct json_value *json_values_of_tree(const json_t *tree,
                                             struct arena *arena)
{
    struct json_values values = {0};
    struct bytes text = {0};
    bool failed = false;
    tree_add_exact_text(&text, tree);
    struct slice copy = arena_copy(arena, bytes_slice(&text), &failed);
    struct reader r = {.walk = walk_begin(copy, true, wide_best()),
                       .values = &values,
                       .arena = arena,
                       .failed = &failed,
                       .first_room = ROOM + copy.len / BYTES_A_VALUE,
                       .depth_most = UINT_MAX};
    bool read = !failed && !text.failed && read_text(&r);
    bytes_free(&text);
    return read ? values.at : NULL;
}

/* What jansson makes of a line that the walk declines. */
static const struct json_value *read_declined(struct slice line,
                                              const char *source, size_t number,
                                              struct arena *arena, bool *failed,
                                              struct diag *d)
{
    json_t *tree = tree_read_line(line, source, number, d);
    if (tree == NULL) {
        *failed = d->no_memory;
        return NULL;
    }
    const struct json_value *value = json_values_of_tree(tree, arena);
    json_decref(tree);
    if (value == NULL) {
        diag_no_memory(d);
        *failed = true;
    }
    return value;
}

const struct json_value *json_line_read(struct slice line, const char *source,
                                        size_t number, struct arena *arena,
                                        bool *failed, struct diag *d)
{
    struct json_values values = {0};
    bool no_memory = false;
    struct reader r = {.walk = walk_begin(line, false, wide_best()),
                       .values = &values,
                       .arena = arena,
                       .failed = &no_memory,
                       .first_room = ROOM + line.len / BYTES_A_VALUE,
                       .depth_most = JSON_VALUES_DEPTH_MOST,
                       .distinct = true};
    if (read_text(&r))
        return values.at;
    return read_declined(line, source, number, arena, failed, d);
}

/* -- looking at them ---------------------------------------------------- */

uint32_t json_values_member(const struct json_values *values, uint32_t object,
                            struct slice name)
{
    const struct json_value *at = values->at;
    uint32_t found = NO_VALUE;
    if (object == NO_VALUE || at[object].kind != FIELD_OBJECT)
        return found;
    uint32_t end = object + at[object].span;
    for (uint32_t i = object + 1; i < end; i += at[i].span)
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
    uint32_t size = 0, end = at + values->at[at].span;
    for (uint32_t i = at + 1; i < end; i += values->at[i].span)
        size++;
    return size;
}
