#include "lib/record/opened.h"

enum { NAME_TYPE, NAME_TOOL, NAMES };

void verdict_glance_free(struct verdict_glance *g)
{
    arena_free(&g->arena);
    *g = (struct verdict_glance){0};
}

static enum record_answer stop(struct diag *d)
{
    diag_no_memory(d);
    return RECORD_STOP;
}

enum record_answer verdict_glance(struct verdict_glance *g,
                                  const struct record_line *line,
                                  struct diag *d)
{
    static const struct slice names[NAMES] = {
        [NAME_TYPE] = SLICE("type"), [NAME_TOOL] = SLICE("tool")};
    if (g->fields.count == 0)
        field_reader_init(&g->fields, names, NAMES);
    struct field fields[NAMES];
    const struct field *type = &fields[NAME_TYPE];
    arena_reset(&g->arena);
    if (fields_read(&g->fields, line->text, line->source, line->number, fields,
                    NULL, d) != FIELDS_READ)
        return RECORD_REJECTED;
    if (type->kind != FIELD_STRING && type->kind != FIELD_NULL &&
        type->kind != FIELD_ABSENT) {
        diag_set(d, line->source, line->number,
                 field_column(type->at, line->text),
                 "\"type\" must be a string or null");
        return RECORD_REJECTED;
    }
    bool failed = false;
    g->is_verdict = slice_is(field_string(type, &g->arena, &failed), "verdict");
    g->tool = field_string(&fields[NAME_TOOL], &g->arena, &failed);
    return failed ? stop(d) : RECORD_TAKEN;
}

/* Whether reviews were written, and all of them without the key "text". */
static bool is_brief(const struct json_value *record)
{
    const struct json_value *panel =
        json_value_member(record, slice_of("panel"));
    json_value_each(panel, review)
    {
        if (json_value_member(review, slice_of("text")) != NULL)
            return false;
    }
    return json_value_size(panel) != 0;
}

enum record_answer opened_verdict_read(struct opened_verdict *v,
                                       const struct record_line *line,
                                       struct arena *arena, struct diag *d)
{
    bool failed = false;
    v->record = json_line_read(line->text, line->source, line->number, arena,
                               &failed, d);
    if (v->record == NULL)
        return failed ? RECORD_STOP : RECORD_REJECTED;
    struct object o = {.value = v->record};
    enum record_answer answer = RECORD_TAKEN;
    if (!verdict_read(&o, arena, &v->verdict))
        answer = stop(d);
    else if (!object_check(&o, line->text, line->source, line->number, d))
        answer = RECORD_REJECTED;
    if (answer == RECORD_TAKEN)
        v->brief = is_brief(v->record);
    else
        v->record = NULL;
    return answer;
}
