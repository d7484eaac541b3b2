#include "lib/diff/diff.h"

#include <stdlib.h>

#include "lib/diff/changes.h"
#include "lib/diff/compare.h"

static enum diff_result hand_out(const struct diff_sink *sink,
                                 const struct bytes *record)
{
    if (record->failed)
        return DIFF_NO_MEMORY;
    return sink->take(sink->self, bytes_slice(record)) ? DIFF_DONE
                                                       : DIFF_STOPPED;
}

enum diff_result diff_pairs(const struct snapshot *s, struct pair_list *pairs,
                            bool brief, const struct diff_sink *sink)
{
    struct comparer comparer = {0};
    struct bytes record = {0};
    struct tool_pair pair;
    enum diff_result result = DIFF_DONE;
    while (result == DIFF_DONE && pair_list_next(pairs, &pair)) {
        struct comparison c;
        struct json_writer w = {.out = &record};
        if (!compare_verdicts(&comparer, &s->tools[pair.a].verdict,
                              &s->tools[pair.b].verdict, brief, &c)) {
            result = DIFF_NO_MEMORY;
            break;
        }
        bytes_clear(&record);
        comparison_write(&w, &c);
        result = hand_out(sink, &record);
    }
    bytes_free(&record);
    comparer_free(&comparer);
    return result;
}

static int compare_keys(const void *first, const void *second)
{
    const struct snapshot_tool *const *a = first, *const *b = second;
    return slice_compare((*a)->verdict.tool, (*b)->verdict.tool);
}

/* The tools by their keys, ended by NULL; the caller frees the array. */
static const struct snapshot_tool **sorted(const struct snapshot *s)
{
    const struct snapshot_tool **tools = calloc(s->count + 1, sizeof *tools);
    if (tools == NULL)
        return NULL;
    for (size_t i = 0; i < s->count; i++)
        tools[i] = &s->tools[i];
    if (s->count > 1)
        qsort(tools, s->count, sizeof *tools, compare_keys);
    return tools;
}

/* Takes the next tool of both snapshots, or of the one that has it. */
static bool next_tool(const struct snapshot_tool *const **old_at,
                      const struct snapshot_tool *const **new_at,
                      const struct snapshot_tool **old_tool,
                      const struct snapshot_tool **new_tool)
{
    *old_tool = **old_at;
    *new_tool = **new_at;
    if (*old_tool != NULL && *new_tool != NULL) {
        int order = compare_keys(*old_at, *new_at);
        if (order < 0)
            *new_tool = NULL;
        if (order > 0)
            *old_tool = NULL;
    }
    *old_at += *old_tool != NULL;
    *new_at += *new_tool != NULL;
    return *old_tool != NULL || *new_tool != NULL;
}

static enum diff_result hand_out_changes(const struct change_list *l,
                                         const struct diff_sink *sink,
                                         struct bytes *record, size_t *count)
{
    enum diff_result result = DIFF_DONE;
    for (size_t i = 0; i < l->count && result == DIFF_DONE; i++) {
        struct json_writer w = {.out = record};
        bytes_clear(record);
        change_write(&w, &l->items[i].change);
        result = hand_out(sink, record);
    }
    *count += l->count;
    return result;
}

static enum diff_result merge(const struct snapshot_tool *const *old_at,
                              const struct snapshot_tool *const *new_at,
                              bool brief, const struct diff_sink *sink,
                              size_t *count)
{
    struct change_list changes = {.brief = brief};
    struct bytes record = {0};
    enum diff_result result = DIFF_DONE;
    const struct snapshot_tool *old_tool, *new_tool;
    while (result == DIFF_DONE &&
           next_tool(&old_at, &new_at, &old_tool, &new_tool))
        result = changes_list(&changes, old_tool, new_tool)
                     ? hand_out_changes(&changes, sink, &record, count)
                     : DIFF_NO_MEMORY;
    bytes_free(&record);
    change_list_free(&changes);
    return result;
}

enum diff_result diff_snapshots(const struct snapshot *old_snapshot,
                                const struct snapshot *new_snapshot, bool brief,
                                const struct diff_sink *sink, size_t *count)
{
    const struct snapshot_tool **old_tools = sorted(old_snapshot);
    const struct snapshot_tool **new_tools = sorted(new_snapshot);
    enum diff_result result = DIFF_NO_MEMORY;
    *count = 0;
    if (old_tools != NULL && new_tools != NULL)
        result = merge(old_tools, new_tools, brief, sink, count);
    free(old_tools);
    free(new_tools);
    return result;
}
