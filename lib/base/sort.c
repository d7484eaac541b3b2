#include "lib/base/sort.h"

#include <string.h>

/*
 * What a comparison of two numbers says is anybody's guess, so that a branch
 * on it costs more than all the rest: there is none on any.
 */

/* So few are put in order by counting, for each, how many go before it. */
enum { FEW = 16 };

static void order_few(struct numbered *at, size_t count)
{
    struct numbered ordered[FEW];
    uint32_t before[FEW] = {0};
    for (size_t i = 1; i < count; i++) {
        uint64_t number = at[i].number;
        uint32_t not_before = 0;
        for (size_t j = 0; j < i; j++) {
            uint32_t larger = at[j].number > number;
            before[j] += larger;
            not_before += larger;
        }
        before[i] = (uint32_t)i - not_before;
    }
    for (size_t i = 0; i < count; i++)
        ordered[before[i]] = at[i];
    memcpy(at, ordered, count * sizeof *at);
}

/* Merges two halves, of which the first was moved out of the way. */
static void merge(struct numbered *at, const struct numbered *left,
                  size_t left_count, const struct numbered *right,
                  size_t right_count)
{
    const struct numbered *left_end = left + left_count;
    const struct numbered *right_end = right + right_count;
    while (left != left_end && right != right_end) {
        uint64_t later = right->number < left->number, all = -later;
        at->number = left->number ^ ((left->number ^ right->number) & all);
        at->item = left->item ^ ((left->item ^ right->item) & (uint32_t)all);
        at++;
        right += later;
        left += 1 - later;
    }
    memcpy(at, left, (size_t)(left_end - left) * sizeof *at);
}

void sort_numbered(struct numbered *at, struct numbered *room, size_t count)
{
    if (count <= FEW) {
        if (count > 1)
            order_few(at, count);
        return;
    }
    size_t half = count / 2;
    sort_numbered(at, room, half);
    sort_numbered(at + half, room, count - half);
    if (at[half - 1].number <= at[half].number)
        return;
    memcpy(room, at, half * sizeof *room);
    merge(at, room, half, at + half, count - half);
}
