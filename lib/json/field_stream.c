#include "lib/json/field_stream.h"

void field_stream_init(struct field_stream *s, const struct field_names *names,
                       bool padded)
{
    *s = (struct field_stream){.padded = padded};
    field_reader_init_names(&s->reader, names);
}

void field_stream_free(struct field_stream *s)
{
    bytes_free(&s->others);
}

void field_stream_forget(struct field_stream *s)
{
    shapes_forget(&s->shapes);
}

/* Walks a line that has no shape that is known. */
static bool walk_new(struct field_stream *s, struct slice line)
{
    struct shape_notes notes;
    if (!s->padded || !shapes_curious(&s->shapes))
        return fields_walk(&s->reader, line, s->fields, &s->others, NULL);
    shape_notes_begin(&notes);
    if (!fields_walk(&s->reader, line, s->fields, &s->others, &notes))
        return false;
    shapes_learn(&s->shapes, line, &notes);
    return true;
}

static size_t fit(struct field_stream *s, struct slice line, bool open)
{
    const struct shape_target to = {.wide = s->reader.wide,
                                    .fields = s->fields,
                                    .others = &s->others,
                                    .room = s->room};
    return s->padded ? shapes_fit(&s->shapes, line, open, &to) : 0;
}

size_t field_stream_walk_first(struct field_stream *s, struct slice text)
{
    size_t len = fit(s, text, true);
    s->unfit = len != 0 ? NULL : text.at;
    return len;
}

bool field_stream_walk(struct field_stream *s, struct slice line)
{
    bool unfit = s->unfit == line.at;
    s->unfit = NULL;
    return (!unfit && fit(s, line, false) != 0) || walk_new(s, line);
}

enum fields_result field_stream_read(struct field_stream *s, struct slice line,
                                     const char *source, size_t number,
                                     struct diag *d)
{
    return field_stream_walk(s, line)
               ? FIELDS_READ
               : fields_read_declined(&s->reader, line, source, number,
                                      s->fields, &s->others, d);
}
