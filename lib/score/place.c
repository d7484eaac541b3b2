/* Which tool a review is about, when its page does not name one. */
#include "lib/score/sightings.h"

/* Stands for a tool where several are possible. */
#define SEVERAL (NO_INDEX - 1)

static bool is_unplaced(const struct review_sighting *r)
{
    return r->tool == NONE;
}

/* Notes that a tool is possible under a key: the only one, or one of many. */
static void note_tool(size_t *noted, uint32_t tool)
{
    if (*noted != tool)
        *noted = *noted == NO_INDEX ? tool : SEVERAL;
}

static void place_at(struct scorer *s, struct review_sighting *r,
                     const size_t *noted)
{
    if (noted == NULL || *noted >= NONE)
        return;
    r->tool = (uint32_t)*noted;
    s->tools.at[r->tool].count++;
}

/*
 * Pages that name a tool by its tagline alone: the tool that has it, if there
 * is only one.
 */
static bool place_by_tagline(struct scorer *s)
{
    struct table tools = {0};
    bool ok = true;
    for (size_t i = 0; ok && i < s->tool_sighting_count; i++) {
        const struct tool_sighting *t = &s->tool_sightings[i];
        struct slice tagline = pool_get(&s->pool, t->tagline);
        bool added;
        if (tagline.len == 0)
            continue;
        size_t *tool = table_add(&tools, tagline, t->tool, &added);
        ok = tool != NULL;
        if (ok)
            note_tool(tool, t->tool);
    }
    for (size_t i = 0; ok && i < s->sighting_count; i++) {
        struct review_sighting *r = &s->sightings[i];
        if (!is_unplaced(r))
            continue;
        pooled tagline = rarity_of(s, r->rarity).tagline;
        if (pool_get(&s->pool, tagline).len != 0)
            place_at(s, r, table_find(&tools, pool_get(&s->pool, tagline)));
    }
    table_free(&tools);
    return ok;
}

/*
 * Pages that do not say which tool they quote: the text tells, when it stands
 * with one tool elsewhere.
 */
static bool place_by_text(struct scorer *s)
{
    struct table tools = {0};
    bool ok = true, added;
    for (size_t i = 0; ok && i < s->sighting_count; i++) {
        const struct review_sighting *r = &s->sightings[i];
        if (is_unplaced(r) && sighting_is(r, REVIEW_LONG))
            ok = table_add(&tools, text_key(r), NO_INDEX, &added) != NULL;
    }
    for (size_t i = 0; ok && tools.count != 0 && i < s->sighting_count; i++) {
        const struct review_sighting *r = &s->sightings[i];
        size_t *tool = is_unplaced(r) || !sighting_is(r, REVIEW_LONG)
                           ? NULL
                           : table_find(&tools, text_key(r));
        if (tool != NULL)
            note_tool(tool, r->tool);
    }
    for (size_t i = 0; ok && i < s->sighting_count; i++) {
        struct review_sighting *r = &s->sightings[i];
        if (is_unplaced(r) && sighting_is(r, REVIEW_LONG))
            place_at(s, r, table_find(&tools, text_key(r)));
    }
    table_free(&tools);
    return ok;
}

/* Drops the reviews that may be about any tool, and counts them. */
static void drop_unplaced(struct scorer *s)
{
    struct text_room room = {0};
    size_t kept = 0;
    for (size_t i = 0; i < s->sighting_count; i++) {
        struct review_sighting *r = &s->sightings[i];
        if (is_unplaced(r)) {
            s->unplaced++;
            continue;
        }
        if (sighting_is(r, REVIEW_TEXT) && r->id == 0) {
            arena_reset(&room.arena);
            r->id = sighting_id(s, r, scorer_text(s, r, &room), &s->id_room);
            s->no_memory = s->no_memory || s->id_room.failed;
        }
        s->sightings[kept++] = *r;
    }
    s->sighting_count = kept;
    s->changed = s->changed || room.changed;
    s->no_memory = s->no_memory || room.no_memory;
    text_room_free(&room);
}

bool scorer_place(struct scorer *s)
{
    if (s->nameless == 0)
        return true;
    if (!place_by_tagline(s) ||
        ((s->infer & INFER_MATCH) != 0 && !place_by_text(s)))
        return false;
    drop_unplaced(s);
    return !s->no_memory;
}
