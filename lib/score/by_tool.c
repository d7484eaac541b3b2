/*
 * Brings what is known of each tool together.  Review sightings may be many
 * millions in any order: they came into buckets by their tools, so that what
 * they are moved to, within their bucket, stays in the cache.
 */
#include <stdlib.h>

#include "lib/base/large_memory.h"
#include "lib/score/sightings.h"

void group_room_free(struct group_room *room)
{
    bucket_free(&room->moved);
    free(room->next);
}

static bool make_room(struct group_room *room, size_t tools, size_t sightings)
{
    const size_t size = sizeof *room->moved.at;
    if (tools > room->tools) {
        uint32_t *next = realloc(room->next, tools * sizeof *next);
        if (next == NULL)
            return false;
        room->next = next;
        room->tools = tools;
    }
    if (sightings > room->moved.cap) {
        struct review_sighting *at = large_memory_grow(
            room->moved.at, room->moved.cap * size, sightings * size);
        if (at == NULL)
            return false;
        room->moved.at = at;
        room->moved.cap = sightings;
    }
    return true;
}

bool scorer_group_bucket(struct scorer *s, uint32_t bucket,
                         struct group_room *room)
{
    struct bucket *b = &s->buckets[bucket];
    uint32_t tools = (s->tools.count - bucket + BUCKETS - 1) / BUCKETS;
    if (tools == 1)
        return true;
    if (!make_room(room, tools, b->count))
        return false;
    for (uint32_t i = 0; i < tools; i++)
        room->next[i] = s->tools.at[bucket + i * BUCKETS].first;
    for (size_t i = 0; i < b->count; i++)
        room->moved.at[room->next[b->at[i].tool / BUCKETS]++] = b->at[i];
    if (b->count != 0)
        memcpy(b->at, room->moved.at, b->count * sizeof *b->at);
    return true;
}

static int compare_tool_sightings(const void *a, const void *b, void *scorer)
{
    return tool_sighting_compare(scorer, a, b);
}

/* Votes sorted by voter, the newest first; of equal times "skip" first. */
static int compare_votes(const void *a, const void *b, void *scorer)
{
    const struct scorer *s = scorer;
    const struct vote *x = a, *y = b;
    if (x->tool != y->tool)
        return x->tool < y->tool ? -1 : 1;
    int order = pool_compare(&s->pool, x->voter, y->voter);
    if (order == 0)
        order = pool_compare(&s->pool, y->at, x->at);
    return order != 0 ? order : (int)y->vote - (int)x->vote;
}

/* Notes which of the arrays' items are each tool's, once they are in order. */
static void find_ranges(struct scorer *s)
{
    uint32_t first[BUCKETS] = {0}, first_sighting = 0;
    for (size_t i = 0; i < s->tool_sighting_count; i++)
        s->tools.at[s->tool_sightings[i].tool].sighting_count++;
    for (uint32_t i = 0; i < s->tools.count; i++) {
        struct tool *tool = &s->tools.at[i];
        tool->first = first[i % BUCKETS];
        tool->first_sighting = first_sighting;
        first[i % BUCKETS] += tool->count;
        first_sighting += tool->sighting_count;
    }
}

/* Orders the sightings of tools by tool, the newest of each first. */
static bool group_tool_sightings(struct scorer *s)
{
    size_t count = s->tool_sighting_count;
    struct tool_sighting *grouped = malloc(count * sizeof *grouped);
    if (grouped == NULL)
        return false;
    for (size_t i = 0; i < count; i++) {
        struct tool *tool = &s->tools.at[s->tool_sightings[i].tool];
        grouped[tool->first_sighting++] = s->tool_sightings[i];
    }
    free(s->tool_sightings);
    s->tool_sightings = grouped;
    s->tool_sighting_cap = count;
    for (uint32_t i = 0; i < s->tools.count; i++) {
        struct tool *tool = &s->tools.at[i];
        tool->first_sighting -= tool->sighting_count;
        if (tool->sighting_count > 1)
            qsort_r(&grouped[tool->first_sighting], tool->sighting_count,
                    sizeof *grouped, compare_tool_sightings, s);
    }
    return true;
}

bool scorer_group(struct scorer *s)
{
    find_ranges(s);
    if (s->tool_sighting_count != 0 && !group_tool_sightings(s))
        return false;
    if (s->vote_count != 0)
        qsort_r(s->votes, s->vote_count, sizeof *s->votes, compare_votes, s);
    return true;
}

const struct vote *scorer_votes(const struct scorer *s, const struct tool *tool,
                                size_t *count)
{
    uint32_t number = (uint32_t)(tool - s->tools.at);
    size_t low = 0, high = s->vote_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (s->votes[middle].tool < number)
            low = middle + 1;
        else
            high = middle;
    }
    while (high < s->vote_count && s->votes[high].tool == number)
        high++;
    *count = high - low;
    return *count == 0 ? NULL : &s->votes[low];
}

bool scorer_next_voted(const struct scorer *s, size_t *at, struct slice *key)
{
    while (*at < s->vote_count) {
        uint32_t number = s->votes[*at].tool;
        const struct tool *tool = &s->tools.at[number];
        while (*at < s->vote_count && s->votes[*at].tool == number)
            ++*at;
        if (tool->count == 0 && tool->sighting_count == 0) {
            *key = tool_key(tool);
            return true;
        }
    }
    return false;
}
