/* What the pages say of a tool: the newest counts. */
#include "lib/base/bytes.h"
#include "lib/json/object.h"
#include "lib/score/sightings.h"

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
    size_t count;
    const struct vote *votes = scorer_votes(s, tool, &count);
    if (count == 0)
        return;
    *c = (struct community){.ship_pct = DECIMAL_UNKNOWN};
    for (size_t i = 0; i < count; i++) {
        const struct vote *vote = &votes[i];
        if (i > 0 && vote->voter != POOL_UNKNOWN &&
            vote->voter == vote[-1].voter)
            continue;
        c->votes++;
        c->ship += vote->vote == JUDGEMENT_SHIP;
        c->skip += vote->vote == JUDGEMENT_SKIP;
    }
    c->ship_pct = decimal_divide(100 * 100 * (decimal_wide)c->ship, c->votes);
}

/* The newest sighting of the tool's reviews that gives a name, if any does. */
static const struct review_sighting *newest_named(const struct scorer *s,
                                                  const struct tool *tool)
{
    const struct review_sighting *at = review_sightings(s, tool), *best = NULL;
    for (uint32_t i = 0; i < tool->count; i++) {
        const struct review_sighting *r = sighting_said(s, &at[i]);
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
    return !room->failed && scorer_find_conflicts(s, tool, room, v) &&
           scorer_find_sources(s, tool, room, v);
}
