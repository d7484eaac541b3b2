/*
 * Merging sightings of a tool in general.  Those with the same text are one
 * review; so is a truncated text with a longer one that it begins; so is a
 * sighting without a text with the one review that its reviewer wrote.
 */
#include <stdlib.h>

#include "lib/base/sort.h"
#include "lib/score/merging.h"

static bool has_text(const struct review_sighting *r)
{
    return sighting_is(r, REVIEW_TEXT);
}

/* Most often there are two. */
static void order(struct review_sighting *at, uint32_t count,
                  int (*compare)(const void *, const void *, void *),
                  void *self)
{
    if (count > 2) {
        qsort_r(at, count, sizeof *at, compare, self);
    } else if (count == 2 && compare(&at[0], &at[1], self) > 0) {
        struct review_sighting first = at[0];
        at[0] = at[1];
        at[1] = first;
    }
}

/* The newest first. */
static int compare_newness(const void *a, const void *b, void *scorer)
{
    return review_sighting_compare(scorer, a, b);
}

/*
 * Those without a text first, by their reviewers, then the others by their
 * texts; the newest first of those that have the same.
 */
static void order_sightings(struct merging *m, struct review_sighting *at,
                            uint32_t all)
{
    struct numbered *ordered = m->numbered, *room = ordered + m->cap;
    uint32_t without = 0, count = 0, end;
    for (uint32_t i = 0; i < all; i++)
        if (!has_text(&at[i]))
            ordered[without++] = (struct numbered){at[i].reviewer, i};
    count = without;
    for (uint32_t i = 0; without != all && i < all; i++)
        if (has_text(&at[i]))
            ordered[count++] =
                (struct numbered){sighting_text_id(m->s, &at[i]), i};
    sort_numbered(ordered, room, without);
    sort_numbered(ordered + without, room, count - without);
    for (uint32_t i = 0; i < count; i++)
        m->moved[i] = at[ordered[i].item];
    memcpy(at, m->moved, count * sizeof *at);
    for (uint32_t i = 0; i < count; i = end) {
        for (end = i + 1; end < count && end != without; end++)
            if (ordered[end].number != ordered[i].number)
                break;
        order(&at[i], end - i, compare_newness, m->s);
    }
}

/* Whether two sightings that stand next to each other are one review. */
static bool is_same(const struct scorer *s, const struct review_sighting *a,
                    const struct review_sighting *b)
{
    if (has_text(a) || has_text(b))
        return has_text(a) && has_text(b) &&
               sighting_text_id(s, a) == sighting_text_id(s, b);
    /* Without a text, only the very same place is surely the same. */
    pooled page = where_of(s, a->where).page;
    return a->reviewer == b->reviewer && page != POOL_UNKNOWN &&
           page == where_of(s, b->where).page &&
           sighting_row(s, a) == sighting_row(s, b) &&
           sighting_col(s, a) == sighting_col(s, b);
}

/* Gives whether any of the sightings is truncated. */
static bool find_runs(struct merging *m, uint32_t count)
{
    const struct scorer *s = m->s;
    bool any = false;
    m->count = 0;
    for (uint32_t i = 0; i < count; i++) {
        const struct review_sighting *r = &m->at[i];
        if (i == 0 || !is_same(s, r - 1, r)) {
            m->runs[m->count] =
                (struct run){.first = i, .into = m->count, .truncated = true};
            m->count++;
        }
        struct run *run = &m->runs[m->count - 1];
        run->count++;
        run->truncated = run->truncated && sighting_is(r, REVIEW_TRUNCATED);
        any = any || sighting_is(r, REVIEW_TRUNCATED);
    }
    return any;
}

/* -- reviews without a text --------------------------------------------- */

/* Whether two runs do not contradict each other on score and verdict. */
static bool agree(const struct merging *m, const struct run *a,
                  const struct run *b)
{
    const struct review_sighting *x = merging_head(m, a),
                                 *y = merging_head(m, b);
    return (x->score == SCORE_UNKNOWN || y->score == SCORE_UNKNOWN ||
            x->score == y->score) &&
           (x->verdict == JUDGEMENT_UNKNOWN ||
            y->verdict == JUDGEMENT_UNKNOWN || x->verdict == y->verdict);
}

/*
 * Which run each reviewer wrote.  With several texts of one reviewer, none of
 * them is the one.
 */
static bool index_writers(struct merging *m)
{
    number_table_clear(&m->writers);
    for (uint32_t i = 0; i < m->count; i++) {
        struct run *run = &m->runs[i];
        pooled reviewer = merging_reviewer(m, run);
        if (!has_text(merging_head(m, run)) || run->into != i ||
            reviewer == POOL_UNKNOWN)
            continue;
        bool added;
        uint32_t *writer = number_table_add(&m->writers, reviewer, i, &added);
        if (writer == NULL)
            return false;
        if (!added)
            *writer = NONE;
    }
    return true;
}

/* Joins a run to another one, unless they contradict each other. */
static void join_agreeing(struct merging *m, struct run *run, uint32_t into,
                          bool *any)
{
    if (!agree(m, run, &m->runs[into]))
        return;
    run->into = into;
    *any = true;
}

/* Runs of one reviewer stand beside each other, and the first stands. */
static void join_neighbours(struct merging *m, bool *any)
{
    uint32_t first = 0;
    for (uint32_t i = 1; i < m->count; i++) {
        pooled reviewer = merging_head(m, &m->runs[i])->reviewer;
        if (reviewer == POOL_UNKNOWN ||
            reviewer != merging_head(m, &m->runs[first])->reviewer)
            first = i;
        else
            join_agreeing(m, &m->runs[i], first, any);
    }
}

/*
 * A sighting without a text is of the one review that its reviewer wrote on
 * the tool; when there is no text at all, the first without one stands.
 */
static bool join_without_text(struct merging *m, bool *any)
{
    if (!has_text(merging_head(m, &m->runs[m->count - 1]))) {
        join_neighbours(m, any);
        return true;
    }
    if (!index_writers(m))
        return false;
    for (uint32_t i = 0;
         i < m->count && !has_text(merging_head(m, &m->runs[i])); i++) {
        struct run *run = &m->runs[i];
        const struct review_sighting *r = merging_head(m, run);
        bool added;
        if (r->reviewer == POOL_UNKNOWN)
            continue;
        uint32_t *writer =
            number_table_add(&m->writers, r->reviewer, i, &added);
        if (writer == NULL)
            return false;
        if (!added && *writer != NONE)
            join_agreeing(m, run, *writer, any);
    }
    return true;
}

/* -- reviews ------------------------------------------------------------ */

/* Those with the whole text of the review first, then the newest. */
static int compare_fullest(const void *a, const void *b, void *merging)
{
    const struct merging *m = merging;
    const struct review_sighting *x = a, *y = b;
    int order = (int)(sighting_text_id(m->s, x) != m->joined_id) -
                (int)(sighting_text_id(m->s, y) != m->joined_id);
    if (order == 0)
        order = (int)sighting_is(x, REVIEW_TRUNCATED) -
                (int)sighting_is(y, REVIEW_TRUNCATED);
    return order != 0 ? order : review_sighting_compare(m->s, x, y);
}

/*
 * Moves the sightings of joined runs beside each other, the fullest and newest
 * first.
 */
static void gather(struct merging *m, struct review_sighting *sightings,
                   uint32_t count)
{
    uint32_t *next = m->by_text; /* where the next of each review goes */
    memset(next, 0, m->count * sizeof *next);
    for (uint32_t i = 0; i < m->count; i++)
        next[m->runs[i].into] += m->runs[i].count;
    for (uint32_t i = 0, sum = 0; i < m->count; i++) {
        uint32_t size = next[i];
        next[i] = sum;
        sum += size;
    }
    for (uint32_t i = 0; i < m->count; i++) {
        const struct run *run = &m->runs[i];
        memcpy(&m->moved[next[run->into]], merging_head(m, run),
               run->count * sizeof *m->moved);
        next[run->into] += run->count;
    }
    for (uint32_t i = 0, first = 0; i < m->count; i++) {
        if (m->runs[i].into != i)
            continue;
        m->joined_id = sighting_text_id(m->s, merging_head(m, &m->runs[i]));
        order(&m->moved[first], next[i] - first, compare_fullest, m);
        m->moved[first].flags |= REVIEW_FIRST;
        first = next[i];
    }
    memcpy(sightings, m->moved, count * sizeof *sightings);
}

/* -- all of it ------------------------------------------------------------ */

bool merging_merge_range(struct merging *m, struct review_sighting *at,
                         uint32_t count)
{
    bool joined = false;
    m->at = at;
    order_sightings(m, at, count);
    if (find_runs(m, count)) {
        if (!merging_join_beginnings(m))
            return false;
        /* Runs may hold both whole and truncated sightings. */
        joined = true;
    }
    if (m->count > 1 && !has_text(at) && !join_without_text(m, &joined))
        return false;
    if (joined)
        gather(m, at, count);
    for (uint32_t i = 0; !joined && i < m->count; i++)
        at[m->runs[i].first].flags |= REVIEW_FIRST;
    return true;
}
