/*
 * Brings what is known of each tool together.  Review sightings may be many
 * millions in any order: they are moved in place, by one digit of their
 * tool's number after the other, so that what is moved to stays in the cache.
 */
#include <stdlib.h>

#include "lib/score/sightings.h"

enum { DIGIT_BITS = 8, DIGITS = 1 << DIGIT_BITS, FEW = 24 };

static uint32_t digit_of(const struct review_sighting *r, unsigned shift)
{
    return r->tool >> shift & (DIGITS - 1);
}

static void insert_each(struct review_sighting *at, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        struct review_sighting moved = at[i];
        size_t to = i;
        for (; to > 0 && at[to - 1].tool > moved.tool; to--)
            at[to] = at[to - 1];
        at[to] = moved;
    }
}

/* Every swap brings one to where it stays; gives where the digits end. */
static void move_by_digit(struct review_sighting *at, size_t count,
                          unsigned shift, size_t *ends)
{
    size_t next[DIGITS] = {0}, sum = 0;
    for (size_t i = 0; i < count; i++)
        next[digit_of(&at[i], shift)]++;
    for (uint32_t d = 0; d < DIGITS; d++) {
        size_t size = next[d];
        next[d] = sum;
        sum += size;
        ends[d] = sum;
    }
    for (uint32_t d = 0; d < DIGITS; d++) {
        while (next[d] < ends[d]) {
            struct review_sighting here = at[next[d]];
            uint32_t digit;
            while ((digit = digit_of(&here, shift)) != d) {
                struct review_sighting *there = &at[next[digit]++];
                struct review_sighting moved = *there;
                *there = here;
                here = moved;
            }
            at[next[d]++] = here;
        }
    }
}

static void group(struct review_sighting *at, size_t count, unsigned shift)
{
    size_t ends[DIGITS], first = 0;
    if (count <= FEW) {
        insert_each(at, count);
        return;
    }
    move_by_digit(at, count, shift, ends);
    for (uint32_t d = 0; shift != 0 && d < DIGITS; d++) {
        group(at + first, ends[d] - first, shift - DIGIT_BITS);
        first = ends[d];
    }
}

static bool is_grouped(const struct scorer *s)
{
    size_t i = 1;
    while (i < s->sighting_count &&
           s->sightings[i - 1].tool <= s->sightings[i].tool)
        i++;
    return i >= s->sighting_count;
}

static int compare_tool_sightings(const void *a, const void *b, void *scorer)
{
    const struct tool_sighting *x = a, *y = b;
    if (x->tool != y->tool)
        return x->tool < y->tool ? -1 : 1;
    return tool_sighting_compare(scorer, x, y);
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

static void find_ranges(struct scorer *s)
{
    for (uint32_t i = (uint32_t)s->sighting_count; i > 0; i--) {
        struct tool *tool = &s->tools.at[s->sightings[i - 1].tool];
        tool->first = i - 1;
        tool->count++;
    }
    for (uint32_t i = (uint32_t)s->tool_sighting_count; i > 0; i--) {
        struct tool *tool = &s->tools.at[s->tool_sightings[i - 1].tool];
        tool->first_sighting = i - 1;
        tool->sighting_count++;
    }
    for (uint32_t i = 0; i < s->vote_count; i++)
        s->tools.at[s->votes[i].tool].vote_count++;
}

void scorer_group(struct scorer *s)
{
    unsigned shift = 0;
    while (shift + DIGIT_BITS < 32 && s->tools.count >> shift >= DIGITS)
        shift += DIGIT_BITS;
    if (!is_grouped(s))
        group(s->sightings, s->sighting_count, shift);
    if (s->tool_sighting_count != 0)
        qsort_r(s->tool_sightings, s->tool_sighting_count,
                sizeof *s->tool_sightings, compare_tool_sightings, s);
    if (s->vote_count != 0)
        qsort_r(s->votes, s->vote_count, sizeof *s->votes, compare_votes, s);
    find_ranges(s);
}

size_t scorer_first_vote(const struct scorer *s, const struct tool *tool)
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
    return low;
}
