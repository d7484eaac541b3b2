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

/*
 * Pages that name a tool by its tagline alone: the tool that has it, if there
 * is only one.
 */
static bool place_by_tagline(struct scorer *s)
{
    struct number_table tools = {0};
    bool ok = true;
    for (size_t i = 0; ok && i < s->tool_sighting_count; i++) {
        const struct tool_sighting *t = &s->tool_sightings[i];
        bool added;
        if (pool_get(&s->pool, t->tagline).len == 0)
            continue;
        uint32_t *tool = number_table_add(&tools, t->tagline, t->tool, &added);
        ok = tool != NULL;
        if (ok)
            note_tool(tool, t->tool);
    }
    for (size_t i = 0; ok && i < s->sighting_count; i++) {
        struct review_sighting *r = &s->sightings[i];
        if (!is_unplaced(r))
            continue;
        pooled tagline = rarity_of(s, r->rarity).tagline;
        place_at(s, r, number_table_find(&tools, tagline));
    }
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
    for (size_t i = 0; ok && i < s->sighting_count; i++) {
        const struct review_sighting *r = &s->sightings[i];
        if (is_unplaced(r) && sighting_is(r, REVIEW_LONG))
            ok = number_table_add(&tools, r->text_hash, NONE, &added) != NULL;
    }
    for (size_t i = 0; ok && tools.count != 0 && i < s->sighting_count; i++) {
        const struct review_sighting *r = &s->sightings[i];
        uint32_t *tool = is_unplaced(r) || !sighting_is(r, REVIEW_LONG)
                             ? NULL
                             : number_table_find(&tools, r->text_hash);
        if (tool != NULL)
            note_tool(tool, r->tool);
    }
    for (size_t i = 0; ok && i < s->sighting_count; i++) {
        struct review_sighting *r = &s->sightings[i];
        if (is_unplaced(r) && sighting_is(r, REVIEW_LONG))
            place_at(s, r, number_table_find(&tools, r->text_hash));
    }
    number_table_free(&tools);
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
        if (kept != i)
            s->sightings[kept] = *r;
        kept++;
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
