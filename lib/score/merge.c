/*
 * From sightings to reviews, tool by tool.  Most tools have only sightings
 * with a whole text, or none with any: what is one review is told by the text
 * or the reviewer, and only few sightings are of the same one.
 */
#include <stdlib.h>

#include "lib/base/array.h"
#include "lib/base/crew.h"
#include "lib/score/merging.h"

/* A thread is worth its while from so many sightings on. */
enum { SIGHTINGS_A_WORKER = 256, JOBS_A_WORKER = 4 };

/* Tools of a bucket are fetched so far ahead, and what they point to. */
enum { FAR_AHEAD = 8 * BUCKETS, NEAR_AHEAD = 4 * BUCKETS };

static void merging_free(struct merging *m)
{
    free(m->originals.at);
    free(m->put_off.at);
    free(m->unlabelled.at);
    group_room_free(&m->group_room);
    number_table_free(&m->writers);
    free(m->runs);
    free(m->moved);
    free(m->by_text);
    free(m->marks);
    free(m->marked);
    free(m->review_of);
    free(m->sizes);
    free(m->numbered);
    free(m->texts);
    text_room_free(&m->room);
}

/* Room for so many items, of which nothing is kept. */
static bool renew(void *array, size_t count, size_t size)
{
    void **at = array;
    free(*at);
    *at = malloc(count * size);
    return *at != NULL;
}

/* The slots of the table of marks; a power of two, at most half taken. */
static size_t slots_for(uint32_t count)
{
    size_t slots = 2;
    while (slots < 2 * (size_t)count)
        slots *= 2;
    return slots;
}

static bool make_room(struct merging *m, uint32_t count)
{
    if (count <= m->cap)
        return true;
    uint32_t cap = count > UINT32_MAX / 2 ? count : count + count / 2;
    size_t slots = slots_for(cap);
    m->cap = 0;
    if (!renew(&m->runs, cap, sizeof *m->runs) ||
        !renew(&m->moved, cap, sizeof *m->moved) ||
        !renew(&m->by_text, cap, sizeof *m->by_text) ||
        !renew(&m->marks, slots, sizeof *m->marks) ||
        !renew(&m->marked, slots, sizeof *m->marked) ||
        !renew(&m->review_of, cap, sizeof *m->review_of) ||
        !renew(&m->sizes, cap, sizeof *m->sizes) ||
        !renew(&m->texts, cap, sizeof *m->texts) ||
        !renew(&m->numbered, 2 * (size_t)cap, sizeof *m->numbered))
        return false;
    m->cap = cap;
    return true;
}

/* -- telling reviews apart ------------------------------------------------ */

/*
 * What another sighting of the same review surely has too: its text, or its
 * reviewer.  0: that cannot be told so easily.
 */
static uint64_t mark_of(const struct scorer *s, const struct review_sighting *r,
                        bool text)
{
    if (sighting_is(r, REVIEW_TEXT) != text || sighting_is(r, REVIEW_TRUNCATED))
        return 0;
    return text ? sighting_note(s, r)->id : r->reviewer;
}

/*
 * Numbers what may be the tool's reviews, and notes of which one each of its
 * sightings is.  How many there are; 0: that cannot be told so easily.
 */
static uint32_t find_reviews(struct merging *m, const struct tool *tool)
{
    const uint64_t spread = UINT64_C(0x9e3779b97f4a7c15); /* 2^64 / phi */
    const struct review_sighting *at = review_sightings(m->s, tool);
    bool text = sighting_is(at, REVIEW_TEXT);
    size_t slots = slots_for(tool->count);
    int shift = 64 - __builtin_ctzll(slots);
    uint32_t count = 0;
    if (tool->count == 1)
        return m->sizes[0] = 1;
    memset(m->marks, 0, slots * sizeof *m->marks);
    for (uint32_t i = 0; i < tool->count; i++) {
        uint64_t mark = mark_of(m->s, &at[i], text);
        size_t place = mark * spread >> shift;
        if (mark == 0)
            return 0;
        while (m->marks[place] != 0 && m->marks[place] != mark)
            place = (place + 1) & (slots - 1);
        if (m->marks[place] == 0) {
            m->marks[place] = mark;
            m->marked[place] = count;
            m->sizes[count++] = 0;
        }
        m->review_of[i] = m->marked[place];
        m->sizes[m->marked[place]]++;
    }
    return count;
}

/* Moves sightings beside those of the same review. */
static void bring_together(struct merging *m, const struct tool *tool,
                           uint32_t reviews)
{
    struct review_sighting *at = review_sightings(m->s, tool);
    uint32_t *next = m->by_text, sum = 0;
    for (uint32_t i = 0; i < reviews; i++) {
        next[i] = sum;
        sum += m->sizes[i];
    }
    for (uint32_t i = 0; i < tool->count; i++)
        m->moved[next[m->review_of[i]]++] = at[i];
    memcpy(at, m->moved, tool->count * sizeof *at);
}

/* -- a tool --------------------------------------------------------------- */

/* Whether merging may hold something new, which is for one thread alone. */
static bool needs_all(const struct merging *m, const struct tool *tool)
{
    const struct review_sighting *at = review_sightings(m->s, tool);
    for (uint32_t i = 0; i < tool->count; i++)
        if (sighting_rarity(m->s, &at[i]) != POOL_UNKNOWN)
            return true;
    return false;
}

/* Merges what may be one review each, and now stands together. */
static bool merge_reviews(struct merging *m, const struct tool *tool,
                          uint32_t reviews)
{
    struct review_sighting *first = review_sightings(m->s, tool);
    for (uint32_t i = 0; i < reviews; i++) {
        uint32_t size = m->sizes[i];
        if (size == 1)
            first->flags |= REVIEW_FIRST;
        else if (!merging_merge_range(m, first, size))
            return false;
        first += size;
    }
    return true;
}

static bool merge_tool(struct merging *m, uint32_t number)
{
    struct tool *tool = &m->s->tools.at[number];
    if (tool->count == 0)
        return true;
    if (!make_room(m, tool->count))
        return false;
    uint32_t reviews = find_reviews(m, tool);
    if (reviews != tool->count && !m->alone && needs_all(m, tool))
        return ARRAY_ADD(&m->put_off, number);
    if (reviews != 0 && reviews != tool->count)
        bring_together(m, tool, reviews);
    return (reviews == 0 ? merging_merge_range(m, review_sightings(m->s, tool),
                                               tool->count)
                         : merge_reviews(m, tool, reviews)) &&
           merging_make_reviews(m, tool);
}

/* -- all of them ---------------------------------------------------------- */

static bool merge_bucket(struct merging *m, uint32_t bucket)
{
    const struct tools *tools = &m->s->tools;
    bool ok = scorer_group_bucket(m->s, bucket, &m->group_room);
    for (size_t i = bucket; ok && i < tools->count; i += BUCKETS) {
        if (i + FAR_AHEAD < tools->count)
            __builtin_prefetch(&tools->at[i + FAR_AHEAD]);
        if (i + NEAR_AHEAD < tools->count)
            sightings_expect(m->s, &tools->at[i + NEAR_AHEAD]);
        ok = merge_tool(m, (uint32_t)i);
    }
    return ok;
}

static void work(void *self, size_t worker, void *item)
{
    struct merging *m = (struct merging *)self + worker;
    m->failed = m->failed || !merge_bucket(m, *(uint32_t *)item);
}

static void deliver(void *self, void *item)
{
    (void)self;
    (void)item;
}

/* Shares the buckets out; false when there is no memory. */
static bool share_out(struct merging *all, size_t workers)
{
    const struct scorer *s = all->s;
    size_t count = workers * JOBS_A_WORKER;
    uint32_t *items = calloc(count, sizeof *items);
    struct crew_plan plan = {.workers = workers,
                             .items = items,
                             .item_count = count,
                             .item_size = sizeof *items,
                             .weight_most = 0,
                             .work = work,
                             .deliver = deliver,
                             .self = all};
    struct crew *crew = items == NULL ? NULL : crew_start(&plan);
    for (uint32_t i = 0; crew != NULL && i < bucket_count(s); i++) {
        *(uint32_t *)crew_claim(crew) = i;
        crew_submit(crew, 0);
    }
    if (crew != NULL)
        crew_finish(crew);
    free(items);
    return crew != NULL;
}

/* What a worker made, and what it put off. */
static bool take_over(struct merging *m)
{
    struct scorer *s = m->s;
    bool ok = !m->failed;
    m->alone = true;
    for (size_t i = 0; ok && i < m->put_off.count; i++)
        ok = merge_tool(m, m->put_off.at[i]);
    s->changed = s->changed || m->room.changed;
    s->no_memory = s->no_memory || m->room.no_memory;
    for (size_t i = 0; ok && i < m->unlabelled.count; i++)
        ok = ARRAY_ADD(&s->unlabelled, m->unlabelled.at[i]);
    return ok && originals_add(&s->originals, &m->originals);
}

bool scorer_merge(struct scorer *s, size_t workers)
{
    size_t sightings = 0;
    if (!scorer_place(s) || !scorer_group(s))
        return false;
    for (size_t i = 0; i < bucket_count(s); i++)
        sightings += s->buckets[i].count;
    if (workers > sightings / SIGHTINGS_A_WORKER ||
        (s->again.read != NULL && workers > s->again.readers))
        workers = 1;
    struct merging *all = calloc(workers, sizeof *all);
    bool ok = all != NULL;
    for (size_t i = 0; ok && i < workers; i++)
        all[i] =
            (struct merging){.s = s, .alone = workers == 1, .room.reader = i};
    ok = ok && share_out(all, workers);
    for (size_t i = 0; all != NULL && i < workers; i++) {
        ok = take_over(&all[i]) && ok;
        merging_free(&all[i]);
    }
    free(all);
    return ok && !s->no_memory;
}
