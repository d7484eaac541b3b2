/*
 * A whole JSON text as a flat array of values, in document order: for texts
 * that are read once and thrown away, where a tree of its own allocations a
 * value would take longer than all the rest.  Values of records are looked at
 * through lib/json/value.h.
 */
#ifndef VTOOLS_JSON_VALUES_H
#define VTOOLS_JSON_VALUES_H

#include "lib/json/fields.h"
#include "lib/json/tree.h"

/*
 * What is inside an array or object stands right behind it, and the value
 * beside one stands `span` values further on.
 */
struct json_value {
    enum field_kind kind;
    uint32_t span;     /* how many values it is, with those inside it */
    struct slice key;  /* of a member; unknown elsewhere */
    struct slice text; /* of a string, decoded; of any other as it stands */
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

/*
 * Reads a line that holds one record.  Of repeated members there is only the
 * last, where the first one stood.  What is not plainly valid, jansson decides
 * and words, and as deep as it goes.  The values belong to the arena, their
 * texts to it or to the line.  NULL with *d filled when it is no JSON and when
 * there is no memory; *failed is set then.
 */
const struct json_value *json_line_read(struct slice line, const char *source,
                                        size_t number, struct arena *arena,
                                        bool *failed, struct diag *d);

/* A tree as values that outlive it; NULL when there is no memory. */
const struct json_value *json_values_of_tree(const json_t *tree,
                                             struct arena *arena);

/* An object's last member of that name; NO_VALUE when there is none. */
uint32_t json_values_member(const struct json_values *values, uint32_t object,
                            struct slice name);

/* A string; unknown for any other value and for NO_VALUE. */
struct slice json_values_string(const struct json_values *values, uint32_t at);

/* How many values an array or object holds. */
uint32_t json_values_size(const struct json_values *values, uint32_t at);

#endif
