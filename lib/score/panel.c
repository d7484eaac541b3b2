/* The panel of a tool: its reviews as they stand in the verdict. */
#include <endian.h>
#include <stdlib.h>

#include "lib/base/bytes.h"
#include "lib/base/hash.h"
#include "lib/base/sort.h"
#include "lib/json/write.h"
#include "lib/score/sightings.h"

enum { ID_DIGITS = 16 };

/* -- their order ---------------------------------------------------------- */

static int compare_numbers(int64_t a, int64_t b)
{
    return (a > b) - (a < b);
}

/* Rows as on the page, reviews without one last, as a number. */
static uint64_t row_number(const struct scorer *s,
                           const struct review_sighting *r)
{
    int64_t row = sighting_row(s, r);
    return row < 0 ? UINT64_MAX : (uint64_t)row;
}

/* The reviews of a tool, being ordered. */
struct ordering {
    const struct scorer *s;
    const struct review_sighting *at;
};

static int compare_reviews(const void *a, const void *b, void *ordering)
{
    const struct ordering *o = ordering;
    const struct scorer *s = o->s;
    const struct review_sighting *x =
        &o->at[((const struct numbered *)a)->item];
    const struct review_sighting *y =
        &o->at[((const struct numbered *)b)->item];
    uint64_t p = row_number(s, x), q = row_number(s, y);
    int order = (p > q) - (p < q);
    if (order == 0)
        order = pool_compare(&s->pool, x->reviewer, y->reviewer);
    if (order == 0)
        order = sighting_compare_ids(s, x, y);
    if (order == 0)
        order = compare_numbers(x->score, y->score);
    return order != 0 ? order : compare_numbers(x->verdict, y->verdict);
}

/* A name's first bytes, as a number that is ordered as names are. */
static uint64_t beginning_of(struct slice name)
{
    uint64_t number = 0;
    if (name.len >= sizeof number)
        memcpy(&number, name.at, sizeof number);
    else if (name.len != 0)
        memcpy(&number, name.at, name.len);
    return be64toh(number);
}

/*
 * The row and the first six bytes of the reviewer, which order most reviews;
 * large and unknown rows are the largest there are.
 */
static uint64_t order_number(const struct scorer *s,
                             const struct review_sighting *r)
{
    return (uint64_t)r->row << 48 |
           beginning_of(pool_get(&s->pool, r->reviewer)) >> 16;
}

/* Orders those that have one number. */
static void order_equals(struct ordering *o, struct numbered *at, size_t count)
{
    for (size_t i = 0, end; i < count; i = end) {
        for (end = i + 1; end < count; end++)
            if (at[end].number != at[i].number)
                break;
        if (end - i > 1)
            qsort_r(at + i, end - i, sizeof *at, compare_reviews, o);
    }
}

/* Which of its sightings begin the tool's reviews, in panel order. */
static struct numbered *order_panel(const struct scorer *s,
                                    const struct tool *tool,
                                    struct verdict_room *room)
{
    struct ordering ordering = {s, review_sightings(s, tool)};
    size_t count = tool->review_count, listed = 0;
    struct numbered *order =
        arena_alloc(&room->arena, 2 * (count + 1) * sizeof *order);
    if (order == NULL)
        return NULL;
    for (uint32_t i = 0; i < tool->count; i++) {
        const struct review_sighting *r = &ordering.at[i];
        if (sighting_is(r, REVIEW_FIRST))
            order[listed++] = (struct numbered){order_number(s, r), i};
    }
    sort_numbered(order, order + count + 1, count);
    order_equals(&ordering, order, count);
    return order;
}

/* -- each of them --------------------------------------------------------- */

static void write_method(const struct scorer *s, struct json_writer *w,
                         const char *key, pooled method)
{
    if (method == POOL_UNKNOWN)
        return;
    json_write_key(w, key);
    json_write_string(w, pool_get(&s->pool, method));
}

static struct slice inferred_text(const struct scorer *s,
                                  const struct provenance *how,
                                  struct verdict_room *room)
{
    struct json_writer w = {.out = &room->scratch};
    if (how->tool == POOL_UNKNOWN && how->reviewer == POOL_UNKNOWN &&
        how->score == POOL_UNKNOWN && how->verdict == POOL_UNKNOWN)
        return slice_from(NULL, 0);
    bytes_clear(&room->scratch);
    json_write_open(&w, '{');
    write_method(s, &w, "tool", how->tool);
    write_method(s, &w, "reviewer", how->reviewer);
    write_method(s, &w, "score", how->score);
    write_method(s, &w, "verdict", how->verdict);
    json_write_close(&w, '}');
    room->failed = room->failed || room->scratch.failed;
    return arena_copy(&room->arena, bytes_slice(&room->scratch), &room->failed);
}

/* A review with a score and no verdict is judged by the policy. */
static enum judgement verdict_of(const struct scorer *s,
                                 const struct review_sighting *r,
                                 struct provenance *how)
{
    if (r->verdict != JUDGEMENT_UNKNOWN || r->score == SCORE_UNKNOWN ||
        (s->infer & INFER_SCORE) == 0)
        return sighting_verdict(r);
    how->verdict = s->by_score;
    return policy_judge_score(s->policy, r->score);
}

/* Its id, which is put down as text at `digits`. */
static struct slice id_text(const struct scorer *s,
                            const struct review_sighting *r,
                            struct verdict_room *room, char *digits)
{
    uint64_t id = sighting_is(r, REVIEW_TEXT)
                      ? sighting_note(s, r)->id
                      : sighting_id(s, r, slice_from(NULL, 0), &room->scratch);
    room->failed = room->failed || room->scratch.failed;
    hash_put_hex(digits, id);
    return slice_from(digits, ID_DIGITS);
}

static void fill_review(struct panel_review *to, const struct scorer *s,
                        const struct review_sighting *r,
                        struct verdict_room *room, char *digits)
{
    struct provenance how = {0};
    to->reviewer = pool_get(&s->pool, r->reviewer);
    to->score = sighting_score(r);
    to->text = sighting_text(s, r);
    to->id = id_text(s, r, room, digits);
    to->others = slice_from(NULL, 0);
    pooled rare = sighting_rarity(s, r);
    if (rare != POOL_UNKNOWN) {
        struct rarity rarity = rarity_of(s, rare);
        how = rarity.how;
        to->others = pool_get(&s->pool, rarity.others);
    }
    to->verdict = verdict_of(s, r, &how);
    to->inferred = inferred_text(s, &how, room);
}

bool scorer_make_panel(const struct scorer *s, const struct tool *tool,
                       struct verdict_room *room, struct verdict *v)
{
    const struct review_sighting *at = review_sightings(s, tool);
    size_t count = tool->review_count;
    struct numbered *order = order_panel(s, tool, room);
    char *ids = arena_alloc(&room->arena, (count + 1) * ID_DIGITS);
    v->panel = arena_alloc(&room->arena, (count + 1) * sizeof *v->panel);
    if (order == NULL || ids == NULL || v->panel == NULL)
        return false;
    for (size_t i = 0; i < count; i++)
        fill_review(&v->panel[i], s, &at[order[i].item], room,
                    ids + i * ID_DIGITS);
    v->panel_count = count;
    return !room->failed;
}
