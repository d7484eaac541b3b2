/*
 * The field reader: walks a JSON line once and hands out named members as
 * slices of the line, decoding nothing that is not asked for.
 *
 * It accepts a line or declines it.  What it declines jansson decides and
 * words, so that the reader as a whole takes exactly the lines that jansson
 * takes; a line that jansson takes is then walked without checks.
 */
#ifndef VTOOLS_JSON_FIELDS_H
#define VTOOLS_JSON_FIELDS_H

#include "lib/base/arena.h"
#include "lib/base/bytes.h"
#include "lib/base/diag.h"
#include "lib/base/wide.h"

enum field_kind {
    FIELD_ABSENT,
    FIELD_NULL,
    FIELD_FALSE,
    FIELD_TRUE,
    FIELD_NUMBER,
    FIELD_STRING,
    FIELD_ARRAY,
    FIELD_OBJECT
};

/*
 * One member's value.  `raw` is its text in the line; for a string, what
 * stands between the quotation marks, still escaped if `escaped`; unknown for
 * an object whose own members are read.  `small` is one more than a number, if
 * that is a whole one of a few digits; else it may be 0, and means nothing if
 * it is no number.  `folded` is set for a string of which it was seen by the
 * way that text_is_folded (lib/base/text.h) would say so, decoded; `in_room`
 * for one that was decoded into a room, where `raw` is then what it says.
 * `at` is where the value begins in the line.
 */
struct field {
    enum field_kind kind : 8;
    bool escaped, folded, in_room;
    uint32_t small;
    const char *at;
    struct slice raw;
};

/* The column of a value in its line, from 1, in bytes; of none, 1. */
static inline size_t field_column(const char *at, struct slice line)
{
    return at == NULL ? 1 : (size_t)(at - line.at) + 1;
}

enum { FIELDS_MOST = 64, FIELD_NAMES_MOST = 128 };

/* Some of the fields: the members of the object that is the field `outer`. */
struct field_group {
    size_t outer, first, count;
};

/*
 * What to read.  The first `top` fields are members of the line's object, the
 * others up to `count` are those of groups.  The names behind them, up to
 * `known`, are members of the line's object that are not read, and no others
 * either.
 */
struct field_names {
    const struct slice *at;
    size_t top, count, known;
    const struct field_group *groups;
    size_t group_count;
};

/*
 * Names, and what they point to, are the caller's.  They are found by their
 * first eight bytes.
 */
struct field_reader {
    struct field_names names;
    size_t count;            /* of the fields; 0: it is not set up yet */
    const struct wide *wide; /* the best there are, except in tests */
    uint64_t heads[FIELD_NAMES_MOST];
    unsigned char first_alike[FIELD_NAMES_MOST], next_alike[FIELD_NAMES_MOST];
};

/* A reader of members of the line's object. */
void field_reader_init(struct field_reader *r, const struct slice *names,
                       size_t count);

/* The same with groups and names that are only known. */
void field_reader_init_names(struct field_reader *r,
                             const struct field_names *names);

/* The group whose object the field is; NULL when it is none. */
const struct field_group *field_group_of(const struct field_names *names,
                                         size_t field);

enum fields_result {
    FIELDS_READ,
    FIELDS_NO_OBJECT, /* valid JSON, but an array; *d says so */
    FIELDS_REFUSED    /* not JSON; *d says why and where */
};

/*
 * Reads one line into fields[0..count), in the order of the names; of a
 * repeated member the last counts.  When `others` is given, the members not
 * named are added to it as they stand, each as `"key":value` with a comma
 * before it.  Slices point into the line.  `source` and `number` name the
 * line in *d.
 */
enum fields_result fields_read(struct field_reader *r, struct slice line,
                               const char *source, size_t number,
                               struct field *fields, struct bytes *others,
                               struct diag *d);

/*
 * The first half of fields_read alone: false when the line is declined, which
 * says nothing about it.  Where the leaves stood is noted if notes are given.
 */
struct shape_notes;
bool fields_walk(struct field_reader *r, struct slice line,
                 struct field *fields, struct bytes *others,
                 struct shape_notes *notes);

/* The second half, of a line that was declined. */
enum fields_result fields_read_declined(struct field_reader *r,
                                        struct slice line, const char *source,
                                        size_t number, struct field *fields,
                                        struct bytes *others, struct diag *d);

/*
 * Where long strings are decoded by the way, as many as there is room for, one
 * behind the other, with FIELD_ROOM_BEFORE bytes before each that are the
 * reader's; `at` moves on.  Up to FIELD_ROOM_BEHIND bytes behind a string are
 * written, whatever they are.
 */
struct field_room {
    char *at, *end;
};

enum { FIELD_ROOM_BEFORE = 64, FIELD_ROOM_BEHIND = 64 };

/*
 * Puts what the valid escape at *at stands for to where there is room for four
 * bytes, and passes it; gives what follows there.
 */
char *field_put_escape(char *to, const char **at, const char *end);

/* Adds a string member's value, decoded. */
void field_add_decoded(struct bytes *out, const struct field *f);

/*
 * A string member's value, decoded into the arena if it is escaped and a
 * slice of the line if not.  Unknown when the member is no string or, with
 * *failed set, when there is no memory.
 */
struct slice field_string(const struct field *f, struct arena *a, bool *failed);

#endif
