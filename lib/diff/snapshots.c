#include <stdlib.h>

#include "lib/diff/changes.h"
#include "lib/diff/diff.h"

static int compare_keys(const void *first, const void *second)
{
    const struct snapshot_tool *const *a = first, *const *b = second;
    return slice_compare((*a)->key, (*b)->key);
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
        result = diff_hand_out(sink, record);
    }
    *count += l->count;
    return result;
}

/* What is used again for every tool. */
struct change_work {
    struct change_list changes;
    struct opened_verdict old_verdict, new_verdict;
    struct arena arena;
    struct bytes record;
};

static enum diff_result hand_out_tool(struct change_work *work,
                                      const struct snapshot_tool *old_tool,
                                      const struct snapshot_tool *new_tool,
                                      const struct diff_sink *sink,
                                      size_t *count)
{
    /* No line: it is the one of the old snapshot, so nothing changed. */
    if (old_tool != NULL && new_tool != NULL && !slice_known(new_tool->line))
        return DIFF_DONE;
    struct opened_verdict *a = old_tool == NULL ? NULL : &work->old_verdict;
    struct opened_verdict *b = new_tool == NULL ? NULL : &work->new_verdict;
    enum diff_result result = DIFF_NO_MEMORY;
    arena_reset(&work->arena);
    if ((a == NULL || snapshot_open(old_tool, &work->arena, a)) &&
        (b == NULL || snapshot_open(new_tool, &work->arena, b)) &&
        changes_list(&work->changes, a, b))
        result = hand_out_changes(&work->changes, sink, &work->record, count);
    snapshot_close(&work->old_verdict);
    snapshot_close(&work->new_verdict);
    return result;
}

static enum diff_result merge(const struct snapshot_tool *const *old_at,
                              const struct snapshot_tool *const *new_at,
                              bool brief, const struct diff_sink *sink,
                              size_t *count)
{
    struct change_work work = {.changes = {.brief = brief}};
    enum diff_result result = DIFF_DONE;
    const struct snapshot_tool *old_tool, *new_tool;
    while (result == DIFF_DONE &&
           next_tool(&old_at, &new_at, &old_tool, &new_tool))
        result = hand_out_tool(&work, old_tool, new_tool, sink, count);
    bytes_free(&work.record);
    arena_free(&work.arena);
    change_list_free(&work.changes);
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
