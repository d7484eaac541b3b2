/* Pieces that several record types are written of. */
#ifndef VTOOLS_RECORD_PARTS_H
#define VTOOLS_RECORD_PARTS_H

#include "lib/json/members.h"
#include "lib/json/object.h"
#include "lib/json/write.h"
#include "lib/record/sighting.h"

/* "key":value pairs, in line as their keys are literals. */
static inline void write_string(struct json_writer *w, const char *key,
                                struct slice value)
{
    json_write_key(w, key);
    json_write_string(w, value);
}

static inline void write_decimal(struct json_writer *w, const char *key,
                                 int64_t hundredths)
{
    json_write_key(w, key);
    json_write_decimal(w, hundredths);
}

/* A count of -1 is null. */
static inline void write_count(struct json_writer *w, const char *key,
                               int64_t count)
{
    json_write_key(w, key);
    if (count < 0)
        json_write_null(w);
    else
        json_write_integer(w, count);
}

static inline void write_judgement(struct json_writer *w, const char *key,
                                   enum judgement verdict)
{
    write_string(w, key, judgement_word(verdict));
}

void write_stated(struct json_writer *w, const struct stated *s);
void write_aggregate(struct json_writer *w, const struct aggregate *a);

/* Members of the form `,"key":value` behind at least one other. */
void write_others(struct json_writer *w, struct slice others);

/* A judgement or null, of an object or of fields; any other word is refused. */
enum judgement read_judgement(struct object *o, const char *key);
enum judgement take_judgement(struct members *m, size_t name);
struct stated read_stated(struct object *o);

/* Whether there is one. */
bool read_aggregate(struct object *o, struct aggregate *a);

/*
 * The members in none of `names`, as write_others takes them, in the arena.
 * False when there is no memory.
 */
bool read_others(const struct object *o, const char *const *names,
                 struct arena *arena, struct slice *others);

/*
 * The JSON text of a value, in the arena; unknown when the value is NULL.
 * False when there is no memory.
 */
bool read_text(const struct json_value *value, struct arena *arena,
               struct slice *text);

#endif
