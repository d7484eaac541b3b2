/*
 * Whether the field reader and jansson say the same of a line: both refuse
 * it, or both take it and give the same values.
 */
#ifndef TESTS_UNIT_AGREEMENT_H
#define TESTS_UNIT_AGREEMENT_H

#include <errno.h>
#include <stdlib.h>

#include "lib/base/text.h"
#include "lib/json/fields.h"
#include "lib/json/tree.h"
#include "lib/json/values.h"

#include "tests/unit/value_agreement.h"

/* As many names as any test asks for. */
enum { AGREEMENT_NAMES = 16 };

/* Names of members within members, and of one that is only known. */
static const struct slice nested_name[] = {
    SLICE("type"), SLICE("source"), SLICE("k"), SLICE(""),     SLICE("é"),
    SLICE("at"),   SLICE("file"),   SLICE("k"), SLICE("line"), SLICE("known")};

static const struct field_group nested_groups[] = {{1, 6, 2}, {5, 8, 1}};

static const struct field_names nested_names = {.at = nested_name,
                                                .top = 6,
                                                .count = 9,
                                                .known = 10,
                                                .groups = nested_groups,
                                                .group_count = 2};

/* jansson passes over a NUL behind a number or word, which is no JSON. */
static json_t *reference_read(struct slice line)
{
    if (line.len != 0 && memchr(line.at, '\0', line.len) != NULL)
        return NULL;
    json_t *value = json_loadb(line.at, line.len, 0, NULL);
    return value;
}

static bool same_string(const struct field *f, const json_t *value)
{
    struct arena arena = {0};
    bool failed = false;
    struct slice wanted = tree_string(value);
    struct slice got = field_string(f, &arena, &failed);
    bool same = json_is_string(value) && !failed && slice_equal(got, wanted) &&
                (!f->folded || text_is_folded(got));
    arena_free(&arena);
    return same;
}

/* What is known of a number as it was passed; there is no more of it. */
static bool same_small(const struct field *f, const json_t *value)
{
    return f->small == 0 || (json_is_integer(value) &&
                             json_integer_value(value) == f->small - 1);
}

static bool same_number(struct slice raw, const json_t *value)
{
    char text[1024];
    if (raw.len >= sizeof text || !json_is_number(value))
        return raw.len >= sizeof text;
    memcpy(text, raw.at, raw.len);
    text[raw.len] = '\0';
    char *end;
    if (json_is_integer(value)) {
        errno = 0;
        return strtoll(text, &end, 10) == json_integer_value(value) &&
               *end == '\0' && errno == 0;
    }
    double got = strtod(text, &end), wanted = json_real_value(value);
    return strpbrk(text, ".eE") != NULL && *end == '\0' &&
           memcmp(&got, &wanted, sizeof got) == 0;
}

static bool same_container(struct slice raw, const json_t *value)
{
    json_t *got = json_loadb(raw.at, raw.len, 0, NULL);
    bool same = got != NULL && json_equal(got, value) != 0;
    json_decref(got);
    return same;
}

/* -- the array of values ------------------------------------------------ */

static bool same_values(const struct json_values *values, uint32_t at,
                        const json_t *wanted)
{
    const struct json_value *v = &values->at[at];
    uint32_t i = at + 1;
    size_t count = 0;
    switch (v->kind) {
    case FIELD_OBJECT:
        for (; i < at + v->span; i += values->at[i].span) {
            struct slice key = values->at[i].key;
            const json_t *member = json_object_getn(wanted, key.at, key.len);
            bool last = json_values_member(values, at, key) == i;
            if (member == NULL || (last && !same_values(values, i, member)))
                return false;
            count += last;
        }
        return json_is_object(wanted) && count == json_object_size(wanted);
    case FIELD_ARRAY:
        for (; i < at + v->span; i += values->at[i].span)
            if (!same_values(values, i, json_array_get(wanted, count++)))
                return false;
        return json_is_array(wanted) && count == json_array_size(wanted);
    case FIELD_STRING:
        return json_is_string(wanted) &&
               slice_equal(v->text, tree_string(wanted));
    case FIELD_NUMBER:
        return same_number(v->text, wanted);
    case FIELD_NULL:
        return json_is_null(wanted);
    case FIELD_TRUE:
        return json_is_true(wanted);
    default:
        return v->kind == FIELD_FALSE && json_is_false(wanted);
    }
}

/* Whether a text has no numbers, which may be long, and is not deep. */
static bool is_plain(struct slice text)
{
    size_t brackets = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (text.at[i] >= '0' && text.at[i] <= '9')
            return false;
        brackets += text.at[i] == '[' || text.at[i] == '{';
    }
    return brackets < JSON_VALUES_DEPTH_MOST;
}

/*
 * A text that is read into an array must be JSON and hold these values; one
 * that is not must be no JSON, or have what the walk leaves to jansson.
 */
static const char *differing_array(struct slice line, const json_t *wanted)
{
    struct arena arena = {0};
    struct json_values values = {0};
    const char *wrong = NULL;
    bool failed = false;
    if (json_values_read(&values, line, &arena, &failed)) {
        if (wanted == NULL)
            wrong = "an array of values is read from what is no JSON";
        else if (!same_values(&values, 0, wanted))
            wrong = "an array of values differs";
    } else if (wanted != NULL && is_plain(line)) {
        wrong = "a plain text is not read into an array";
    }
    arena_free(&arena);
    return failed ? "an array of values without memory" : wrong;
}

/* -- fields ------------------------------------------------------------- */

/*
 * The value must be where it is said to begin, inside the line, if it is not in
 * a room.
 */
static bool right_place(const struct field *f, struct slice line)
{
    size_t quote = f->kind == FIELD_STRING;
    if (f->in_room)
        return f->kind == FIELD_STRING && !f->escaped && f->at >= line.at &&
               f->at + 1 < line.at + line.len && *f->at == '"';
    return f->at >= line.at && f->raw.at == f->at + quote &&
           f->raw.at + f->raw.len + quote <= line.at + line.len;
}

static const char *differing_field(const struct field *f, const json_t *value,
                                   struct slice line)
{
    if (f->kind == FIELD_ABSENT)
        return value == NULL ? NULL : "a member is not found";
    if (value == NULL)
        return "a member is found that is not there";
    if (!right_place(f, line))
        return "a member's place is wrong";
    bool same = false;
    switch (f->kind) {
    case FIELD_STRING:
        same = same_string(f, value);
        break;
    case FIELD_NUMBER:
        same = same_number(f->raw, value) && same_small(f, value);
        break;
    case FIELD_ARRAY:
        same = json_is_array(value) && same_container(f->raw, value);
        break;
    case FIELD_OBJECT:
        same = json_is_object(value) && same_container(f->raw, value);
        break;
    case FIELD_NULL:
        same = json_is_null(value) && slice_is(f->raw, "null");
        break;
    case FIELD_TRUE:
        same = json_is_true(value) && slice_is(f->raw, "true");
        break;
    default:
        same = json_is_false(value) && slice_is(f->raw, "false");
    }
    return same ? NULL : "a member's value differs";
}

static const char *differing_fields(const struct field_names *names,
                                    size_t first, size_t count,
                                    const struct field *fields,
                                    const json_t *object, struct slice line)
{
    const char *wrong = NULL;
    for (size_t i = first; i < first + count && wrong == NULL; i++) {
        struct slice name = names->at[i];
        const json_t *value = json_object_getn(object, name.at, name.len);
        bool is_outer = i < names->top && field_group_of(names, i) != NULL;
        if (!is_outer || fields[i].kind != FIELD_OBJECT)
            wrong = differing_field(&fields[i], value, line);
        else if (!json_is_object(value) || slice_known(fields[i].raw) ||
                 *fields[i].at != '{')
            wrong = "an object whose members are read differs";
    }
    return wrong;
}

/* The members not asked for must come out as they stood. */
static bool same_others(const struct field_names *names, struct slice others,
                        const json_t *value)
{
    json_t *rest = json_copy((json_t *)value);
    for (size_t i = 0; i < names->known; i++)
        if (i < names->top || i >= names->count)
            json_object_deln(rest, names->at[i].at, names->at[i].len);
    struct bytes text = {0};
    bytes_add_byte(&text, '{');
    if (others.len != 0 && others.at[0] == ',')
        bytes_add_slice(&text, slice_after(others, 1));
    bytes_add_byte(&text, '}');
    json_t *got = json_loadb(text.at, text.len, 0, NULL);
    bool same = got != NULL && json_equal(got, rest) != 0;
    bytes_free(&text);
    json_decref(got);
    json_decref(rest);
    return same;
}

static const char *differing_members(const struct field_names *names,
                                     struct slice line,
                                     const struct field *fields,
                                     const struct bytes *others,
                                     const json_t *value)
{
    const char *wrong =
        differing_fields(names, 0, names->top, fields, value, line);
    for (size_t i = 0; i < names->group_count && wrong == NULL; i++) {
        const struct field_group *group = &names->groups[i];
        struct slice outer = names->at[group->outer];
        const json_t *inside = json_object_getn(value, outer.at, outer.len);
        wrong = differing_fields(names, group->first, group->count, fields,
                                 inside, line);
    }
    if (wrong == NULL && !same_others(names, bytes_slice(others), value))
        wrong = "the other members differ";
    return wrong;
}

/* A refusal must name the line, a column in it, and a reason. */
static bool well_refused(const struct diag *d, struct slice line)
{
    return d->source != NULL && d->line == 7 && d->column >= 1 &&
           d->column <= line.len + 1 && d->message[0] != '\0';
}

static const char *differing_walk(struct field_reader *r, struct slice line,
                                  const json_t *value)
{
    struct field fields[AGREEMENT_NAMES];
    struct bytes others = {0};
    const char *wrong = NULL;
    if (fields_walk(r, line, fields, &others, NULL))
        wrong = json_is_object(value)
                    ? differing_members(&r->names, line, fields, &others, value)
                    : "the walk takes what jansson refuses";
    bytes_free(&others);
    return wrong;
}

/* NULL when both say the same; else what is different. */
static inline const char *disagreement(struct field_reader *r,
                                       struct slice line)
{
    struct field fields[AGREEMENT_NAMES];
    struct bytes others = {0};
    struct diag d = {0};
    json_t *value = reference_read(line);
    const char *wrong = differing_walk(r, line, value);
    if (wrong == NULL)
        wrong = differing_array(line, value);
    if (wrong == NULL)
        wrong = differing_line(line, value);
    enum fields_result result =
        fields_read(r, line, "test", 7, fields, &others, &d);
    if (wrong != NULL)
        ;
    else if (result != (value == NULL           ? FIELDS_REFUSED
                        : json_is_object(value) ? FIELDS_READ
                                                : FIELDS_NO_OBJECT))
        wrong = "one takes what the other refuses";
    else if (result != FIELDS_READ)
        wrong = well_refused(&d, line) ? NULL : "a refusal names no place";
    else
        wrong = differing_members(&r->names, line, fields, &others, value);
    bytes_free(&others);
    json_decref(value);
    return wrong;
}

#endif
