#include "lib/record/snapshot.h"

#include <stdlib.h>

#include "lib/base/array.h"

void snapshot_free(struct snapshot *s)
{
    for (size_t i = 0; i < s->count; i++)
        free(s->tools[i].memory);
    free(s->tools);
    table_free(&s->by_key);
    arena_free(&s->keys);
    arena_free(&s->arena);
    verdict_glance_free(&s->glance);
    *s = (struct snapshot){0};
}

static enum record_answer stop(struct diag *d)
{
    diag_no_memory(d);
    return RECORD_STOP;
}

bool snapshot_open(const struct snapshot_tool *tool, struct arena *arena,
                   struct opened_verdict *v)
{
    const struct record_line line = {.text = tool->line};
    struct diag ignored;
    return opened_verdict_read(v, &line, arena, &ignored) == RECORD_TAKEN;
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
    struct snapshot_tool *tools =
        array_room(s->tools, s->count, &s->cap, sizeof *tools);
    s->tools = tools == NULL ? s->tools : tools;
    if (failed || tools == NULL ||
        table_add(&s->by_key, copy, s->count, &added) == NULL)
        return NULL;
    *news = SNAPSHOT_ADDED;
    s->tools[s->count] = (struct snapshot_tool){.key = copy};
    return &s->tools[s->count++];
}

enum record_answer snapshot_take(struct snapshot *s,
                                 const struct record_line *line,
                                 enum snapshot_news *news, struct diag *d)
{
    struct opened_verdict v = {0};
    arena_reset(&s->arena);
    *news = SNAPSHOT_OTHER;
    enum record_answer answer = verdict_glance(&s->glance, line, d);
    if (answer == RECORD_TAKEN && s->glance.is_verdict)
        answer = opened_verdict_read(&v, line, &s->arena, d);
    if (answer != RECORD_TAKEN || !s->glance.is_verdict)
        return answer;
    struct snapshot_tool kept = {0};
    struct snapshot_tool *at = NULL;
    if (fill(&kept, &v.verdict, line->text))
        at = place_of(s, v.verdict.tool, news);
    if (at == NULL) {
        free(kept.memory);
        return stop(d);
    }
    free(at->memory);
    kept.key = at->key;
    *at = kept;
    return RECORD_TAKEN;
}

static int compare_keys(const void *a, const void *b)
{
    const struct snapshot_tool *one = a, *other = b;
    return slice_compare(one->key, other->key);
}

void snapshot_order(struct snapshot *s)
{
    table_free(&s->by_key);
    if (s->count != 0)
        qsort(s->tools, s->count, sizeof *s->tools, compare_keys);
}
