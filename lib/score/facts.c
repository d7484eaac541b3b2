/* What the pages say of a tool: the newest counts, contradictions are told. */
#include <stdlib.h>

#include "lib/base/bytes.h"
#include "lib/json/write.h"
#include "lib/record/key.h"
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
static void add_fact(struct bytes *out, const struct tool_sighting *t,
                     enum fact fact)
{
    struct json_writer w = {.out = out};
    const struct stated *s = &t->stated;
    struct slice string = fact == FACT_NAME       ? t->name
                          : fact == FACT_CATEGORY ? t->category
                          : fact == FACT_ENTRY    ? t->entry
                          : fact == FACT_PRICING  ? t->pricing
                          : fact == FACT_VERDICT  ? judgement_word(s->verdict)
                                                  : slice_from(NULL, 0);
    int64_t count = fact == FACT_SHIP   ? s->ship
                    : fact == FACT_SKIP ? s->skip
                                        : -1;
    if (slice_known(string))
        json_write_string(&w, string);
    else if (count >= 0)
        json_write_integer(&w, count);
    else if (fact == FACT_SHIP_PCT && s->ship_pct != DECIMAL_UNKNOWN)
        json_write_decimal(&w, s->ship_pct);
}

static int compare_values(const void *a, const void *b)
{
    return slice_compare(*(const struct slice *)a, *(const struct slice *)b);
}

/* The different values of something, as JSON texts. */
struct values {
    struct scorer *s;
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
        struct slice copy = arena_copy(&values->s->arena, text, &failed);
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
        c->values = arena_array(&values->s->arena, count, sizeof *c->values);
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

static bool find_conflict(struct scorer *s, const struct tool *tool,
                          enum fact fact, struct verdict *v)
{
    struct values values = {.s = s, .ok = true};
    for (size_t i = 0; i < tool->sighting_count; i++) {
        add_fact(&values.text, &s->tool_sightings[tool->first_sighting + i],
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

static void add_review_fact(struct bytes *out, const struct review_sighting *r,
                            enum review_fact fact)
{
    struct json_writer w = {.out = out};
    struct slice string = fact == REVIEW_REVIEWER  ? r->reviewer
                          : fact == REVIEW_VERDICT ? judgement_word(r->verdict)
                                                   : slice_from(NULL, 0);
    if (slice_known(string))
        json_write_string(&w, string);
    else if (fact == REVIEW_SCORE && r->score != DECIMAL_UNKNOWN)
        json_write_decimal(&w, r->score);
}

/* The field of a conflict on a review: "panel.Skeptic.score". */
static struct slice review_field(struct scorer *s, const struct review *r,
                                 enum review_fact fact)
{
    static const char *const names[REVIEW_FACTS] = {"reviewer", "score",
                                                    "verdict"};
    struct bytes field = {0};
    bytes_add_string(&field, "panel.");
    if (slice_known(r->reviewer))
        bytes_add_slice(&field, r->reviewer);
    else
        key_add_review(&field, s->tools[r->tool].key, r->reviewer, r->text);
    bytes_add_byte(&field, '.');
    bytes_add_string(&field, names[fact]);
    s->no_memory = s->no_memory || field.failed;
    struct slice copy =
        arena_copy(&s->arena, bytes_slice(&field), &s->no_memory);
    bytes_free(&field);
    return copy;
}

/* What pages say differently of one review. */
static bool find_review_conflicts(struct scorer *s, const struct review *r,
                                  struct verdict *v)
{
    bool ok = true;
    for (int fact = 0; ok && r->contradicted && fact < REVIEW_FACTS; fact++) {
        struct values values = {.s = s, .ok = true};
        for (size_t i = 0; i < r->count; i++) {
            add_review_fact(&values.text, &s->sightings[r->first + i],
                            (enum review_fact)fact);
            add_value(&values);
        }
        ok = end_values(&values, review_field(s, r, (enum review_fact)fact),
                        v) &&
             !s->no_memory;
    }
    return ok;
}

static bool find_conflicts(struct scorer *s, const struct tool *tool,
                           struct verdict *v)
{
    size_t most = FACTS;
    for (size_t i = 0; i < tool->review_count; i++)
        if (s->reviews[tool->first_review + i].contradicted)
            most += REVIEW_FACTS;
    v->conflicts = arena_array(&s->arena, most, sizeof *v->conflicts);
    bool ok = v->conflicts != NULL;
    for (int fact = 0; ok && tool->sighting_count > 1 && fact < FACTS; fact++)
        ok = find_conflict(s, tool, (enum fact)fact, v);
    for (size_t i = 0; ok && i < tool->review_count; i++)
        ok = find_review_conflicts(s, &s->reviews[tool->first_review + i], v);
    return ok;
}

static void take_string(struct slice *to, struct slice from)
{
    if (!slice_known(*to))
        *to = from;
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

static void take_community(struct community *to, const struct tool_sighting *t)
{
    if (to->votes >= 0 || to->ship_pct != DECIMAL_UNKNOWN)
        return;
    to->votes = t->community_votes;
    to->ship_pct = t->community_ship_pct;
    if (to->votes == 0)
        to->ship = to->skip = 0;
}

/* Sightings come newest first, so what is known already stands. */
static void take_sighting(struct scorer *s, struct verdict *v,
                          const struct tool_sighting *t)
{
    take_string(&v->name, t->name);
    take_string(&v->tagline, t->tagline);
    take_string(&v->category, t->category);
    take_string(&v->entry, t->entry);
    take_string(&v->pricing, t->pricing);
    take_stated(&v->stated, &t->stated);
    take_community(&v->community, t);
    if (!v->has_aggregate && t->has_aggregate) {
        v->has_aggregate = true;
        v->aggregate = t->aggregate;
    }
    v->others = scorer_join_members(s, v->others, t->others);
}

/* Only a voter's last vote counts; votes without a voter count each. */
static void count_votes(const struct scorer *s, const struct tool *tool,
                        struct community *c)
{
    if (tool->vote_count == 0)
        return;
    *c = (struct community){.ship_pct = DECIMAL_UNKNOWN};
    for (size_t i = 0; i < tool->vote_count; i++) {
        const struct vote *vote = &s->votes[tool->first_vote + i];
        if (i > 0 && slice_known(vote->voter) &&
            slice_equal(vote->voter, vote[-1].voter))
            continue;
        c->votes++;
        c->ship += vote->vote == JUDGEMENT_SHIP;
        c->skip += vote->vote == JUDGEMENT_SKIP;
    }
    c->ship_pct = decimal_divide(100 * 100 * (decimal_wide)c->ship, c->votes);
}

static int compare_sources(const void *a, const void *b)
{
    const struct verdict_source *x = a, *y = b;
    int order = slice_compare(x->file, y->file);
    if (order == 0)
        order = (x->line > y->line) - (x->line < y->line);
    return order != 0 ? order : slice_compare(x->page, y->page);
}

/* Of a page that several files hold, the first file by name stands. */
static bool add_source(struct verdict *v, struct table *seen,
                       const struct place *place)
{
    struct verdict_source source = {place->page, place->file, place->url,
                                    place->line};
    bool added;
    if (!slice_known(place->page))
        return true;
    size_t *at = table_add(seen, place->page, v->source_count, &added);
    if (at == NULL)
        return false;
    if (added)
        v->sources[v->source_count++] = source;
    else if (compare_sources(&source, &v->sources[*at]) < 0)
        v->sources[*at] = source;
    return true;
}

/*
 * The pages the tool was seen on: where its own record stands, or, without
 * one, its first review.
 */
static bool find_sources(struct scorer *s, const struct tool *tool,
                         struct verdict *v)
{
    size_t sightings = 0, first = 0;
    if (tool->review_count != 0)
        first = s->reviews[tool->first_review].first;
    for (size_t i = 0; i < tool->review_count; i++)
        sightings += s->reviews[tool->first_review + i].count;
    v->sources = arena_array(&s->arena, tool->sighting_count + sightings + 1,
                             sizeof *v->sources);
    struct table seen = {0}, tools = {0};
    bool ok = v->sources != NULL;
    for (size_t i = 0; ok && i < tool->sighting_count; i++) {
        const struct place *place =
            &s->tool_sightings[tool->first_sighting + i].place;
        bool added;
        ok = add_source(v, &seen, place) &&
             (!slice_known(place->page) ||
              table_add(&tools, place->page, 0, &added) != NULL);
    }
    for (size_t i = 0; ok && i < sightings; i++) {
        const struct place *place = &s->sightings[first + i].place;
        if (slice_known(place->page) && table_find(&tools, place->page) == NULL)
            ok = add_source(v, &seen, place);
    }
    table_free(&seen);
    table_free(&tools);
    if (ok && v->source_count != 0)
        qsort(v->sources, v->source_count, sizeof *v->sources, compare_sources);
    v->pages = (int64_t)v->source_count;
    return ok;
}

/* A tool that only reviews name has the newest of their names. */
static void take_name_of_reviews(const struct scorer *s,
                                 const struct tool *tool, struct verdict *v)
{
    const struct review_sighting *best = NULL;
    for (size_t i = 0; !slice_known(v->name) && i < tool->review_count; i++) {
        const struct review *r = &s->reviews[tool->first_review + i];
        for (size_t j = 0; j < r->count; j++) {
            const struct review_sighting *from = &s->sightings[r->first + j];
            if (slice_known(from->name) &&
                (best == NULL || review_sighting_compare(from, best) < 0))
                best = from;
        }
    }
    if (best != NULL)
        v->name = best->name;
}

bool scorer_add_facts(struct scorer *s, const struct tool *tool,
                      struct verdict *v)
{
    v->tool = tool->key;
    v->stated = (struct stated){JUDGEMENT_UNKNOWN, -1, -1, DECIMAL_UNKNOWN};
    v->community = (struct community){-1, -1, -1, DECIMAL_UNKNOWN};
    v->policy = s->policy->name;
    for (size_t i = 0; i < tool->sighting_count; i++)
        take_sighting(s, v, &s->tool_sightings[tool->first_sighting + i]);
    take_name_of_reviews(s, tool, v);
    count_votes(s, tool, &v->community);
    return !s->no_memory && find_conflicts(s, tool, v) &&
           find_sources(s, tool, v);
}
