/*
 * What a record of any type says, value by value, for formats that have no
 * better words for it.
 */
#ifndef VTOOLS_RENDER_FACTS_H
#define VTOOLS_RENDER_FACTS_H

#include "lib/json/value.h"

/*
 * Hands out every value that is no container and not null, by its path:
 * `score.mean`, `values.0`.  The path is valid during the call.  False when
 * there was no memory for paths.
 */
bool facts_walk(const struct json_value *record,
                void (*take)(void *self, struct slice path,
                             const struct json_value *value),
                void *self);

/* Adds a value for readers: a string as it is, anything else as JSON. */
void facts_add_value(struct bytes *out, const struct json_value *value);

/* What readers call the record: its title, name, tool, or nothing. */
struct slice facts_name(const struct json_value *record);

/* Whether vrecord(5) has a type of that name, for readers. */
bool facts_type_is_known(struct slice type);

#endif
