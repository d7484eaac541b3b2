/* Whether a stream of fields and jansson say the same of a line. */
#ifndef TESTS_UNIT_STREAM_AGREEMENT_H
#define TESTS_UNIT_STREAM_AGREEMENT_H

#include "lib/json/field_stream.h"
#include "tests/unit/agreement.h"

/*
 * Whether the stream takes the line, and NULL if it is right to do so: then
 * jansson takes it too, and has the same values.  That it does not take it
 * says nothing.
 */
static const char *differing_stream(struct field_stream *s, struct slice line,
                                    bool *taken)
{
    *taken = field_stream_walk(s, line);
    if (!*taken)
        return NULL;
    json_t *value = reference_read(line);
    const char *wrong = "a stream takes what jansson refuses";
    if (json_is_object(value))
        wrong = differing_members(&s->reader.names, line, s->fields, &s->others,
                                  value);
    json_decref(value);
    return wrong;
}

/*
 * The same of a stream that takes the line or not, with a room for strings,
 * which may be too small for all of them.
 */
static const char *differing_in_room(struct field_stream *s, struct slice line,
                                     bool taken)
{
    static size_t turn;
    bool again;
    const size_t sizes[] = {4 * line.len + 4096, line.len + 200, 150,
                            line.len / 2 + 130, 1};
    size_t size = sizes[turn++ % 5];
    char *memory = malloc(size);
    struct field_room room = {memory, memory + size};
    if (memory == NULL)
        return "no memory";
    s->room = &room;
    const char *wrong = differing_stream(s, line, &again);
    s->room = NULL;
    if (wrong == NULL && again != taken)
        wrong = "a room makes a difference";
    if (room.at < memory || room.at > room.end)
        wrong = "a room is too small";
    free(memory);
    return wrong;
}

/*
 * The same of a stream that looks for the line's end by itself, where more
 * follows.
 */
static const char *differing_first(struct field_stream *s, struct slice line,
                                   bool taken)
{
    static const char *const behind[] = {"\n{\"type\":\"x\"}", "\r\n", "",
                                         "\n ]}\n\"\n"};
    static size_t turn;
    const char *more = behind[turn++ % 4];
    size_t len = line.len + strlen(more), taken_len;
    if (memchr(line.at, '\n', line.len) != NULL ||
        (line.len != 0 && line.at[line.len - 1] == '\r'))
        return NULL;
    char *text = malloc(len + WIDE_BEHIND);
    if (text == NULL)
        return "no memory";
    memcpy(text, line.at, line.len);
    memcpy(text + line.len, more, strlen(more));
    memset(text + len, '"', WIDE_BEHIND);
    const char *wrong = NULL;
    taken_len = field_stream_walk_first(s, slice_from(text, len));
    if (taken_len != 0) {
        struct slice first = slice_from(text, taken_len);
        json_t *value = reference_read(line);
        wrong = taken_len != line.len || !taken
                    ? "a line is taken to another end"
                    : differing_members(&s->reader.names, first, s->fields,
                                        &s->others, value);
        json_decref(value);
    } else if (field_stream_walk(s, slice_from(text, line.len)) != taken) {
        wrong = "a line that was looked at before is read otherwise";
    }
    free(text);
    return wrong;
}

#endif
