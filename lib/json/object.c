#include "lib/json/object.h"

#include "lib/base/decimal.h"
#include "lib/json/fields.h"
#include "lib/json/write.h"

/*
 * Members are mostly taken in the order in which they stand, so that the one
 * behind the last is looked at first.
 */
const struct json_value *object_member(struct object *o, const char *key)
{
    struct slice name = slice_of(key);
    if (!json_value_is(o->value, FIELD_OBJECT))
        return NULL;
    const struct json_value *end = o->value + o->value->span;
    const struct json_value *first = o->value + 1;
    const struct json_value *from = o->next == NULL ? first : o->next;
    for (const struct json_value *i = from; i != end; i += i->span) {
        if (slice_equal(i->key, name)) {
            o->next = i + i->span;
            return i;
        }
    }
    for (const struct json_value *i = first; i != from; i += i->span) {
        if (slice_equal(i->key, name)) {
            o->next = i + i->span;
            return i;
        }
    }
    return NULL;
}

/* The same, NULL also when null. */
static const struct json_value *member(struct object *o, const char *key)
{
    const struct json_value *value = object_member(o, key);
    return json_value_is_null(value) ? NULL : value;
}

void object_refuse(struct object *o, const char *key, const char *wanted)
{
    if (o->bad != NULL)
        return;
    o->bad = key;
    o->wanted = wanted;
}

struct slice object_string(struct object *o, const char *key)
{
    const struct json_value *value = member(o, key);
    if (value != NULL && !json_value_is(value, FIELD_STRING))
        object_refuse(o, key, "a string or null");
    return json_value_string(value);
}

/* Past this, sums and hundredths of numbers might overflow. */
static const int64_t MOST = INT64_C(1000000000000000);

int64_t object_decimal(struct object *o, const char *key)
{
    const struct json_value *value = member(o, key);
    if (value == NULL)
        return DECIMAL_UNKNOWN;
    double number = json_value_real(value);
    if (value->kind != FIELD_NUMBER || number > (double)MOST ||
        number < -(double)MOST) {
        object_refuse(o, key, "a number or null");
        return DECIMAL_UNKNOWN;
    }
    return json_value_is_integer(value) ? json_value_integer(value) * 100
                                        : decimal_of_real(number);
}

int64_t object_percentage(struct object *o, const char *key)
{
    int64_t hundredths = object_decimal(o, key);
    if (hundredths == DECIMAL_UNKNOWN ||
        (hundredths >= 0 && hundredths <= 100 * 100))
        return hundredths;
    object_refuse(o, key, "a number from 0 to 100 or null");
    return DECIMAL_UNKNOWN;
}

int64_t object_count(struct object *o, const char *key)
{
    const struct json_value *value = member(o, key);
    if (value == NULL)
        return -1;
    int64_t count =
        json_value_is_integer(value) ? json_value_integer(value) : -1;
    if (count < 0 || count > MOST) {
        object_refuse(o, key, "a whole number or null");
        return -1;
    }
    return count;
}

int object_bool(struct object *o, const char *key)
{
    const struct json_value *value = member(o, key);
    if (value == NULL)
        return -1;
    if (value->kind != FIELD_TRUE && value->kind != FIELD_FALSE)
        object_refuse(o, key, "true, false or null");
    return value->kind == FIELD_TRUE ? 1 : 0;
}

const struct json_value *object_array(struct object *o, const char *key)
{
    const struct json_value *value = member(o, key);
    if (value != NULL && value->kind != FIELD_ARRAY) {
        object_refuse(o, key, "an array or null");
        return NULL;
    }
    return value;
}

struct object object_inside(struct object *o, const char *key)
{
    struct object inside = {.value = member(o, key)};
    if (inside.value != NULL && inside.value->kind != FIELD_OBJECT) {
        object_refuse(o, key, "an object or null");
        inside.value = NULL;
    }
    return inside;
}

struct object object_item(struct object *o, const char *key,
                          const struct json_value *value)
{
    struct object item = {.value = value};
    if (!json_value_is(value, FIELD_OBJECT)) {
        object_refuse(o, key, "an array of objects");
        item.value = NULL;
    }
    return item;
}

void object_adopt(struct object *o, const struct object *inside,
                  const char *key)
{
    if (inside->bad == NULL || o->bad != NULL)
        return;
    object_refuse(o, inside->bad, inside->wanted);
    o->inside = key;
}

/*
 * Whether a key is one of the names.  They are mostly met in their order:
 * *next is looked at first, and is moved behind the one that is found.
 */
static bool is_one_of(struct slice key, const char *const *names,
                      const char *const **next)
{
    const char *const *from = *next;
    for (const char *const *name = from; *name != NULL; name++) {
        if (slice_is(key, *name)) {
            *next = name + 1;
            return true;
        }
    }
    for (const char *const *name = names; name != from; name++) {
        if (slice_is(key, *name)) {
            *next = name + 1;
            return true;
        }
    }
    return false;
}

void object_add_others(struct bytes *out, const struct json_value *value,
                       const char *const *names)
{
    const char *const *next = names;
    if (!json_value_is(value, FIELD_OBJECT))
        return;
    json_value_each(value, i)
    {
        if (is_one_of(i->key, names, &next))
            continue;
        bytes_add_byte(out, ',');
        json_add_string(out, i->key);
        bytes_add_byte(out, ':');
        json_value_add_text(out, i);
    }
}

static void add_member(struct bytes *out, const char *key, const json_t *value)
{
    bytes_add_byte(out, ',');
    json_add_string(out, slice_of(key));
    bytes_add_byte(out, ':');
    tree_add_text(out, value);
}

/* The members as an object; NULL when there are none or no memory. */
static json_t *object_of_members(struct slice members, bool *failed)
{
    struct bytes text = {0};
    struct diag ignored;
    if (members.len == 0)
        return NULL;
    bytes_add_byte(&text, '{');
    bytes_add_slice(&text, slice_after(members, 1));
    bytes_add_byte(&text, '}');
    json_t *value = text.failed
                        ? NULL
                        : tree_read_line(bytes_slice(&text), NULL, 0, &ignored);
    *failed = *failed || value == NULL;
    bytes_free(&text);
    return value;
}

void object_join_members(struct bytes *out, struct slice a, struct slice b)
{
    json_t *first = object_of_members(a, &out->failed);
    json_t *second = object_of_members(b, &out->failed);
    const char *key;
    json_t *item;
    bytes_add_slice(out, a);
    json_object_foreach(second, key, item)
    {
        if (json_object_get(first, key) == NULL)
            add_member(out, key, item);
    }
    json_decref(first);
    json_decref(second);
}

size_t object_column(struct slice line, const char *key)
{
    struct slice name = slice_of(key);
    struct field_reader reader;
    struct field found;
    struct diag ignored;
    field_reader_init(&reader, &name, 1);
    if (fields_read(&reader, line, NULL, 0, &found, NULL, &ignored) !=
        FIELDS_READ)
        return 1;
    return field_column(found.at, line);
}

bool object_check(const struct object *o, struct slice line, const char *source,
                  size_t number, struct diag *d)
{
    if (o->bad == NULL)
        return true;
    const char *top = o->inside == NULL ? o->bad : o->inside;
    size_t column = object_column(line, top);
    if (o->inside == NULL)
        diag_set(d, source, number, column, "\"%s\" must be %s", o->bad,
                 o->wanted);
    else
        diag_set(d, source, number, column, "\"%s\" in \"%s\" must be %s",
                 o->bad, o->inside, o->wanted);
    return false;
}
