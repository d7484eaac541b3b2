/*
 * Reading what partial records hold: whole numbers, and arrays of objects.
 * Private to lib/record/partial*.c.
 */
#ifndef VTOOLS_RECORD_PARTIAL_ITEMS_H
#define VTOOLS_RECORD_PARTIAL_ITEMS_H

#include "lib/json/members.h"
#include "lib/record/partial.h"

/* What a line is read with. */
struct reading {
    struct partial_reader *reader;
    struct members *record;
    struct slice line;
    const struct sighting_taker *taker;
    bool stopped;
};

/*
 * A whole number between the two, or `unknown` when it is missing; `wanted`
 * says what it must be.
 */
int64_t take_integer(struct members *m, size_t name, int64_t unknown,
                     int64_t least, int64_t most, const char *wanted);

/* The largest number that records can say. */
#define NUMBER_MOST INT64_C(1000000000000000)

/* -1: unknown. */
int64_t take_count(struct members *m, size_t name);

/* Takes an object of an array. */
typedef void item_taker(struct reading *r, struct members *item, void *self);

/*
 * Hands the objects of an array to the taker, one after the other, read into
 * `fields`.  What is wrong in one is told with its place in the line.
 */
void each_item(struct reading *r, size_t name, struct field_reader *reader,
               struct field *fields, item_taker *take, void *self);

/* -- sightings (partial_sighting.c) ---------------------------------------- */

/* Sets up the reader of sightings. */
void partial_sightings_init(struct field_reader *reader);

/* Takes the members "tools", "reviews" and "votes" of a partial. */
void take_sightings(struct reading *r, size_t name, enum sighting_type type,
                    struct partial_record *p);

#endif
