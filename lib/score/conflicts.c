/* What pages say differently of a tool and of its reviews. */
#include <stdlib.h>

#include "lib/base/bytes.h"
#include "lib/base/hash.h"
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

/* The pool's number of a fact that is a string. */
static pooled fact_string(const struct tool_sighting *t, enum fact fact)
{
    return fact == FACT_NAME       ? t->name
           : fact == FACT_CATEGORY ? t->category
           : fact == FACT_ENTRY    ? t->entry
           : fact == FACT_PRICING  ? t->pricing
                                   : POOL_UNKNOWN;
}

/* The fact as JSON text; nothing when the page does not state it. */
static void add_fact(const struct scorer *s, struct bytes *out,
                     const struct tool_sighting *t, enum fact fact)
{
    struct json_writer w = {.out = out};
    struct stated stated = stated_of(s, t->stated);
    pooled string = fact_string(t, fact);
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

/*
 * Whether the tool's pages may say different things of the fact.  What has
 * the same number is the same, and so is said of most tools.
 */
static bool may_differ(const struct scorer *s, const struct tool *tool,
                       enum fact fact)
{
    bool stated = fact >= FACT_VERDICT;
    pooled said = POOL_UNKNOWN;
    for (uint32_t i = 0; i < tool->sighting_count; i++) {
        const struct tool_sighting *t =
            &s->tool_sightings[tool->first_sighting + i];
        pooled one = stated ? t->stated : fact_string(t, fact);
        if (one != POOL_UNKNOWN && said != POOL_UNKNOWN && one != said)
            return true;
        said = one != POOL_UNKNOWN ? one : said;
    }
    return false;
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
                ? sighting_note(s, r)->id
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

/* What pages say differently of the review that begins at `r`. */
static bool find_review_conflicts(const struct scorer *s,
                                  const struct review_sighting *r,
                                  uint32_t count, struct verdict_room *room,
                                  struct verdict *v)
{
    bool ok = true;
    for (int fact = 0; ok && fact < REVIEW_FACTS; fact++) {
        struct values values = {.arena = &room->arena, .ok = true};
        for (uint32_t i = 0; i < count; i++) {
            add_review_fact(s, &values.text, sighting_said(s, &r[i]),
                            (enum review_fact)fact);
            add_value(&values);
        }
        ok = end_values(&values,
                        review_field(s, r, (enum review_fact)fact, room), v) &&
             !room->failed;
    }
    return ok;
}

static int compare_conflicts(const void *a, const void *b)
{
    const struct conflict *x = a, *y = b;
    int order = slice_compare(x->field, y->field);
    for (size_t i = 0; order == 0 && i < x->count && i < y->count; i++)
        order = slice_compare(x->values[i], y->values[i]);
    return order != 0 ? order : (x->count > y->count) - (x->count < y->count);
}

bool scorer_find_conflicts(const struct scorer *s, const struct tool *tool,
                           struct verdict_room *room, struct verdict *v)
{
    size_t most = tool->sighting_count > 1 ? FACTS : 0;
    const struct review_sighting *at = review_sightings(s, tool);
    for (uint32_t i = 0; i < tool->count; i++)
        most += sighting_is(&at[i], REVIEW_CONTRADICTED) ? REVIEW_FACTS : 0;
    if (most == 0)
        return true;
    v->conflicts = arena_array(&room->arena, most, sizeof *v->conflicts);
    bool ok = v->conflicts != NULL;
    for (enum fact fact = 0; ok && fact < FACTS; fact++)
        ok =
            !may_differ(s, tool, fact) || find_conflict(s, tool, fact, room, v);
    size_t of_tool = v->conflict_count;
    for (uint32_t i = 0; ok && i < tool->count; i++)
        if (sighting_is(&at[i], REVIEW_CONTRADICTED))
            ok = find_review_conflicts(
                s, &at[i], review_length(&at[i], tool->count - i), room, v);
    if (ok)
        qsort(v->conflicts + of_tool, v->conflict_count - of_tool,
              sizeof *v->conflicts, compare_conflicts);
    return ok;
}
