/*
 * Taking typed members out of a line that the field reader has read, as
 * lib/json/object.h does with whole values.  A member that is missing is as
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
    const char *at;    /* NULL when it is missing */
};

static inline bool members_missing(const struct members *m, size_t name)
{
    return m->fields[name].kind <= FIELD_NULL;
}

/* What members_string does with any member. */
struct slice members_any_string(struct members *m, size_t name);

/* A string, or an unknown slice; most that are taken are one or the other. */
static inline __attribute__((always_inline)) struct slice
members_string(struct members *m, size_t name)
{
    const struct field *f = &m->fields[name];
    if (f->kind == FIELD_STRING && !f->escaped)
        return f->raw;
    return members_missing(m, name) ? slice_from(NULL, 0)
                                    : members_any_string(m, name);
}

/* Hundredths, or DECIMAL_UNKNOWN (lib/base/decimal.h). */
int64_t members_decimal(struct members *m, size_t name);

/* The number if it is a whole one of few digits, as most are; else -1. */
static inline int64_t members_small(const struct members *m, size_t name)
{
    const struct field *f = &m->fields[name];
    return f->kind == FIELD_NUMBER ? (int64_t)f->small - 1 : -1;
}

/* What members_percentage and members_count do with any member. */
int64_t members_any_percentage(struct members *m, size_t name);
int64_t members_any_count(struct members *m, size_t name);

/* As members_decimal for a score or a percentage, between 0 and 100. */
static inline int64_t members_percentage(struct members *m, size_t name)
{
    int64_t small = members_small(m, name);
    return small >= 0 && small <= 100 ? small * 100
                                      : members_any_percentage(m, name);
}

/* A whole number of at least 0, or -1. */
static inline int64_t members_count(struct members *m, size_t name)
{
    int64_t small = members_small(m, name);
    return small >= 0 || members_missing(m, name) ? small
                                                  : members_any_count(m, name);
}

/* Marks a member as wrong. */
void members_refuse(struct members *m, size_t name, const char *wanted);

/* False when missing. */
static inline bool members_bool(struct members *m, size_t name)
{
    enum field_kind kind = m->fields[name].kind;
    if (!members_missing(m, name) && kind != FIELD_TRUE && kind != FIELD_FALSE)
        members_refuse(m, name, "true, false or null");
    return kind == FIELD_TRUE;
}

/* Whether an object is there whose members are read as fields. */
static inline bool members_object(struct members *m, size_t name)
{
    if (members_missing(m, name))
        return false;
    if (m->fields[name].kind != FIELD_OBJECT)
        members_refuse(m, name, "an object or null");
    return true;
}

/* An object as JSON text. */
static inline struct slice members_object_text(struct members *m, size_t name)
{
    return members_object(m, name) ? m->fields[name].raw : slice_from(NULL, 0);
}

/* Fills *d when a member of the line was wrong or memory ran out. */
void members_complain(const struct members *m, struct slice line,
                      const char *source, size_t number, struct diag *d);

/* Whether there is reason to. */
static inline bool members_wrong(const struct members *m)
{
    return m->bad != NULL || m->no_memory;
}

/* False, having done so, when there is. */
static inline bool members_check(const struct members *m, struct slice line,
                                 const char *source, size_t number,
                                 struct diag *d)
{
    if (members_wrong(m))
        members_complain(m, line, source, number, d);
    return !members_wrong(m);
}

#endif
