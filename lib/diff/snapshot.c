#include "lib/diff/snapshot.h"

#include <stdlib.h>

enum { NAME_TYPE, NAME_TOOL, NAMES };

void snapshot_free(struct snapshot *s)
{
    for (size_t i = 0; i < s->count; i++)
        free(s->tools[i].memory);
    free(s->tools);
    table_free(&s->by_key);
    arena_free(&s->keys);
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

static enum record_answer stop(struct diag *d)
{
    diag_no_memory(d);
    return RECORD_STOP;
}

/*
 * The record's type and tool, which the field reader finds many times faster
 * than a tree is made.  The tool is unknown when it is no string.
 */
static enum record_answer look_at(struct snapshot *s,
                                  const struct record_line *line,
                                  bool *is_verdict, struct slice *tool,
                                  struct diag *d)
{
    static const struct slice names[NAMES] = {
        [NAME_TYPE] = SLICE("type"), [NAME_TOOL] = SLICE("tool")};
    if (s->fields.count == 0)
        field_reader_init(&s->fields, names, NAMES);
    struct field fields[NAMES];
    const struct field *type = &fields[NAME_TYPE];
    if (fields_read(&s->fields, line->text, line->source, line->number, fields,
                    NULL, d) != FIELDS_READ)
        return RECORD_REJECTED;
    if (type->kind != FIELD_STRING && type->kind != FIELD_NULL &&
        type->kind != FIELD_ABSENT) {
        diag_set(d, line->source, line->number, type->column,
                 "\"type\" must be a string or null");
        return RECORD_REJECTED;
    }
    bool failed = false;
    *is_verdict = slice_is(field_string(type, &s->arena, &failed), "verdict");
    *tool = field_string(&fields[NAME_TOOL], &s->arena, &failed);
    return failed ? stop(d) : RECORD_TAKEN;
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

static enum record_answer open_line(const struct record_line *line,
                                    struct arena *arena,
                                    struct opened_verdict *v, struct diag *d)
{
    v->record = tree_read_line(line->text, line->source, line->number, d);
    if (v->record == NULL)
        return RECORD_REJECTED;
    struct object o = {.value = v->record};
    enum record_answer answer = RECORD_TAKEN;
    if (!verdict_read(&o, arena, &v->verdict))
        answer = stop(d);
    else if (!object_check(&o, line->text, line->source, line->number, d))
        answer = RECORD_REJECTED;
    if (answer == RECORD_TAKEN)
        v->brief = is_brief(v->record);
    else
        snapshot_close(v);
    return answer;
}

bool snapshot_open(const struct snapshot_tool *tool, struct arena *arena,
                   struct opened_verdict *v)
{
    const struct record_line line = {.text = tool->line};
    struct diag ignored;
    return open_line(&line, arena, v, &ignored) == RECORD_TAKEN;
}

void snapshot_close(struct opened_verdict *v)
{
    json_decref(v->record);
    v->record = NULL;
}

/* Copies to where `*at` is, and moves it behind. */
static struct slice put(char **at, struct slice s)
{
    if (!slice_known(s))
        return s;
    struct slice copy = {*at, s.len};
    if (s.len != 0)
        memcpy(*at, s.at, s.len);
    *at += s.len;
    return copy;
}

/* Copies what is kept of a verdict into memory of its own. */
static bool fill(struct snapshot_tool *tool, const struct verdict *v,
                 struct slice line)
{
    char *at = malloc(line.len + v->name.len + v->tagline.len + 1);
    if (at == NULL)
        return false;
    tool->memory = at;
    tool->line = put(&at, line);
    tool->name = put(&at, v->name);
    tool->tagline = put(&at, v->tagline);
    return true;
}

/* Where the tool stands or now begins to stand; NULL without memory. */
static struct snapshot_tool *place_of(struct snapshot *s, struct slice key,
                                      enum snapshot_news *news)
{
    size_t *place = table_find(&s->by_key, key);
    if (place != NULL) {
        *news = SNAPSHOT_REPLACED;
        return &s->tools[*place];
    }
    bool failed = false, added;
    struct slice copy = arena_copy(&s->keys, key, &failed);
    if (failed || !grow(s) ||
        table_add(&s->by_key, copy, s->count, &added) == NULL)
        return NULL;
    *news = SNAPSHOT_ADDED;
    s->tools[s->count] = (struct snapshot_tool){.key = copy};
    return &s->tools[s->count++];
}

/* A line that the base has too was found good there, and is not kept twice. */
static bool base_has(const struct snapshot *s, struct slice key,
                     struct slice line)
{
    if (s->base == NULL || !slice_known(key))
        return false;
    const size_t *place = table_find(&s->base->by_key, key);
    return place != NULL && slice_equal(s->base->tools[*place].line, line);
}

static enum record_answer keep(struct snapshot *s,
                               const struct record_line *line,
                               struct slice tool, enum snapshot_news *news,
                               struct diag *d)
{
    struct opened_verdict v = {0};
    bool same = base_has(s, tool, line->text);
    if (!same) {
        enum record_answer answer = open_line(line, &s->arena, &v, d);
        if (answer != RECORD_TAKEN)
            return answer;
        /* The tree has the last word on which member counts. */
        tool = v.verdict.tool;
    }
    struct snapshot_tool kept = {0};
    struct snapshot_tool *at = NULL;
    if (same || fill(&kept, &v.verdict, line->text))
        at = place_of(s, tool, news);
    snapshot_close(&v);
    if (at == NULL) {
        free(kept.memory);
        return stop(d);
    }
    free(at->memory);
    kept.key = at->key;
    *at = kept;
    return RECORD_TAKEN;
}

enum record_answer snapshot_take(struct snapshot *s,
                                 const struct record_line *line,
                                 enum snapshot_news *news, struct diag *d)
{
    bool is_verdict = false;
    struct slice tool;
    arena_reset(&s->arena);
    *news = SNAPSHOT_OTHER;
    enum record_answer answer = look_at(s, line, &is_verdict, &tool, d);
    if (answer != RECORD_TAKEN || !is_verdict)
        return answer;
    return keep(s, line, tool, news, d);
}
