/*
 * Taking typed members out of an object of a record.  A member that is missing
 * is as good as null.  The first member of a wrong type is remembered, so that
 * a reader takes all it wants and checks once.
 */
#ifndef VTOOLS_JSON_OBJECT_H
#define VTOOLS_JSON_OBJECT_H

#include <stdint.h>

#include "lib/base/arena.h"
#include "lib/base/diag.h"
#include "lib/json/value.h"

/*
 * Strings that are taken are those of the value.  `bad` and `wanted` (NULL
 * while all is well) name the first wrong member and what it should be.  Start
 * with {.value = ...}.
 */
struct object {
    const struct json_value *value;
    const struct json_value *next; /* behind the member that was taken last */
    const char *bad, *wanted;
    const char *inside; /* the member of the record that holds it, or NULL */
};

/* Of any kind; NULL when missing, but not when null. */
const struct json_value *object_member(struct object *o, const char *key);

struct slice object_string(struct object *o, const char *key);

/* A number of at most 10^15 with two decimals, or DECIMAL_UNKNOWN. */
int64_t object_decimal(struct object *o, const char *key);

/* The same for a score or a percentage, which lies between 0 and 100. */
int64_t object_percentage(struct object *o, const char *key);

/* A whole number from 0 to 10^15, or -1 when it is null or missing. */
int64_t object_count(struct object *o, const char *key);

/* true is 1, false 0, null -1. */
int object_bool(struct object *o, const char *key);

/* NULL when null or missing. */
const struct json_value *object_array(struct object *o, const char *key);

/* The member as an object to take from; its value is NULL when missing. */
struct object object_inside(struct object *o, const char *key);

/*
 * An item of the array `key` to take from; what is no object is refused and
 * has no members.
 */
struct object object_item(struct object *o, const char *key,
                          const struct json_value *value);

/* Takes over what was wrong inside the member `key`. */
void object_adopt(struct object *o, const struct object *inside,
                  const char *key);

/* Marks a member as wrong. */
void object_refuse(struct object *o, const char *key, const char *wanted);

/*
 * Adds the members that are in none of `names` (which NULL ends), each as
 * `,"key":value`.
 */
void object_add_others(struct bytes *out, const struct json_value *value,
                       const char *const *names);

/*
 * Adds members `a`, which object_add_others or the field reader made, and
 * those of `b` with keys that `a` has not.
 */
void object_join_members(struct bytes *out, struct slice a, struct slice b);

/*
 * False with *d filled when a member was wrong; `line` is the text it was
 * read from, in which the column is looked up.
 */
bool object_check(const struct object *o, struct slice line, const char *source,
                  size_t number, struct diag *d);

/* Where the value of a top-level member begins, from 1; 1 when not found. */
size_t object_column(struct slice line, const char *key);

#endif
