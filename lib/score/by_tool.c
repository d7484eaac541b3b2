/*
 * Brings what is known of each tool together.  Review sightings may be many
 * millions in any order: they are moved in place, to their range of tools
 * first, so that what they are moved to then, within it, stays in the cache.
 */
#include <stdlib.h>

#include "lib/score/sightings.h"

enum { RANGES_MOST = 256 };

/*
 * Moves sightings in place to where those of their kind go, which is told by
 * their tool: `next` are the first places of each kind.  Every step brings one
 * to where it stays.
 */
static void move_each(struct review_sighting *at, uint32_t *next,
                      const uint32_t *ends, uint32_t kinds, uint32_t least,
                      unsigned shift)
{
    for (uint32_t kind = 0; kind < kinds; kind++) {
        while (next[kind] < ends[kind]) {
            struct review_sighting here = at[next[kind]];
            uint32_t other;
            while ((other = (here.tool - least) >> shift) != kind) {
                struct review_sighting *there = &at[next[other]++];
                if (next[other] != ends[other]) /* for the next of its kind */
                    __builtin_prefetch((char *)(there + 2) - 1, 1);
                struct review_sighting moved = *there;
                *there = here;
                here = moved;
            }
            at[next[kind]++] = here;
        }
    }
}

/* Ranges of as many tools each as can be told by leaving out so many bits. */
static unsigned range_bits(const struct scorer *s)
{
    unsigned bits = 0;
    while (s->tools.count != 0 && (s->tools.count - 1) >> bits >= RANGES_MOST)
        bits++;
    return bits;
}

uint32_t scorer_range_count(const struct scorer *s)
{
    return s->tools.count == 0 ? 0
                               : ((s->tools.count - 1) >> range_bits(s)) + 1;
}

struct tool_range scorer_range(const struct scorer *s, uint32_t number)
{
    unsigned bits = range_bits(s);
    uint64_t end = ((uint64_t)number + 1) << bits;
    return (struct tool_range){
        number << bits, end < s->tools.count ? (uint32_t)end : s->tools.count};
}

/* Where the sightings of the tools before this one end. */
static uint32_t first_of(const struct scorer *s, uint32_t tool)
{
    return tool < s->tools.count ? s->tools.at[tool].first
                                 : (uint32_t)s->sighting_count;
}

static void group_ranges(struct scorer *s)
{
    uint32_t next[RANGES_MOST], ends[RANGES_MOST];
    uint32_t count = scorer_range_count(s);
    for (uint32_t i = 0; i < count; i++) {
        struct tool_range range = scorer_range(s, i);
        next[i] = first_of(s, range.first);
        ends[i] = first_of(s, range.end);
    }
    move_each(s->sightings, next, ends, count, 0, range_bits(s));
}

void scorer_group_range(struct scorer *s, struct tool_range range,
                        uint32_t *room)
{
    uint32_t count = range.end - range.first;
    uint32_t *next = room, *ends = room + count;
    for (uint32_t i = 0; i < count; i++) {
        next[i] = first_of(s, range.first + i);
        ends[i] = first_of(s, range.first + i + 1);
    }
    if (range_bits(s) != 0)
        move_each(s->sightings, next, ends, count, range.first, 0);
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
    uint32_t first = 0, first_sighting = 0;
    for (size_t i = 0; i < s->tool_sighting_count; i++)
        s->tools.at[s->tool_sightings[i].tool].sighting_count++;
    for (uint32_t i = 0; i < s->tools.count; i++) {
        struct tool *tool = &s->tools.at[i];
        tool->first = first;
        tool->first_sighting = first_sighting;
        first += tool->count;
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
    group_ranges(s);
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
