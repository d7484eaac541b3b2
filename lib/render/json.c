/*
 * JSON for people: every record, of whatever type, indented by two spaces, its
 * members in their order; one after the other, as `jq .` writes them.
 */
#include "lib/json/tree.h"
#include "lib/render/document.h"
#include "lib/render/json_text.h"

static void begin_line(struct bytes *out, size_t depth)
{
    bytes_add_byte(out, '\n');
    bytes_add_repeated(out, ' ', 2 * depth);
}

static void add_value(struct bytes *out, const json_t *value, size_t depth);

static void add_object(struct bytes *out, const json_t *object, size_t depth)
{
    const char *key;
    json_t *value;
    size_t count = 0;
    bytes_add_byte(out, '{');
    json_object_foreach((json_t *)object, key, value)
    {
        if (count++ != 0)
            bytes_add_byte(out, ',');
        begin_line(out, depth + 1);
        json_text_add_string(out, slice_of(key), JSON_ALONE);
        bytes_add_string(out, ": ");
        add_value(out, value, depth + 1);
    }
    if (count != 0)
        begin_line(out, depth);
    bytes_add_byte(out, '}');
}

static void add_array(struct bytes *out, const json_t *array, size_t depth)
{
    json_t *value;
    size_t i;
    bytes_add_byte(out, '[');
    json_array_foreach(array, i, value)
    {
        if (i != 0)
            bytes_add_byte(out, ',');
        begin_line(out, depth + 1);
        add_value(out, value, depth + 1);
    }
    if (json_array_size(array) != 0)
        begin_line(out, depth);
    bytes_add_byte(out, ']');
}

static void add_value(struct bytes *out, const json_t *value, size_t depth)
{
    if (json_is_object(value))
        add_object(out, value, depth);
    else if (json_is_array(value))
        add_array(out, value, depth);
    else if (json_is_string(value))
        json_text_add_string(out, tree_string(value), JSON_ALONE);
    else
        tree_add_text(out, value);
}

/* Any record has its place, of a type that is known or not. */
static enum record_answer
json_line(struct document *d, const struct record_line *line, struct diag *diag)
{
    json_t *value =
        tree_read_line(line->text, line->source, line->number, diag);
    enum record_answer answer = RECORD_TAKEN;
    if (value == NULL)
        return RECORD_REJECTED;
    if (!json_is_object(value)) {
        diag_set(diag, line->source, line->number, 1,
                 "not a record: an object is needed");
        answer = RECORD_REJECTED;
    } else {
        add_object(&d->out, value, 0);
        bytes_add_byte(&d->out, '\n');
    }
    json_decref(value);
    if (d->out.failed) {
        diag_no_memory(diag);
        answer = RECORD_STOP;
    }
    return answer;
}

const struct format format_json = {
    .name = "json",
    .extensions = ".json",
    .line = json_line,
};
