#include "lib/diff/changes.h"
#include "lib/diff/diff.h"
#include "lib/diff/joins.h"
#include "lib/diff/patches.h"
#include "lib/diff/three.h"

enum { PATCHES_MOST = 1024 * 1024 /* bytes of them in a record */ };

/*
 * What is used again for every tool.  The last change waits for the patches of
 * the tools behind it of which nothing is news, so that these take no records
 * of their own.
 */
struct telling {
    const struct change_job *job;
    struct change_list changes;
    struct three_way three;
    struct opened_verdict opened[SIDES_MOST];
    struct arena arena;
    struct bytes waiting; /* the last change, or empty */
    struct bytes patches; /* with commas between them */
    size_t patch_count;   /* in all records */
    enum diff_result result;
};

/* Notes what has gone wrong. */
static bool fail(struct telling *t, enum diff_result result)
{
    t->result = result;
    return false;
}

/* Hands a record on, if there was memory to make it. */
static enum diff_result take_record(const struct diff_sink *sink,
                                    const struct bytes *record)
{
    if (record->failed)
        return DIFF_NO_MEMORY;
    return sink->take(sink->self, bytes_slice(record)) ? DIFF_DONE
                                                       : DIFF_STOPPED;
}

/*
 * Hands out the change that waits, or the patches without one.  The last
 * record tells how many patches there are, so that none can be missed.
 */
static bool hand_out(struct telling *t, bool last)
{
    struct json_writer w = {.out = &t->waiting};
    size_t total = last ? t->patch_count : 0;
    if (t->waiting.len == 0 && t->patches.len == 0 && total == 0)
        return true;
    if (t->waiting.len == 0) {
        json_write_open(&w, '{');
        json_write_key(&w, "type");
        json_write_string(&w, slice_of("patch"));
        json_write_close(&w, '}');
    }
    if (t->patches.len != 0 || total != 0)
        patches_add(&t->waiting, bytes_slice(&t->patches), total);
    t->result = take_record(&t->job->sink, &t->waiting);
    bytes_clear(&t->waiting);
    bytes_clear(&t->patches);
    return t->result == DIFF_DONE;
}

static bool tell(struct telling *t, struct change *c)
{
    struct json_writer w = {.out = &t->waiting};
    if (t->waiting.len != 0 && !hand_out(t, false))
        return false;
    c->since_policy = c->since_policy && t->job->since_policy;
    t->job->count->since_policy += c->since_policy;
    change_write(&w, c);
    return !t->waiting.failed || fail(t, DIFF_NO_MEMORY);
}

static bool add_patch(struct telling *t, const struct tool_lines *lines)
{
    struct patch patch;
    struct json_writer w = {.out = &t->patches, .comma = t->patches.len != 0};
    if (!patch_make(lines, &t->arena, &patch))
        return fail(t, DIFF_NO_MEMORY);
    patch_write(&w, &patch);
    if (t->patches.failed)
        return fail(t, DIFF_NO_MEMORY);
    t->patch_count++;
    return t->patches.len < PATCHES_MOST || hand_out(t, false);
}

/* Only the whole of all changes can be applied. */
static bool has_patches(const struct change_job *job)
{
    return !job->brief && !news_leaves_out(&job->wanted) &&
           job->source_count == 2;
}

static bool tell_two(struct telling *t, const struct tool_lines *lines,
                     const struct opened_verdict *a,
                     const struct opened_verdict *b)
{
    struct change_list *l = &t->changes;
    struct news_count *count = t->job->count;
    size_t since_policy = count->since_policy;
    bool go_on = true;
    if (!changes_list(l, a, b))
        return fail(t, DIFF_NO_MEMORY);
    for (size_t i = 0; i < l->count && go_on; i++) {
        struct change *c = &l->items[i].change;
        c->since_policy = l->since_policy;
        if (news_take(&t->job->wanted, c, count))
            go_on = tell(t, c);
    }
    count->since_policy_tools += count->since_policy != since_policy;
    return go_on && (!has_patches(t->job) || add_patch(t, lines));
}

static bool tell_three(struct telling *t, const struct opened_verdict *base,
                       const struct opened_verdict *ours,
                       const struct opened_verdict *theirs)
{
    struct news_count *count = t->job->count;
    size_t since_policy = count->since_policy;
    bool go_on = true;
    if (!three_way_list(&t->three, t->job->brief, base, ours, theirs))
        return fail(t, DIFF_NO_MEMORY);
    for (size_t i = 0; i < t->three.count && go_on; i++)
        if (news_take(&t->job->wanted, &t->three.items[i], count))
            go_on = tell(t, &t->three.items[i]);
    count->since_policy_tools += count->since_policy != since_policy;
    return go_on;
}

/* Opens what is there of a tool; what is no good verdict is rejected. */
static bool open_all(struct telling *t, struct tool_lines *lines)
{
    for (size_t i = 0; i < t->job->source_count; i++) {
        struct diag d = {0};
        if (!slice_known(lines->lines[i].text))
            continue;
        switch (opened_verdict_read(&t->opened[i], &lines->lines[i], &t->arena,
                                    &d)) {
        case RECORD_TAKEN:
            break;
        case RECORD_REJECTED:
            if (!side_reject_late(t->job->stream, &lines->lines[i], &d))
                return fail(t, DIFF_STRICT);
            lines->lines[i].text = slice_from(NULL, 0);
            break;
        default:
            return fail(t, DIFF_NO_MEMORY);
        }
    }
    return true;
}

static bool take_tool(void *self, const struct tool_lines *found)
{
    struct telling *t = self;
    struct tool_lines lines = *found;
    const struct opened_verdict *v[SIDES_MOST] = {NULL};
    size_t sides = t->job->source_count;
    arena_reset(&t->arena);
    bool go_on = open_all(t, &lines);
    for (size_t i = 0; i < sides; i++)
        if (t->opened[i].record != NULL)
            v[i] = &t->opened[i];
    bool nothing =
        tool_lines_equal(&lines, sides) && (!lines.moved || v[1] == NULL);
    if (go_on && !nothing)
        go_on = sides == 2 ? tell_two(t, &lines, v[0], v[1])
                           : tell_three(t, v[0], v[1], v[2]);
    for (size_t i = 0; i < sides; i++)
        t->opened[i].record = NULL;
    return go_on;
}

static enum diff_result result_of(enum side_result joined,
                                  enum diff_result told)
{
    switch (joined) {
    case SIDE_DONE:
        return DIFF_DONE;
    case SIDE_STOPPED:
        return told == DIFF_DONE ? DIFF_STRICT : told;
    case SIDE_FAILED:
        return DIFF_FAILED;
    default:
        return DIFF_NO_MEMORY;
    }
}

enum diff_result diff_snapshots(const struct change_job *job, struct diag *d)
{
    struct telling t = {.job = job, .changes = {.brief = job->brief}};
    const struct tool_taker taker = {take_tool, &t};
    const struct join_inputs in = {job->stream, job->sources, job->source_count,
                                   job->seen};
    enum side_result joined =
        job->sorted ? sorted_join(&in, &taker, d)
                    : hashed_join(&in, has_patches(job), &taker, d);
    if (joined == SIDE_DONE && job->stream->unreadable == 0 &&
        !hand_out(&t, true))
        joined = SIDE_STOPPED;
    change_list_free(&t.changes);
    three_way_free(&t.three);
    arena_free(&t.arena);
    bytes_free(&t.waiting);
    bytes_free(&t.patches);
    return result_of(joined, t.result);
}
