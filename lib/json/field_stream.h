/*
 * The field reader for lines that come one after the other and are mostly
 * alike: it remembers their shapes.
 */
#ifndef VTOOLS_JSON_FIELD_STREAM_H
#define VTOOLS_JSON_FIELD_STREAM_H

#include "lib/json/shapes.h"

/*
 * `fields` and `others` are of the line read last.  With a room a string may
 * be decoded there by the way: then it is not escaped, and `raw` is what it
 * says.
 */
struct field_stream {
    struct field_reader reader;
    bool padded;
    struct field fields[SHAPE_FIELDS];
    struct bytes others;
    struct field_room *room; /* the caller's, or NULL */
    struct shapes shapes;
    const char *unfit; /* a line that was found to have no known shape */
};

/*
 * `padded`: behind each line WIDE_BEHIND bytes can be read, whatever they
 * are.  Without them no line has a shape.
 */
void field_stream_init(struct field_stream *s, const struct field_names *names,
                       bool padded);
void field_stream_free(struct field_stream *s);

/* Forgets the shapes; what was learnt never shows but in the time it takes. */
void field_stream_forget(struct field_stream *s);

/* As fields_read; the members not named are kept in any case. */
enum fields_result field_stream_read(struct field_stream *s, struct slice line,
                                     const char *source, size_t number,
                                     struct diag *d);

/* The first half of it alone, as fields_walk. */
bool field_stream_walk(struct field_stream *s, struct slice line);

/*
 * The same of the line that the text begins with, if it has a known shape: its
 * end is found by the way, before an LF, or a CR and an LF, or with the text.
 * Gives how long it is; 0 says nothing about it: it should be read by the
 * others next.
 */
size_t field_stream_walk_first(struct field_stream *s, struct slice text);

#endif
