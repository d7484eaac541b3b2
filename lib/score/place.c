/* Which tool a review is about, when its page does not name one. */
#include "lib/base/utf8.h"
#include "lib/score/sightings.h"

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
        bool added;
        if (t->tagline.len == 0)
            continue;
        size_t *tool = table_add(&tools, t->tagline, t->tool, &added);
        ok = tool != NULL;
        if (ok && *tool != t->tool)
            *tool = NO_INDEX;
    }
    for (size_t i = 0; ok && i < s->sighting_count; i++) {
        struct review_sighting *r = &s->sightings[i];
        size_t *tool = r->tool == NO_INDEX && r->tagline.len != 0
                           ? table_find(&tools, r->tagline)
                           : NULL;
        if (tool != NULL)
            r->tool = *tool;
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
    bool ok = true;
    for (size_t i = 0; ok && i < s->sighting_count; i++) {
        struct review_sighting *r = &s->sightings[i];
        bool added;
        if (r->tool == NO_INDEX || !slice_known(r->text))
            continue;
        size_t *tool = table_add(&tools, r->text, r->tool, &added);
        ok = tool != NULL;
        if (ok && *tool != r->tool)
            *tool = NO_INDEX;
    }
    size_t kept = 0;
    for (size_t i = 0; i < s->sighting_count; i++) {
        struct review_sighting *r = &s->sightings[i];
        if (r->tool == NO_INDEX && slice_known(r->text) &&
            utf8_count(r->text) >= TEXT_LEAST &&
            (s->infer & INFER_MATCH) != 0) {
            size_t *tool = table_find(&tools, r->text);
            r->tool = tool == NULL ? NO_INDEX : *tool;
        }
        if (r->tool == NO_INDEX)
            s->unplaced++;
        else
            s->sightings[kept++] = *r;
    }
    s->sighting_count = kept;
    table_free(&tools);
    return ok;
}

bool scorer_place(struct scorer *s)
{
    return place_by_tagline(s) && place_by_text(s);
}
