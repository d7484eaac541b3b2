#include "lib/diff/snapshot.h"

#include <stdlib.h>

void snapshot_free(struct snapshot *s)
{
    for (size_t i = 0; i < s->count; i++)
        json_decref(s->tools[i].record);
    free(s->tools);
    table_free(&s->by_key);
    arena_free(&s->arena);
    *s = (struct snapshot){0};
}

static bool grow(struct snapshot *s)
{
    if (s->count < s->cap)
        return true;
    size_t cap = s->cap == 0 ? 16 : s->cap * 2;
    struct snapshot_tool *tools = realloc(s->tools, cap * sizeof *tools);
    if (tools == NULL)
        return false;
    s->tools = tools;
    s->cap = cap;
    return true;
}

/*
 * Whether the line holds a verdict.  Lines of other types are only checked to
 * be JSON, which the field reader does many times faster than a tree is made.
 */
static enum record_answer look_at_type(struct snapshot *s,
                                       const struct record_line *line,
                                       bool *is_verdict, struct diag *d)
{
    static const struct slice name = SLICE("type");
    if (s->fields.count == 0)
        field_reader_init(&s->fields, &name, 1);
    struct field type;
    if (fields_read(&s->fields, line->text, line->source, line->number, &type,
                    NULL, d) != FIELDS_READ)
        return RECORD_REJECTED;
    if (type.kind != FIELD_STRING && type.kind != FIELD_NULL &&
        type.kind != FIELD_ABSENT) {
        diag_set(d, line->source, line->number, type.column,
                 "\"type\" must be a string or null");
        return RECORD_REJECTED;
    }
    struct bytes word = {0};
    if (type.kind == FIELD_STRING)
        field_add_decoded(&word, &type);
    *is_verdict = slice_is(bytes_slice(&word), "verdict");
    bytes_free(&word);
    return RECORD_TAKEN;
}

/* Whether reviews were written, and all of them without the key "text". */
static bool is_brief(const json_t *record)
{
    const json_t *panel = json_object_get(record, "panel");
    for (size_t i = 0; i < json_array_size(panel); i++)
        if (json_object_get(json_array_get(panel, i), "text") != NULL)
            return false;
    return json_array_size(panel) != 0;
}

static enum record_answer stop(struct diag *d)
{
    diag_no_memory(d);
    return RECORD_STOP;
}

static enum record_answer read_tool(struct snapshot *s,
                                    const struct record_line *line,
                                    struct snapshot_tool *tool, struct diag *d)
{
    tool->record = tree_read_line(line->text, line->source, line->number, d);
    if (tool->record == NULL)
        return RECORD_REJECTED;
    struct object o = {.value = tool->record};
    enum record_answer answer = RECORD_TAKEN;
    if (!verdict_read(&o, &s->arena, &tool->verdict))
        answer = stop(d);
    else if (!object_check(&o, line->text, line->source, line->number, d))
        answer = RECORD_REJECTED;
    if (answer != RECORD_TAKEN)
        json_decref(tool->record);
    tool->brief = answer == RECORD_TAKEN && is_brief(tool->record);
    return answer;
}

/* Takes the tool over.  The table's key is a copy, as records come and go. */
static bool keep(struct snapshot *s, const struct snapshot_tool *tool,
                 enum snapshot_news *news)
{
    size_t *place = table_find(&s->by_key, tool->verdict.tool);
    if (place != NULL) {
        json_decref(s->tools[*place].record);
        s->tools[*place] = *tool;
        *news = SNAPSHOT_REPLACED;
        return true;
    }
    bool failed = false, added;
    struct slice key = arena_copy(&s->arena, tool->verdict.tool, &failed);
    if (failed || !grow(s) ||
        table_add(&s->by_key, key, s->count, &added) == NULL)
        return false;
    s->tools[s->count++] = *tool;
    *news = SNAPSHOT_ADDED;
    return true;
}

enum record_answer snapshot_take(struct snapshot *s,
                                 const struct record_line *line,
                                 enum snapshot_news *news, struct diag *d)
{
    bool is_verdict = false;
    enum record_answer answer = look_at_type(s, line, &is_verdict, d);
    *news = SNAPSHOT_OTHER;
    if (answer != RECORD_TAKEN || !is_verdict)
        return answer;
    struct snapshot_tool tool;
    answer = read_tool(s, line, &tool, d);
    if (answer != RECORD_TAKEN || keep(s, &tool, news))
        return answer;
    json_decref(tool.record);
    return stop(d);
}
