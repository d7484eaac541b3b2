/*
 * Taking typed members out of a line that the field reader has read, as
 * lib/json/object.h does with jansson's trees.  A member that is missing is as
 * good as null.  The first member of a wrong type is remembered, so that a
 * reader takes all it wants and checks once.
 */
#ifndef VTOOLS_JSON_MEMBERS_H
#define VTOOLS_JSON_MEMBERS_H

#include <stdint.h>

#include "lib/json/fields.h"

/*
 * One record being read: `fields` are those of `names`, which end in NUL.
 * Strings that are taken point into the line or the arena.  Start with
 * {.names = ..., .fields = ..., .arena = ...}.
 */
struct members {
    const struct field_names *names;
    const struct field *fields;
    struct arena *arena;
    bool no_memory;

    /* The first wrong member, what it should be, and where it stands. */
    const char *bad, *wanted;
    const char *outer; /* the member of the record that holds it, or NULL */
    size_t column;
};

bool members_missing(const struct members *m, size_t name);
struct slice members_string(struct members *m, size_t name);

/* Hundredths, or DECIMAL_UNKNOWN (lib/base/decimal.h). */
int64_t members_decimal(struct members *m, size_t name);

/* The same for a score or a percentage, which lies between 0 and 100. */
int64_t members_percentage(struct members *m, size_t name);

/* A whole number of at least 0, or -1. */
int64_t members_count(struct members *m, size_t name);

/* False when missing. */
bool members_bool(struct members *m, size_t name);

/* An object as JSON text. */
struct slice members_object_text(struct members *m, size_t name);

/* Marks a member as wrong. */
void members_refuse(struct members *m, size_t name, const char *wanted);

/* Whether an object is there whose members are read as fields. */
bool members_object(struct members *m, size_t name);

/* False with *d filled when a member was wrong or memory ran out. */
bool members_check(const struct members *m, const char *source, size_t number,
                   struct diag *d);

#endif
