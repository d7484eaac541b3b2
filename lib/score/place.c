/* Which tool a review is about, when its page does not name one. */
#include "lib/base/number_table.h"
#include "lib/score/sightings.h"

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

static pooled tagline_of(const struct scorer *s, uint32_t index)
{
    return rarity_of(s, sighting_rarity(s, &s->sightings[index])).tagline;
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
        pooled tagline = tagline_of(s, s->nameless.at[i]);
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
        place_at(s, &s->sightings[s->nameless.at[i]],
                 number_table_find(&tools, tagline_of(s, s->nameless.at[i])));
    number_table_free(&tools);
    return ok;
}

/*
 * Pages that do not say which tool they quote: the text tells, when it stands
 * with one tool elsewhere.
 */
static bool place_by_text(struct scorer *s)
{
    struct number_table tools = {0};
    bool ok = true, added;
    for (size_t i = 0; ok && i < s->nameless.count; i++) {
        const struct review_sighting *r = &s->sightings[s->nameless.at[i]];
        if (is_unplaced(r) && sighting_is(r, REVIEW_LONG))
            ok = number_table_add(&tools, sighting_note(s, r)->hash, NONE,
                                  &added) != NULL;
    }
    for (size_t i = 0; ok && tools.count != 0 && i < s->sighting_count; i++) {
        const struct review_sighting *r = &s->sightings[i];
        uint32_t *tool =
            is_unplaced(r) || !sighting_is(r, REVIEW_LONG)
                ? NULL
                : number_table_find(&tools, sighting_note(s, r)->hash);
        if (tool != NULL)
            note_tool(tool, r->tool);
    }
    for (size_t i = 0; ok && i < s->nameless.count; i++) {
        struct review_sighting *r = &s->sightings[s->nameless.at[i]];
        if (is_unplaced(r) && sighting_is(r, REVIEW_LONG))
            place_at(s, r,
                     number_table_find(&tools, sighting_note(s, r)->hash));
    }
    number_table_free(&tools);
    return ok;
}

/* Gives those that were placed the id that they have as reviews of the tool. */
static void identify_placed(struct scorer *s)
{
    struct text_room room = {0};
    for (size_t i = 0; i < s->nameless.count; i++) {
        struct review_sighting *r = &s->sightings[s->nameless.at[i]];
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

/* Drops the reviews that may be about any tool, and counts them. */
static void drop_unplaced(struct scorer *s)
{
    size_t first = 0, kept;
    while (first < s->nameless.count &&
           !is_unplaced(&s->sightings[s->nameless.at[first]]))
        first++;
    if (first == s->nameless.count)
        return;
    kept = s->nameless.at[first];
    for (size_t i = kept; i < s->sighting_count; i++) {
        if (is_unplaced(&s->sightings[i]))
            s->unplaced++;
        else
            s->sightings[kept++] = s->sightings[i];
    }
    s->sighting_count = kept;
}

bool scorer_place(struct scorer *s)
{
    if (s->nameless.count == 0)
        return true;
    if (!place_by_tagline(s) ||
        ((s->infer & INFER_MATCH) != 0 && !place_by_text(s)))
        return false;
    identify_placed(s);
    drop_unplaced(s);
    indexes_free(&s->nameless);
    return !s->no_memory;
}
