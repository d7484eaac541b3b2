#include "lib/json/object.h"

#include "lib/base/decimal.h"
#include "lib/json/fields.h"

static const json_t *member(const struct object *o, const char *key)
{
    const json_t *value = json_object_get(o->value, key);
    return json_is_null(value) ? NULL : value;
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
    const json_t *value = member(o, key);
    if (value != NULL && !json_is_string(value))
        object_refuse(o, key, "a string or null");
    return tree_string(value);
}

/* Past this, sums and hundredths of numbers might overflow. */
static const int64_t MOST = INT64_C(1000000000000000);

int64_t object_decimal(struct object *o, const char *key)
{
    const json_t *value = member(o, key);
    if (value == NULL)
        return DECIMAL_UNKNOWN;
    double number = json_number_value(value);
    if (!json_is_number(value) || number > (double)MOST ||
        number < -(double)MOST) {
        object_refuse(o, key, "a number or null");
        return DECIMAL_UNKNOWN;
    }
    return json_is_integer(value) ? json_integer_value(value) * 100
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
    const json_t *value = member(o, key);
    if (value == NULL)
        return -1;
    if (!json_is_integer(value) || json_integer_value(value) < 0 ||
        json_integer_value(value) > MOST) {
        object_refuse(o, key, "a whole number or null");
        return -1;
    }
    return json_integer_value(value);
}

int object_bool(struct object *o, const char *key)
{
    const json_t *value = member(o, key);
    if (value == NULL)
        return -1;
    if (!json_is_boolean(value))
        object_refuse(o, key, "true, false or null");
    return json_is_true(value) ? 1 : 0;
}

const json_t *object_array(struct object *o, const char *key)
{
    const json_t *value = member(o, key);
    if (value != NULL && !json_is_array(value)) {
        object_refuse(o, key, "an array or null");
        return NULL;
    }
    return value;
}

struct object object_inside(struct object *o, const char *key)
{
    struct object inside = {.value = member(o, key)};
    if (inside.value != NULL && !json_is_object(inside.value)) {
        object_refuse(o, key, "an object or null");
        inside.value = NULL;
    }
    return inside;
}

struct object object_item(struct object *o, const char *key,
                          const json_t *array, size_t i)
{
    struct object item = {.value = json_array_get(array, i)};
    if (!json_is_object(item.value)) {
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

static bool is_one_of(const char *key, const char *const *names)
{
    for (; *names != NULL; names++)
        if (strcmp(*names, key) == 0)
            return true;
    return false;
}

static void add_member(struct bytes *out, const char *key, const json_t *value)
{
    bytes_add_byte(out, ',');
    json_t *name = json_string(key);
    tree_add_text(out, name);
    json_decref(name);
    bytes_add_byte(out, ':');
    tree_add_text(out, value);
}

void object_add_others(struct bytes *out, const json_t *value,
                       const char *const *names)
{
    const char *key;
    json_t *item;
    json_object_foreach((json_t *)value, key, item)
    {
        if (!is_one_of(key, names))
            add_member(out, key, item);
    }
}

/* The members as an object; NULL when there are none or no memory. */
static json_t *object_of_members(struct slice members)
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
    bytes_free(&text);
    return value;
}

void object_join_members(struct bytes *out, struct slice a, struct slice b)
{
    json_t *first = object_of_members(a), *second = object_of_members(b);
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
            FIELDS_READ ||
        found.kind == FIELD_ABSENT)
        return 1;
    return found.column;
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
