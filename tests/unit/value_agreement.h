/*
 * Whether a line read as values (lib/json/value.h) says what jansson's tree of
 * it says: the same members in the same order, the same numbers bit for bit,
 * and the same text; or the same complaint.
 */
#ifndef TESTS_UNIT_VALUE_AGREEMENT_H
#define TESTS_UNIT_VALUE_AGREEMENT_H

#include "lib/base/decimal.h"
#include "lib/json/object.h"

static bool same_line_value(const struct json_value *v, const json_t *wanted);

static bool same_line_members(const struct json_value *v, const json_t *wanted)
{
    const struct json_value *i = json_value_first(v);
    const char *key;
    json_t *member;
    json_object_foreach((json_t *)wanted, key, member)
    {
        if (i == NULL || !slice_is(i->key, key) || !same_line_value(i, member))
            return false;
        i = json_value_next(v, i);
    }
    return v->kind == FIELD_OBJECT && i == NULL &&
           json_value_size(v) == json_object_size(wanted);
}

static bool same_line_items(const struct json_value *v, const json_t *wanted)
{
    const struct json_value *i = json_value_first(v);
    size_t at;
    json_t *item;
    json_array_foreach(wanted, at, item)
    {
        if (i == NULL || !same_line_value(i, item))
            return false;
        i = json_value_next(v, i);
    }
    return v->kind == FIELD_ARRAY && i == NULL &&
           json_value_size(v) == json_array_size(wanted);
}

static bool same_line_number(const struct json_value *v, const json_t *wanted)
{
    double got = json_value_real(v), real = json_number_value(wanted);
    if (v->kind != FIELD_NUMBER ||
        json_value_is_integer(v) != json_is_integer(wanted))
        return false;
    if (json_is_integer(wanted))
        return json_value_integer(v) == json_integer_value(wanted) &&
               got == real;
    return memcmp(&got, &real, sizeof got) == 0;
}

static bool same_line_value(const struct json_value *v, const json_t *wanted)
{
    switch (json_typeof(wanted)) {
    case JSON_OBJECT:
        return same_line_members(v, wanted);
    case JSON_ARRAY:
        return same_line_items(v, wanted);
    case JSON_STRING:
        return slice_equal(json_value_string(v), tree_string(wanted));
    case JSON_INTEGER:
    case JSON_REAL:
        return same_line_number(v, wanted);
    case JSON_TRUE:
        return v->kind == FIELD_TRUE;
    case JSON_FALSE:
        return v->kind == FIELD_FALSE;
    default:
        return v->kind == FIELD_NULL;
    }
}

static bool same_line_text(const struct json_value *v, const json_t *wanted)
{
    struct bytes got = {0}, text = {0};
    json_value_add_text(&got, v);
    tree_add_text(&text, wanted);
    bool same =
        !got.failed && slice_equal(bytes_slice(&got), bytes_slice(&text));
    bytes_free(&got);
    bytes_free(&text);
    return same;
}

/* Every member is found by its name, in their order and out of it. */
static bool finds_members(const struct json_value *v, const json_t *wanted)
{
    struct object in_order = {.value = v}, again = {.value = v};
    const char *key, *first = NULL;
    json_t *member;
    json_object_foreach((json_t *)wanted, key, member)
    {
        const struct json_value *found = object_member(&in_order, key);
        first = first == NULL ? key : first;
        if (found == NULL || !slice_is(found->key, key) ||
            object_member(&again, key) != found ||
            object_member(&again, first) != json_value_first(v))
            return false;
    }
    return object_member(&in_order, "no such member") == NULL;
}

/* NULL, or what is different; `wanted` is NULL when the line is no JSON. */
static const char *differing_line(struct slice line, const json_t *wanted)
{
    struct arena arena = {0};
    struct diag d = {0}, reason = {0};
    const char *wrong = NULL;
    bool failed = false;
    const struct json_value *v =
        json_line_read(line, "test", 7, &arena, &failed, &d);
    if (v == NULL && wanted == NULL)
        json_decref(tree_read_line(line, "test", 7, &reason));
    if (failed)
        wrong = "values without memory";
    else if ((v == NULL) != (wanted == NULL))
        wrong = "values are read of what is no JSON, or are not of JSON";
    else if (v == NULL && (strcmp(d.message, reason.message) != 0 ||
                           d.column != reason.column || d.line != reason.line))
        wrong = "a line is refused in other words";
    else if (v != NULL && !same_line_value(v, wanted))
        wrong = "the values of a line differ";
    else if (v != NULL && !same_line_text(v, wanted))
        wrong = "the text of a line's values differs";
    else if (v != NULL && !finds_members(v, wanted))
        wrong = "a member is not found by its name";
    arena_free(&arena);
    return wrong;
}

#endif
