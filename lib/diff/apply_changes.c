#include <inttypes.h>

#include "lib/base/array.h"
#include "lib/diff/apply_state.h"
#include "lib/json/object.h"
#include "lib/record/parts.h"

/* The tool's place among those that changed; APPLY_NONE: no memory. */
static size_t find_tool(struct apply *a, struct slice tool)
{
    bool failed = false, added;
    const size_t *known = table_find(&a->by_tool, tool);
    if (known != NULL)
        return *known;
    struct slice copy = arena_copy(&a->texts, tool, &failed);
    struct patched_tool *tools =
        array_room(a->tools, a->tool_count, &a->tool_cap, sizeof *tools);
    if (tools != NULL)
        a->tools = tools;
    if (failed || tools == NULL ||
        table_add(&a->by_tool, copy, a->tool_count, &added) == NULL)
        return APPLY_NONE;
    tools[a->tool_count] = (struct patched_tool){
        .tool = copy, .first = APPLY_NONE, .last = APPLY_NONE};
    return a->tool_count++;
}

static bool keep_change(struct apply *a, const struct record_line *line,
                        struct slice tool)
{
    bool failed = false;
    size_t place = find_tool(a, tool);
    struct change_line *lines =
        array_room(a->lines, a->line_count, &a->line_cap, sizeof *lines);
    struct slice copy = arena_copy(&a->texts, line->text, &failed);
    if (lines != NULL)
        a->lines = lines;
    if (place == APPLY_NONE || lines == NULL || failed)
        return false;
    struct patched_tool *t = &a->tools[place];
    if (t->first == APPLY_NONE)
        t->first = a->line_count;
    else
        lines[t->last].next = a->line_count;
    t->last = a->line_count;
    lines[a->line_count++] =
        (struct change_line){copy, line->number, APPLY_NONE};
    return true;
}

/* Keeps a patch; false when there is no memory. */
static bool keep_patch(struct apply *a, size_t number,
                       const struct json_value *patch, struct slice tool)
{
    size_t place = find_tool(a, tool);
    if (place == APPLY_NONE)
        return false;
    struct patched_tool *t = &a->tools[place];
    if (slice_known(t->patch))
        apply_refuse(a, number, "a second patch of '%.*s'", DIAG_SHOWN(tool));
    t->patch_number = number;
    a->patch_count++;
    return read_text(patch, &a->texts, &t->patch);
}

/* Keeps the patches in a line; false when there is no memory. */
static bool keep_patches(struct apply *a, struct object *o, size_t number)
{
    const struct json_value *patches = object_array(o, "patches");
    json_value_each(patches, patch)
    {
        struct slice tool =
            json_value_string(json_value_member(patch, slice_of("tool")));
        if (!slice_known(tool))
            object_refuse(o, "patches", "an array of patches");
        else if (!keep_patch(a, number, patch, tool))
            return false;
    }
    return true;
}

/* The total stands in the last record: two are of two comparisons. */
static void keep_total(struct apply *a, struct object *o, size_t number)
{
    int64_t total = object_count(o, "total");
    if (total < 0)
        return;
    if (a->total >= 0)
        apply_refuse(a, number, "changes behind the last ones");
    a->total = total;
}

static bool keep(struct apply *a, struct object *o,
                 const struct record_line *line)
{
    struct slice type = object_string(o, "type");
    bool is_change = slice_is(type, "change");
    struct slice tool = object_string(o, "tool");
    if (!is_change && !slice_is(type, "patch")) {
        a->seen[1].others++;
        return true;
    }
    a->seen[1].verdicts++;
    if (is_change && !slice_known(tool))
        object_refuse(o, "tool", "a string");
    keep_total(a, o, line->number);
    return keep_patches(a, o, line->number) &&
           (!is_change || o->bad != NULL || keep_change(a, line, tool));
}

static enum record_answer take_line(struct apply *a,
                                    const struct record_line *line,
                                    struct arena *arena, struct diag *d)
{
    bool failed = false;
    arena_reset(arena);
    const struct json_value *value = json_line_read(
        line->text, line->source, line->number, arena, &failed, d);
    struct object o = {.value = value};
    enum record_answer answer = RECORD_TAKEN;
    if (value == NULL)
        return failed ? RECORD_STOP : RECORD_REJECTED;
    if (!keep(a, &o, line))
        answer = RECORD_STOP;
    else if (!object_check(&o, line->text, line->source, line->number, d))
        answer = RECORD_REJECTED;
    return answer;
}

/* Changes that have no patches at all are told of one by one. */
static void check_total(struct apply *a)
{
    if (a->total < 0 && a->patch_count != 0)
        apply_refuse(a, 0, "the last of the changes is missing");
    else if (a->total >= 0 && (uint64_t)a->total != a->patch_count)
        apply_refuse(a, 0, "%zu patches, where there were %" PRId64,
                     a->patch_count, a->total);
}

/* Of changes that are not whole nothing is applied. */
enum side_result apply_read_changes(struct apply *a)
{
    struct record_cursor c;
    struct arena arena = {0};
    enum side_result result = SIDE_DONE;
    record_cursor_init(&c, a->stream, &a->sources[1]);
    while (result == SIDE_DONE && record_cursor_next(&c)) {
        struct diag d = {0};
        switch (take_line(a, &c.line, &arena, &d)) {
        case RECORD_TAKEN:
            break;
        case RECORD_REJECTED:
            a->refused = true;
            record_cursor_reject(&c, &d);
            break;
        default:
            result = SIDE_NO_MEMORY;
        }
    }
    if (result == SIDE_DONE && c.stopped)
        result = SIDE_STOPPED;
    if (result == SIDE_DONE && !a->refused)
        check_total(a);
    record_cursor_free(&c);
    arena_free(&arena);
    return result;
}
