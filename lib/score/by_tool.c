/*
 * Brings what is known of each tool together.  Review sightings may be many
 * millions in any order: they came into buckets by their tools, so that what
 * they are moved to, within their bucket, stays in the cache.
 */
#include <stdlib.h>

#include "lib/score/sightings.h"

/*
 * Moves sightings in place to where those of their tool go: `next` are the
 * first places of each of the bucket's tools.  Every step brings one to where
 * it stays, so that those of the last tool are there without a step.
 */
static void move_each(struct review_sighting *at, uint32_t *next,
                      const uint32_t *ends, uint32_t tools)
{
    for (uint32_t tool = 0; tool < tools - 1; tool++) {
        while (next[tool] < ends[tool]) {
            struct review_sighting here = at[next[tool]];
            uint32_t other;
            while ((other = here.tool / BUCKETS) != tool) {
                struct review_sighting *there = &at[next[other]++];
                if (next[other] != ends[other]) /* for the next of its tool */
                    __builtin_prefetch((char *)(there + 2) - 1, 1);
                struct review_sighting moved = *there;
                *there = here;
                here = moved;
            }
            at[next[tool]++] = here;
        }
    }
}

bool scorer_group_bucket(struct scorer *s, uint32_t bucket)
{
    uint32_t count = (s->tools.count - bucket + BUCKETS - 1) / BUCKETS;
    uint32_t *next = malloc(2 * (size_t)count * sizeof *next);
    if (next == NULL)
        return false;
    uint32_t *ends = next + count;
    for (uint32_t i = 0; i < count; i++) {
        const struct tool *tool = &s->tools.at[bucket + i * BUCKETS];
        next[i] = tool->first;
        ends[i] = tool->first + tool->count;
    }
    move_each(s->buckets[bucket].at, next, ends, count);
    free(next);
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
