/* Which tool a review is about, when its page does not name one. */
#include <stdlib.h>

#include "lib/base/number_table.h"
#include "lib/score/adding.h"
#include "lib/score/text_search.h"

/* Stands for a tool where several are possible. */
#define SEVERAL (NONE - 1)

static bool is_unplaced(const struct review_sighting *r)
{
    return r->tool == NONE;
}

/* Notes that a tool is possible under a key: the only one, or one of many. */
static void note_tool(uint32_t *noted, uint32_t tool)
{
    if (*noted != tool)
        *noted = *noted == NONE ? tool : SEVERAL;
}

static void place_at(struct scorer *s, struct review_sighting *r,
                     const uint32_t *noted)
{
    if (noted == NULL || *noted >= SEVERAL)
        return;
    r->tool = *noted;
    s->tools.at[r->tool].count++;
}

static pooled tagline_of(const struct scorer *s,
                         const struct review_sighting *r)
{
    return rarity_of(s, sighting_rarity(s, r)).tagline;
}

/*
 * Pages that name a tool by its tagline alone: the tool that has it, if there
 * is only one.
 */
static bool place_by_tagline(struct scorer *s)
{
    struct number_table tools = {0};
    bool ok = true, added;
    for (size_t i = 0; ok && i < s->nameless.count; i++) {
        pooled tagline = tagline_of(s, &s->nameless.at[i]);
        if (pool_get(&s->pool, tagline).len != 0)
            ok = number_table_add(&tools, tagline, NONE, &added) != NULL;
    }
    for (size_t i = 0; tools.count != 0 && i < s->tool_sighting_count; i++) {
        const struct tool_sighting *t = &s->tool_sightings[i];
        uint32_t *tool = number_table_find(&tools, t->tagline);
        if (tool != NULL)
            note_tool(tool, t->tool);
    }
    for (size_t i = 0; ok && i < s->nameless.count; i++)
        place_at(s, &s->nameless.at[i],
                 number_table_find(&tools, tagline_of(s, &s->nameless.at[i])));
    number_table_free(&tools);
    return ok;
}

static bool search_tools(struct text_search *t)
{
    struct scorer *s = t->s;
    const struct bucket *nameless = &s->nameless;
    bool ok = true;
    for (size_t i = 0; ok && i < nameless->count; i++)
        if (is_unplaced(&nameless->at[i]))
            ok = text_search_want(t, &nameless->at[i]);
    for (size_t i = 0; ok && i < nameless->count; i++)
        if (!is_unplaced(&nameless->at[i])) /* its tagline told the tool */
            ok = text_search_meet(t, &nameless->at[i]);
    for (const struct bucket *b = s->buckets; b < s->buckets + bucket_count(s);
         b++)
        for (size_t i = 0; ok && i < b->count; i++)
            ok = text_search_meet(t, &b->at[i]);
    return ok && text_search_compare(t);
}

/* Notes each text's tool, and places those that have the text. */
static bool place_found(const struct text_search *t)
{
    uint32_t *tools = malloc((t->text_count + 1) * sizeof *tools);
    if (tools == NULL)
        return false;
    for (size_t i = 0; i < t->text_count; i++)
        tools[i] = NONE;
    for (size_t i = 0; i < t->met.count; i++)
        if (t->met.at[i].text != NONE)
            note_tool(&tools[t->met.at[i].text], t->met.at[i].sighting->tool);
    for (size_t i = 0; i < t->wanted.count; i++)
        place_at(t->s, t->wanted.at[i].sighting, &tools[t->wanted.at[i].text]);
    free(tools);
    return true;
}

/*
 * Pages that do not say which tool they quote: the text tells, when it stands
 * with one tool elsewhere.
 */
static bool place_by_text(struct scorer *s)
{
    struct text_search search = {.s = s};
    bool ok = search_tools(&search) && place_found(&search);
    text_search_free(&search);
    return ok;
}

/* Gives those that were placed the id that they have as reviews of the tool. */
static void identify_placed(struct scorer *s)
{
    struct text_room room = {0};
    for (size_t i = 0; i < s->nameless.count; i++) {
        struct review_sighting *r = &s->nameless.at[i];
        if (is_unplaced(r) || !sighting_is(r, REVIEW_TEXT))
            continue;
        arena_reset(&room.arena);
        sighting_note(s, r)->id =
            sighting_id(s, r, scorer_text(s, r, &room), &s->id_room);
        s->no_memory = s->no_memory || s->id_room.failed;
    }
    s->changed = s->changed || room.changed;
    s->no_memory = s->no_memory || room.no_memory;
    text_room_free(&room);
}

/*
 * Puts those that were placed into the buckets of their tools; those that may
 * be about any are dropped, and counted.
 */
static void sort_out(struct scorer *s)
{
    for (size_t i = 0; i < s->nameless.count; i++) {
        const struct review_sighting *r = &s->nameless.at[i];
        struct review_sighting *to =
            is_unplaced(r) ? NULL
                           : scorer_next_sighting(s, bucket_of(s, r->tool));
        if (to != NULL)
            *to = *r;
        else
            s->unplaced++;
    }
    bucket_free(&s->nameless);
}

bool scorer_place(struct scorer *s)
{
    if (s->nameless.count == 0)
        return true;
    if (!place_by_tagline(s) ||
        ((s->infer & INFER_MATCH) != 0 && !place_by_text(s)))
        return false;
    identify_placed(s);
    sort_out(s);
    return !s->no_memory && !s->changed;
}
