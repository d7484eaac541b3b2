#include "lib/render/paths.h"

#include <stdio.h>
#include <stdlib.h>

#include "lib/json/field_stream.h"
#include "lib/json/walk.h"

#define NO_PATH SIZE_MAX

/* The members of one object, or the items of one array. */
struct step {
    struct field_stream stream;
    struct slice names[FIELDS_MOST];
    size_t count;
    size_t paths[FIELDS_MOST];        /* which path ends there, or NO_PATH */
    struct step *inside[FIELDS_MOST]; /* what is wanted inside, or NULL */
};

struct paths {
    struct step *first;
    size_t count;
};

static void step_free(struct step *s)
{
    if (s == NULL)
        return;
    for (size_t i = 0; i < s->count; i++)
        step_free(s->inside[i]);
    field_stream_free(&s->stream);
    free(s);
}

/* Adds a path from here on.  False when there is no memory or room. */
static bool step_add(struct step *s, const char *path, size_t number)
{
    size_t len = strcspn(path, ".="), i = 0;
    struct slice name = slice_from(path, len);
    while (i < s->count && !slice_equal(s->names[i], name))
        i++;
    if (i == FIELDS_MOST)
        return false;
    if (i == s->count) {
        s->names[i] = name;
        s->paths[i] = NO_PATH;
        s->count++;
    }
    if (path[len] != '.') {
        s->paths[i] = number;
        return true;
    }
    if (s->inside[i] == NULL)
        s->inside[i] = calloc(1, sizeof *s->inside[i]);
    return s->inside[i] != NULL &&
           step_add(s->inside[i], path + len + 1, number);
}

static void step_prepare(struct step *s)
{
    struct field_names names = {s->names, s->count, s->count,
                                s->count, NULL,     0};
    field_stream_init(&s->stream, &names, true);
    for (size_t i = 0; i < s->count; i++)
        if (s->inside[i] != NULL)
            step_prepare(s->inside[i]);
}

struct paths *paths_new(const char *const *at, size_t count)
{
    struct paths *p = calloc(1, sizeof *p);
    bool ok = p != NULL && (p->first = calloc(1, sizeof *p->first)) != NULL;
    for (size_t i = 0; ok && i < count; i++)
        ok = step_add(p->first, at[i], i);
    if (!ok) {
        paths_free(p);
        return NULL;
    }
    p->count = count;
    step_prepare(p->first);
    return p;
}

void paths_free(struct paths *p)
{
    if (p != NULL)
        step_free(p->first);
    free(p);
}

static void read_inside(struct step *s, const struct field *f,
                        struct field *values);

static void take(struct step *s, size_t i, const struct field *f,
                 struct field *values)
{
    if (s->paths[i] != NO_PATH)
        values[s->paths[i]] = *f;
    if (s->inside[i] != NULL)
        read_inside(s->inside[i], f, values);
}

static void take_members(struct step *s, struct field *values)
{
    for (size_t i = 0; i < s->count; i++)
        if (s->stream.fields[i].kind != FIELD_ABSENT)
            take(s, i, &s->stream.fields[i], values);
}

static void take_items(struct step *s, struct slice array, struct field *values)
{
    struct walk w = walk_begin(array, true, s->stream.reader.wide);
    struct field item;
    char number[24];
    bool more = walk_take(&w, '[');
    for (size_t n = 0; more; n++) {
        walk_space(&w);
        if (!walk_value(&w, &item))
            return;
        snprintf(number, sizeof number, "%zu", n);
        for (size_t i = 0; i < s->count; i++)
            if (slice_is(s->names[i], number))
                take(s, i, &item, values);
        walk_space(&w);
        more = walk_take(&w, ',');
    }
}

/* The line was read once, so that all in it is JSON. */
static void read_inside(struct step *s, const struct field *f,
                        struct field *values)
{
    struct diag d;
    if (f->kind == FIELD_ARRAY)
        take_items(s, f->raw, values);
    else if (f->kind == FIELD_OBJECT &&
             field_stream_read(&s->stream, f->raw, NULL, 0, &d) == FIELDS_READ)
        take_members(s, values);
}

enum fields_result paths_read(struct paths *p, struct slice line,
                              const char *source, size_t number,
                              struct field *values, struct diag *d)
{
    enum fields_result result =
        field_stream_read(&p->first->stream, line, source, number, d);
    memset(values, 0, p->count * sizeof *values);
    if (result == FIELDS_READ)
        take_members(p->first, values);
    return result;
}
