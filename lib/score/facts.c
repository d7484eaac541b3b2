/* What the pages say of a tool: the newest counts, contradictions are told. */
#include <stdlib.h>

#include "lib/base/bytes.h"
#include "lib/base/hash.h"
#include "lib/json/object.h"
#include "lib/json/write.h"
#include "lib/score/sightings.h"

/* A fact that pages may contradict each other on. */
enum fact {
    FACT_NAME,
    FACT_CATEGORY,
    FACT_ENTRY,
    FACT_PRICING,
    FACT_VERDICT,
    FACT_SHIP,
    FACT_SKIP,
    FACT_SHIP_PCT,
    FACTS
};

static const struct slice fact_fields[FACTS] = {
    [FACT_NAME] = SLICE("name"),
    [FACT_CATEGORY] = SLICE("category"),
    [FACT_ENTRY] = SLICE("entry"),
    [FACT_PRICING] = SLICE("pricing"),
    [FACT_VERDICT] = SLICE("stated.verdict"),
    [FACT_SHIP] = SLICE("stated.ship"),
    [FACT_SKIP] = SLICE("stated.skip"),
    [FACT_SHIP_PCT] = SLICE("stated.ship_pct"),
};

/* The fact as JSON text; nothing when the page does not state it. */
static void add_fact(const struct scorer *s, struct bytes *out,
                     const struct tool_sighting *t, enum fact fact)
{
    struct json_writer w = {.out = out};
    struct stated stated = stated_of(s, t->stated);
    pooled string = fact == FACT_NAME       ? t->name
                    : fact == FACT_CATEGORY ? t->category
                    : fact == FACT_ENTRY    ? t->entry
                    : fact == FACT_PRICING  ? t->pricing
                                            : POOL_UNKNOWN;
    int64_t count = fact == FACT_SHIP   ? stated.ship
                    : fact == FACT_SKIP ? stated.skip
                                        : -1;
    if (string != POOL_UNKNOWN)
        json_write_string(&w, pool_get(&s->pool, string));
    else if (fact == FACT_VERDICT && stated.verdict != JUDGEMENT_UNKNOWN)
        json_write_string(&w, judgement_word(stated.verdict));
    else if (count >= 0)
        json_write_integer(&w, count);
    else if (fact == FACT_SHIP_PCT && stated.ship_pct != DECIMAL_UNKNOWN)
        json_write_decimal(&w, stated.ship_pct);
}

static int compare_values(const void *a, const void *b)
{
    return slice_compare(*(const struct slice *)a, *(const struct slice *)b);
}

/* The different values of something, as JSON texts. */
struct values {
    struct arena *arena;
    struct table seen;
    struct bytes text; /* of the value at hand */
    bool ok;
};

/* Takes over the value whose text was added; nothing when it is empty. */
static void add_value(struct values *values)
{
    struct slice text = bytes_slice(&values->text);
    bool added, failed = values->text.failed;
    if (!failed && text.len != 0 && table_find(&values->seen, text) == NULL) {
        struct slice copy = arena_copy(values->arena, text, &failed);
        failed = failed || table_add(&values->seen, copy, 0, &added) == NULL;
    }
    values->ok = values->ok && !failed;
    bytes_clear(&values->text);
}

/* Fewer than two values are no conflict; sorted, as their order means
 * nothing.  Releases the values. */
static bool end_values(struct values *values, struct slice field,
                       struct verdict *v)
{
    size_t count = values->seen.count;
    if (values->ok && count > 1) {
        struct conflict *c = &v->conflicts[v->conflict_count++];
        c->field = field;
        c->values = arena_array(values->arena, count, sizeof *c->values);
        values->ok = c->values != NULL;
        for (size_t i = 0; values->ok && i < values->seen.cap; i++)
            if (slice_known(values->seen.slots[i].key))
                c->values[c->count++] = values->seen.slots[i].key;
        if (values->ok)
            qsort(c->values, c->count, sizeof *c->values, compare_values);
    }
    table_free(&values->seen);
    bytes_free(&values->text);
    return values->ok;
}

static bool find_conflict(const struct scorer *s, const struct tool *tool,
                          enum fact fact, struct verdict_room *room,
                          struct verdict *v)
{
    struct values values = {.arena = &room->arena, .ok = true};
    for (uint32_t i = 0; i < tool->sighting_count; i++) {
        add_fact(s, &values.text, &s->tool_sightings[tool->first_sighting + i],
                 fact);
        add_value(&values);
    }
    return end_values(&values, fact_fields[fact], v);
}

enum review_fact {
    REVIEW_REVIEWER,
    REVIEW_SCORE,
    REVIEW_VERDICT,
    REVIEW_FACTS
};

static void add_review_fact(const struct scorer *s, struct bytes *out,
                            const struct review_sighting *r,
                            enum review_fact fact)
{
    struct json_writer w = {.out = out};
    if (fact == REVIEW_REVIEWER && r->reviewer != POOL_UNKNOWN)
        json_write_string(&w, pool_get(&s->pool, r->reviewer));
    else if (fact == REVIEW_VERDICT && r->verdict != JUDGEMENT_UNKNOWN)
        json_write_string(&w, judgement_word(sighting_verdict(r)));
    else if (fact == REVIEW_SCORE && r->score != SCORE_UNKNOWN)
        json_write_decimal(&w, r->score);
}

/* The field of a conflict on a review: "panel.Skeptic.score". */
static struct slice review_field(const struct scorer *s,
                                 const struct review_sighting *r,
                                 enum review_fact fact,
                                 struct verdict_room *room)
{
    static const char *const names[REVIEW_FACTS] = {"reviewer", "score",
                                                    "verdict"};
    struct bytes field = {0};
    bytes_add_string(&field, "panel.");
    if (r->reviewer != POOL_UNKNOWN)
        bytes_add_slice(&field, pool_get(&s->pool, r->reviewer));
    else
        hash_add_hex(
            &field,
            sighting_is(r, REVIEW_TEXT)
                ? r->id
                : sighting_id(s, r, slice_from(NULL, 0), &room->scratch),
            16);
    bytes_add_byte(&field, '.');
    bytes_add_string(&field, names[fact]);
    room->failed = room->failed || room->scratch.failed || field.failed;
    struct slice copy =
        arena_copy(&room->arena, bytes_slice(&field), &room->failed);
    bytes_free(&field);
    return copy;
}

/* What pages say differently of the review that begins at `first`. */
static bool find_review_conflicts(const struct scorer *s, uint32_t first,
                                  uint32_t count, struct verdict_room *room,
                                  struct verdict *v)
{
    const struct review_sighting *r = &s->sightings[first];
    bool ok = true;
    for (int fact = 0; ok && fact < REVIEW_FACTS; fact++) {
        struct values values = {.arena = &room->arena, .ok = true};
        for (uint32_t i = 0; i < count; i++) {
            add_review_fact(s, &values.text, sighting_said(s, first + i),
                            (enum review_fact)fact);
            add_value(&values);
        }
        ok = end_values(&values,
                        review_field(s, r, (enum review_fact)fact, room), v) &&
             !room->failed;
    }
    return ok;
}

static bool is_contradicted(const struct scorer *s, uint32_t at)
{
    return sighting_is(&s->sightings[at], REVIEW_CONTRADICTED);
}

static int compare_conflicts(const void *a, const void *b)
{
    const struct conflict *x = a, *y = b;
    int order = slice_compare(x->field, y->field);
    for (size_t i = 0; order == 0 && i < x->count && i < y->count; i++)
        order = slice_compare(x->values[i], y->values[i]);
    return order != 0 ? order : (x->count > y->count) - (x->count < y->count);
}

static bool find_conflicts(const struct scorer *s, const struct tool *tool,
                           struct verdict_room *room, struct verdict *v)
{
    size_t most = tool->sighting_count > 1 ? FACTS : 0;
    uint32_t end = tool->first + tool->count;
    for (uint32_t i = tool->first; i < end; i++)
        most += is_contradicted(s, i) ? REVIEW_FACTS : 0;
    if (most == 0)
        return true;
    v->conflicts = arena_array(&room->arena, most, sizeof *v->conflicts);
    bool ok = v->conflicts != NULL;
    for (int fact = 0; ok && tool->sighting_count > 1 && fact < FACTS; fact++)
        ok = find_conflict(s, tool, (enum fact)fact, room, v);
    size_t of_tool = v->conflict_count;
    for (uint32_t i = tool->first; ok && i < end; i++)
        if (is_contradicted(s, i))
            ok = find_review_conflicts(s, i, review_length(s, i, end), room, v);
    if (ok)
        qsort(v->conflicts + of_tool, v->conflict_count - of_tool,
              sizeof *v->conflicts, compare_conflicts);
    return ok;
}

static void take_string(const struct scorer *s, struct slice *to, pooled from)
{
    if (!slice_known(*to))
        *to = pool_get(&s->pool, from);
}

static void take_stated(struct stated *to, const struct stated *from)
{
    if (to->verdict == JUDGEMENT_UNKNOWN)
        to->verdict = from->verdict;
    if (to->ship < 0 && to->skip < 0) {
        to->ship = from->ship;
        to->skip = from->skip;
    }
    if (to->ship_pct == DECIMAL_UNKNOWN)
        to->ship_pct = from->ship_pct;
}

static void take_community(const struct scorer *s, struct community *to,
                           pooled community)
{
    struct community_said said;
    if (to->votes >= 0 || to->ship_pct != DECIMAL_UNKNOWN ||
        community == POOL_UNKNOWN)
        return;
    POOL_GET_VALUE(&s->pool, community, &said);
    to->votes = said.votes;
    to->ship_pct = said.ship_pct;
    if (to->votes == 0)
        to->ship = to->skip = 0;
}

/* As scorer_join_members does it, with strings. */
static void join_members(struct verdict *v, struct slice more,
                         struct verdict_room *room)
{
    struct bytes *joined = &room->scratch;
    if (!slice_known(v->others))
        v->others = more;
    if (!slice_known(more) || slice_equal(v->others, more))
        return;
    bytes_clear(joined);
    object_join_members(joined, v->others, more);
    room->failed = room->failed || joined->failed;
    v->others = arena_copy(&room->arena, bytes_slice(joined), &room->failed);
}

/* Sightings come newest first, so what is known already stands. */
static void take_sighting(const struct scorer *s, struct verdict *v,
                          const struct tool_sighting *t,
                          struct verdict_room *room)
{
    struct stated stated = stated_of(s, t->stated);
    take_string(s, &v->name, t->name);
    take_string(s, &v->tagline, t->tagline);
    take_string(s, &v->category, t->category);
    take_string(s, &v->entry, t->entry);
    take_string(s, &v->pricing, t->pricing);
    take_stated(&v->stated, &stated);
    take_community(s, &v->community, t->community);
    if (!v->has_aggregate && t->aggregate != POOL_UNKNOWN) {
        v->has_aggregate = true;
        POOL_GET_VALUE(&s->pool, t->aggregate, &v->aggregate);
    }
    join_members(v, pool_get(&s->pool, t->others), room);
}

/* Only a voter's last vote counts; votes without a voter count each. */
static void count_votes(const struct scorer *s, const struct tool *tool,
                        struct community *c)
{
    if (tool->vote_count == 0)
        return;
    *c = (struct community){.ship_pct = DECIMAL_UNKNOWN};
    size_t first = scorer_first_vote(s, tool);
    for (uint32_t i = 0; i < tool->vote_count; i++) {
        const struct vote *vote = &s->votes[first + i];
        if (i > 0 && vote->voter != POOL_UNKNOWN &&
            vote->voter == vote[-1].voter)
            continue;
        c->votes++;
        c->ship += vote->vote == JUDGEMENT_SHIP;
        c->skip += vote->vote == JUDGEMENT_SKIP;
    }
    c->ship_pct = decimal_divide(100 * 100 * (decimal_wide)c->ship, c->votes);
}

/* -- pages -------------------------------------------------------------- */

/* Where the tool, or a review of it, was seen. */
struct seen {
    pooled page;
    bool review; /* which tells less of the tool than its own record */
    int64_t line;
    pooled where;
};

static int compare_sources(const void *a, const void *b)
{
    const struct verdict_source *x = a, *y = b;
    int order = slice_compare(x->file, y->file);
    if (order == 0)
        order = (x->line > y->line) - (x->line < y->line);
    return order != 0 ? order : slice_compare(x->page, y->page);
}

/* Of a page that several files hold, the first file by name stands. */
static int compare_seen(const void *a, const void *b, void *scorer)
{
    const struct scorer *s = scorer;
    const struct seen *x = a, *y = b;
    if (x->page != y->page)
        return x->page < y->page ? -1 : 1;
    if (x->review != y->review)
        return x->review ? 1 : -1;
    int order = x->where == y->where
                    ? 0
                    : pool_compare(&s->pool, where_of(s, x->where).file,
                                   where_of(s, y->where).file);
    if (order == 0)
        order = (x->line > y->line) - (x->line < y->line);
    return order != 0 || x->where == y->where
               ? order
               : pool_compare(&s->pool, where_of(s, x->where).url,
                              where_of(s, y->where).url);
}

/* Lists where the tool was seen; how often that was on a known page. */
static uint32_t list_seen(const struct scorer *s, const struct tool *tool,
                          struct seen *seen)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < tool->sighting_count; i++) {
        const struct tool_sighting *t =
            &s->tool_sightings[tool->first_sighting + i];
        seen[count] =
            (struct seen){where_of(s, t->where).page, false, t->line, t->where};
        count += seen[count].page != POOL_UNKNOWN;
    }
    for (uint32_t i = 0; i < tool->count; i++) {
        const struct review_sighting *r = &s->sightings[tool->first + i];
        seen[count] = (struct seen){where_of(s, r->where).page, true,
                                    sighting_line(r), r->where};
        count += seen[count].page != POOL_UNKNOWN;
    }
    return count;
}

/*
 * The pages the tool was seen on: where its own record stands, or, without
 * one, its first review.
 */
static bool find_sources(const struct scorer *s, const struct tool *tool,
                         struct verdict_room *room, struct verdict *v)
{
    size_t most = (size_t)tool->sighting_count + tool->count + 1;
    struct seen *seen = arena_alloc(&room->arena, most * sizeof *seen);
    if (seen == NULL)
        return false;
    uint32_t count = list_seen(s, tool, seen);
    qsort_r(seen, count, sizeof *seen, compare_seen, (void *)s);
    if (!s->brief)
        v->sources = arena_alloc(&room->arena, most * sizeof *v->sources);
    if (!s->brief && v->sources == NULL)
        return false;
    for (uint32_t i = 0; i < count; i++) {
        if (i > 0 && seen[i].page == seen[i - 1].page)
            continue;
        v->pages++;
        if (s->brief)
            continue;
        struct where where = where_of(s, seen[i].where);
        v->sources[v->source_count++] = (struct verdict_source){
            pool_get(&s->pool, where.page), pool_get(&s->pool, where.file),
            pool_get(&s->pool, where.url), seen[i].line};
    }
    if (v->source_count != 0)
        qsort(v->sources, v->source_count, sizeof *v->sources, compare_sources);
    return true;
}

/* The newest sighting of the tool's reviews that gives a name, if any does. */
static const struct review_sighting *newest_named(const struct scorer *s,
                                                  const struct tool *tool)
{
    const struct review_sighting *best = NULL;
    for (uint32_t i = 0; i < tool->count; i++) {
        const struct review_sighting *r = sighting_said(s, tool->first + i);
        if (sighting_is(r, REVIEW_NAMED) &&
            (best == NULL || review_sighting_compare(s, r, best) < 0))
            best = r;
    }
    return best;
}

/* A tool that only reviews name has the newest of their names. */
static void take_name_of_reviews(const struct scorer *s,
                                 const struct tool *tool, struct verdict *v)
{
    if (slice_known(v->name) || tool->review_name == POOL_UNKNOWN)
        return;
    v->name = pool_get(&s->pool, tool->review_name);
    if (!tool->renamed)
        return;
    const struct review_sighting *newest = newest_named(s, tool);
    if (newest != NULL)
        v->name = pool_get(&s->pool, sighting_name(s, newest));
}

bool scorer_add_facts(const struct scorer *s, const struct tool *tool,
                      struct verdict_room *room, struct verdict *v)
{
    v->tool = tool_key(tool);
    v->stated = (struct stated){JUDGEMENT_UNKNOWN, -1, -1, DECIMAL_UNKNOWN};
    v->community = (struct community){-1, -1, -1, DECIMAL_UNKNOWN};
    v->policy = s->policy->name;
    for (uint32_t i = 0; i < tool->sighting_count; i++)
        take_sighting(s, v, &s->tool_sightings[tool->first_sighting + i], room);
    take_name_of_reviews(s, tool, v);
    count_votes(s, tool, &v->community);
    return !room->failed && find_conflicts(s, tool, room, v) &&
           find_sources(s, tool, room, v);
}
