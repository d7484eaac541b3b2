#include "lib/base/sort.h"

#include <string.h>

/* So few are put in order one by one. */
enum { FEW = 16 };

static void insert_each(struct numbered *at, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        struct numbered moved = at[i];
        size_t to = i;
        for (; to > 0 && at[to - 1].number > moved.number; to--)
            at[to] = at[to - 1];
        at[to] = moved;
    }
}

/* Merges two halves, of which the first was moved out of the way. */
static void merge(struct numbered *at, const struct numbered *left,
                  size_t left_count, const struct numbered *right,
                  size_t right_count)
{
    while (left_count != 0 && right_count != 0) {
        if (right->number < left->number) {
            *at++ = *right++;
            right_count--;
        } else {
            *at++ = *left++;
            left_count--;
        }
    }
    memcpy(at, left, left_count * sizeof *at);
}

void sort_numbered(struct numbered *at, struct numbered *room, size_t count)
{
    if (count <= FEW) {
        insert_each(at, count);
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
