/* Truncated texts, and the longer ones of the tool that they begin. */
#include <stdlib.h>

#include "lib/base/sort.h"
#include "lib/score/merging.h"

/* Longer texts that begin alike are looked through no further than this. */
enum { BRANCHES_MOST = 64 };

static int compare_texts(const void *a, const void *b, void *merging)
{
    const struct merging *m = merging;
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    int order = slice_compare(m->texts[x], m->texts[y]);
    return order != 0 ? order : (x > y) - (x < y);
}

/*
 * The longer texts that one begins stand right behind it, and are settled
 * before it when the runs are taken from the end.  Among several a whole one
 * by the same reviewer is best, then a whole one.
 */
static void join_beginning(struct merging *m, const uint32_t *by_text,
                           uint32_t count)
{
    struct run *run = &m->runs[by_text[0]];
    pooled reviewer = merging_reviewer(m, run);
    int best = 0;
    if (!run->truncated)
        return;
    for (uint32_t i = 1; i < count && i <= BRANCHES_MOST; i++) {
        const struct run *longer = &m->runs[by_text[i]];
        if (!slice_starts(m->texts[by_text[i]], m->texts[by_text[0]]))
            return;
        const struct run *into = &m->runs[longer->into];
        bool alike =
            reviewer != POOL_UNKNOWN && reviewer == merging_reviewer(m, into);
        int rank = 1 + (into->truncated ? 0 : 2) + (alike ? 1 : 0);
        if (rank > best) {
            best = rank;
            run->into = longer->into;
        }
    }
}

/* Joins runs whose texts begin alike, as far as their hashes tell. */
static bool join_alike(struct merging *m, const struct numbered *alike,
                       uint32_t count)
{
    bool truncated = false;
    for (uint32_t i = 0; i < count; i++)
        truncated = truncated || m->runs[alike[i].item].truncated;
    if (!truncated)
        return true;
    arena_reset(&m->room.arena);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t run = m->by_text[i] = alike[i].item;
        m->texts[run] =
            scorer_text(m->s, merging_head(m, &m->runs[run]), &m->room);
        if (!slice_known(m->texts[run]))
            return false;
    }
    qsort_r(m->by_text, count, sizeof *m->by_text, compare_texts, m);
    for (uint32_t i = count; i > 0; i--)
        join_beginning(m, &m->by_text[i - 1], count - (i - 1));
    return true;
}

bool merging_join_beginnings(struct merging *m)
{
    struct numbered *at = m->numbered;
    uint32_t count = 0, end;
    bool ok = true;
    for (uint32_t i = 0; i < m->count; i++)
        if (sighting_is(merging_head(m, &m->runs[i]), REVIEW_LONG))
            at[count++] = (struct numbered){
                sighting_beginning(m->s, merging_head(m, &m->runs[i])), i};
    sort_numbered(at, at + m->cap, count);
    for (uint32_t i = 0; ok && i < count; i = end) {
        for (end = i + 1; end < count; end++)
            if (at[end].number != at[i].number)
                break;
        ok = end - i == 1 || join_alike(m, at + i, end - i);
    }
    return ok;
}
