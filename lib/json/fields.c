#include "lib/json/fields.h"

#include "lib/json/tree.h"
#include "lib/json/walk.h"

void field_reader_init(struct field_reader *r, const struct slice *names,
                       size_t count)
{
    *r = (struct field_reader){
        .names = names, .count = count, .wide = wide_best()};
}

/* Which name this key is, the one that stood here last tried first. */
static size_t find_name(struct field_reader *r, struct slice key, size_t place)
{
    if (place < FIELD_NAMES_MOST && r->guesses[place] < r->count &&
        slice_equal(r->names[r->guesses[place]], key))
        return r->guesses[place];
    for (size_t i = 0; i < r->count; i++) {
        if (!slice_equal(r->names[i], key))
            continue;
        if (place < FIELD_NAMES_MOST)
            r->guesses[place] = (unsigned char)i;
        return i;
    }
    return r->count;
}

static size_t find_escaped_name(struct field_reader *r, struct slice raw)
{
    struct bytes decoded = {0};
    struct field key = {.kind = FIELD_STRING, .escaped = true, .raw = raw};
    field_add_decoded(&decoded, &key);
    size_t found = decoded.failed
                       ? r->count
                       : find_name(r, bytes_slice(&decoded), FIELD_NAMES_MOST);
    bytes_free(&decoded);
    return found;
}

static bool walk_member(struct field_reader *r, struct walk *w, size_t place,
                        struct field *fields, struct bytes *others)
{
    const char *from = w->at;
    struct slice key;
    bool escaped;
    if (!walk_take(w, '"') || !walk_string(w, &key, &escaped))
        return false;
    if (escaped && !w->trusted)
        return false;
    size_t name =
        escaped ? find_escaped_name(r, key) : find_name(r, key, place);
    walk_space(w);
    if (!walk_take(w, ':'))
        return false;
    walk_space(w);
    struct field value;
    if (!walk_value(w, &value))
        return false;
    if (name < r->count) {
        fields[name] = value;
    } else if (others != NULL) {
        bytes_add_byte(others, ',');
        bytes_add(others, from, (size_t)(w->at - from));
    }
    return true;
}

static bool walk_line(struct field_reader *r, struct walk *w,
                      struct field *fields, struct bytes *others)
{
    memset(fields, 0, r->count * sizeof *fields);
    if (others != NULL)
        bytes_clear(others);
    walk_space(w);
    if (!walk_take(w, '{'))
        return false;
    walk_space(w);
    bool more = !walk_take(w, '}');
    for (size_t place = 0; more; place++) {
        if (!walk_member(r, w, place, fields, others))
            return false;
        walk_space(w);
        more = walk_take(w, ',');
        if (more)
            walk_space(w);
        else if (!walk_take(w, '}'))
            return false;
    }
    walk_space(w);
    return w->at == w->end;
}

bool fields_walk(struct field_reader *r, struct slice line,
                 struct field *fields, struct bytes *others)
{
    struct walk w = walk_begin(line, false, r->wide);
    return walk_line(r, &w, fields, others);
}

enum fields_result fields_read(struct field_reader *r, struct slice line,
                               const char *source, size_t number,
                               struct field *fields, struct bytes *others,
                               struct diag *d)
{
    if (fields_walk(r, line, fields, others))
        return FIELDS_READ;
    json_t *value = tree_read_line(line, source, number, d);
    if (value == NULL)
        return FIELDS_REFUSED;
    bool object = json_is_object(value);
    json_decref(value);
    struct walk w = walk_begin(line, true, r->wide);
    if (!object || !walk_line(r, &w, fields, others)) {
        diag_set(d, source, number, 1, "not a record: an object is needed");
        return FIELDS_NO_OBJECT;
    }
    return FIELDS_READ;
}

static const char *add_escaped(struct bytes *out, const char *at,
                               const char *end)
{
    static const char letters[] = "bfnrt", bytes[] = "\b\f\n\r\t";
    const char *letter = memchr(letters, *at, sizeof letters - 1);
    if (*at != 'u') {
        bytes_add_byte(out, letter == NULL ? *at : bytes[letter - letters]);
        return at + 1;
    }
    long unit = walk_hex4(at + 1, end);
    at += 5;
    if (unit >= 0xd800 && unit <= 0xdbff && end - at >= 6) {
        long low = walk_hex4(at + 2, end);
        unit = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
        at += 6;
    }
    bytes_add_codepoint(out, (unsigned long)unit);
    return at;
}

void field_add_decoded(struct bytes *out, const struct field *f)
{
    const char *at = f->raw.at, *end = at + f->raw.len;
    while (at < end) {
        const char *backslash =
            f->escaped ? memchr(at, '\\', (size_t)(end - at)) : NULL;
        bytes_add(out, at,
                  (size_t)((backslash == NULL ? end : backslash) - at));
        at = backslash == NULL ? end : add_escaped(out, backslash + 1, end);
    }
}

struct slice field_string(const struct field *f, struct arena *a, bool *failed)
{
    if (f->kind != FIELD_STRING)
        return slice_from(NULL, 0);
    if (!f->escaped)
        return f->raw;
    struct bytes decoded = {0};
    field_add_decoded(&decoded, f);
    struct slice s = slice_from(NULL, 0);
    if (decoded.failed)
        *failed = true;
    else
        s = arena_copy(a, bytes_slice(&decoded), failed);
    bytes_free(&decoded);
    return s;
}
