#include "lib/score/score.h"

#include <stdlib.h>

#include "lib/base/large_memory.h"
#include "lib/score/sightings.h"

struct scorer *scorer_new(const struct policy *policy, unsigned infer,
                          bool brief)
{
    struct scorer *s = calloc(1, sizeof *s);
    if (s != NULL) {
        s->policy = policy;
        s->infer = infer;
        s->brief = brief;
    }
    return s;
}

void scorer_read_again(struct scorer *s, struct text_again again)
{
    if (s->brief)
        s->again = again;
}

bool scorer_keeps_texts(const struct scorer *s)
{
    return !s->brief;
}

bool scorer_changed(const struct scorer *s)
{
    return s->changed;
}

void scorer_free(struct scorer *s)
{
    if (s == NULL)
        return;
    pool_free(&s->pool);
    arena_free(&s->arena);
    arena_free(&s->preparing);
    bytes_free(&s->scratch);
    bytes_free(&s->id_room);
    wheres_free(&s->wheres);
    free(s->order);
    free(s->tool_sightings);
    for (size_t i = 0; i < bucket_count(s); i++)
        bucket_free(&s->buckets[i]);
    bucket_free(&s->nameless);
    tools_free(&s->tools);
    free(s->notes);
    free(s->votes);
    free(s->originals.at);
    free(s->unlabelled.at);
    free(s);
}

bool scorer_settle(struct scorer *s, size_t workers, size_t *count)
{
    if (s->no_memory || !scorer_merge(s, workers) || !scorer_infer_matches(s) ||
        !scorer_infer_rows(s) || !scorer_infer_panels(s))
        return false;
    scorer_sort_originals(s);
    s->by_score = scorer_hold(s, slice_of("score"));
    if (s->no_memory || !scorer_order_tools(s))
        return false;
    *count = s->tools.count;
    return true;
}

/*
 * Verdicts are asked for in the order of their keys, which is none in memory:
 * what will be asked for soon is fetched while others are made, and what that
 * points to a while later.
 */
TOOLS_FETCHES void expect(const struct scorer *s, size_t index)
{
    enum { TOOLS_AHEAD = 24, FAR_AHEAD = 16, NEAR_AHEAD = 8 };
    enum { CACHE_LINE = 64, LINES_MOST = 16 };
    if (index + TOOLS_AHEAD >= s->tools.count)
        return;
    __builtin_prefetch(&s->tools.at[s->order[index + TOOLS_AHEAD]]);
    const struct tool *far = &s->tools.at[s->order[index + FAR_AHEAD]];
    const char *at = (const char *)review_sightings(s, far);
    size_t size = far->count * sizeof(struct review_sighting);
    for (size_t i = 0; i < size && i < LINES_MOST * CACHE_LINE; i += CACHE_LINE)
        __builtin_prefetch(at + i);
    __builtin_prefetch(&s->pool.strings[far->review_name]);
    __builtin_prefetch(tool_key(far).at);
    const struct tool *near = &s->tools.at[s->order[index + NEAR_AHEAD]];
    __builtin_prefetch(pool_get(&s->pool, near->review_name).at);
    sightings_expect(s, near);
}

void verdict_room_free(struct verdict_room *room)
{
    arena_free(&room->arena);
    bytes_free(&room->scratch);
}

bool scorer_verdict(const struct scorer *s, size_t index,
                    struct verdict_room *room, struct verdict *v)
{
    expect(s, index);
    const struct tool *tool = &s->tools.at[s->order[index]];
    *v = (struct verdict){0};
    return scorer_add_facts(s, tool, room, v) && scorer_judge(s, tool, room, v);
}

size_t scorer_unplaced(const struct scorer *s)
{
    return s->unplaced;
}
