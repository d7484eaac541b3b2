/*
 * Looking at the values of a record (json_line_read), in whose objects no
 * member is repeated.  NULL stands for a value that is missing, and has
 * nothing inside.
 */
#ifndef VTOOLS_JSON_VALUE_H
#define VTOOLS_JSON_VALUE_H

#include "lib/json/values.h"

static inline bool json_value_is(const struct json_value *v,
                                 enum field_kind kind)
{
    return v != NULL && v->kind == kind;
}

/* Whether it is missing or null. */
static inline bool json_value_is_null(const struct json_value *v)
{
    return v == NULL || v->kind == FIELD_NULL;
}

/* The first item or member; NULL when there is none. */
static inline const struct json_value *
json_value_first(const struct json_value *v)
{
    return v == NULL || v->span == 1 ? NULL : v + 1;
}

/* The one behind `inside` in the array or object v; NULL at the end. */
static inline const struct json_value *
json_value_next(const struct json_value *v, const struct json_value *inside)
{
    const struct json_value *next = inside + inside->span;
    return next == v + v->span ? NULL : next;
}

/* A loop over the items or members of v. */
#define json_value_each(v, inside)                                             \
    for (const struct json_value *inside = json_value_first(v);                \
         inside != NULL; inside = json_value_next(v, inside))

/* The item or member behind so many others; NULL when there is none. */
const struct json_value *json_value_item(const struct json_value *v,
                                         size_t behind);

/* How many items or members there are. */
size_t json_value_size(const struct json_value *v);

/* NULL also when the value is no object. */
const struct json_value *json_value_member(const struct json_value *v,
                                           struct slice name);

/* A string; unknown for anything else. */
static inline struct slice json_value_string(const struct json_value *v)
{
    return json_value_is(v, FIELD_STRING) ? v->text : slice_from(NULL, 0);
}

/* Whether it is a number without a point and an exponent. */
bool json_value_is_integer(const struct json_value *v);

/* The value of one. */
int64_t json_value_integer(const struct json_value *v);

/* A number, rounded to the nearest; 0 for anything else. */
double json_value_real(const struct json_value *v);

/*
 * Adds the value as JSON text, byte for byte as tree_add_text writes the tree
 * of it.
 */
void json_value_add_text(struct bytes *out, const struct json_value *v);

#endif
