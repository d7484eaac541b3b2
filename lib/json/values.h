/*
 * A whole JSON text as a flat array of values, in document order: for texts
 * that are read once and thrown away, where a tree of its own allocations a
 * value would take longer than all the rest.
 */
#ifndef VTOOLS_JSON_VALUES_H
#define VTOOLS_JSON_VALUES_H

#include "lib/json/fields.h"

/*
 * The values inside an array or object are those behind it up to `end`, and
 * the one that follows a value beside it stands at its `end`.
 */
struct json_value {
    enum field_kind kind;
    uint32_t end;
    struct slice key;  /* of a member; unknown elsewhere */
    struct slice text; /* of a string, decoded; of a number as it stands */
};

/* Everything belongs to the text or the arena; begins as {0}. */
struct json_values {
    struct json_value *at;
    uint32_t count, room;
};

enum { JSON_VALUES_DEPTH_MOST = 512 };

#define NO_VALUE UINT32_MAX

/*
 * Reads a text that holds one array or object.  False when it is not valid,
 * goes deeper than JSON_VALUES_DEPTH_MOST or, with *failed set, when there is
 * no memory.  Repeated members all stand there.  The values of a text that was
 * read before, into the same arena, are gone then: their room is used again.
 */
bool json_values_read(struct json_values *values, struct slice text,
                      struct arena *arena, bool *failed);

/* An object's last member of that name; NO_VALUE when there is none. */
uint32_t json_values_member(const struct json_values *values, uint32_t object,
                            struct slice name);

/* A string; unknown for any other value and for NO_VALUE. */
struct slice json_values_string(const struct json_values *values, uint32_t at);

/* How many values an array or object holds. */
uint32_t json_values_size(const struct json_values *values, uint32_t at);

#endif
