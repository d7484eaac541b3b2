/* Taking sightings: what is kept of tools and votes, and where they stood. */
#include <stdlib.h>

#include "lib/base/instant.h"
#include "lib/record/key.h"
#include "lib/score/adding.h"

bool scorer_grow_array(struct scorer *s, void **array, size_t *cap, size_t size)
{
    size_t larger = *cap == 0 ? 64 : *cap + *cap / 2;
    void *grown = larger >= NONE ? NULL : realloc(*array, larger * size);
    if (grown == NULL) {
        s->no_memory = true;
        return false;
    }
    *array = grown;
    *cap = larger;
    return true;
}

/* -- tools -------------------------------------------------------------- */

static uint32_t tool_of_key(struct scorer *s, struct slice key)
{
    uint32_t tool = tools_add(&s->tools, key, tools_hash(key));
    s->no_memory = s->no_memory || tool == NONE;
    return tool;
}

/*
 * The key of the tool that a record is about, which is that of its name when
 * the record gives none; false when there is none.
 */
static bool read_tool_key(struct scorer *s, struct slice key, struct slice name,
                          struct slice tagline, struct bytes *out)
{
    bytes_clear(out);
    if (slice_known(key))
        bytes_add_slice(out, key);
    else if (slice_known(name))
        key_add_tool(out, name, tagline);
    s->no_memory = s->no_memory || out->failed;
    return slice_known(key) || slice_known(name);
}

/* -- places ------------------------------------------------------------- */

/*
 * A point in time, in the one form in which times compare as strings, in the
 * scratch; what is none is as good as unknown, and older than any.
 */
static struct slice read_instant(struct scorer *s, struct slice time)
{
    bytes_clear(&s->scratch);
    if (!slice_known(time) || !instant_add(&s->scratch, time))
        return slice_from(NULL, 0);
    s->no_memory = s->no_memory || s->scratch.failed;
    return bytes_slice(&s->scratch);
}

/* Most are where the one before it was. */
uint32_t scorer_hold_where(struct scorer *s, struct slice page,
                         struct slice fetched, struct slice file,
                         struct slice url)
{
    if (!slice_known(page) && !slice_known(fetched) && !slice_known(file) &&
        !slice_known(url))
        return 0;
    struct where last = where_of(s, s->last_where);
    if (s->last_where == 0 ||
        !slice_equal(page, pool_get(&s->pool, last.page)) ||
        !slice_equal(fetched, pool_get(&s->pool, last.fetched)) ||
        !slice_equal(file, pool_get(&s->pool, last.file)) ||
        !slice_equal(url, pool_get(&s->pool, last.url))) {
        struct where where = {.page = scorer_hold(s, page),
                              .fetched = scorer_hold(s, fetched),
                              .file = scorer_hold(s, file),
                              .url = scorer_hold(s, url)};
        s->last_where = wheres_add(&s->wheres, where);
        s->no_memory = s->no_memory || s->last_where == 0;
    }
    return s->last_where;
}

/* -- records ------------------------------------------------------------ */

static bool is_anything_stated(const struct stated *s)
{
    return s->verdict != JUDGEMENT_UNKNOWN || s->ship >= 0 || s->skip >= 0 ||
           s->ship_pct != DECIMAL_UNKNOWN;
}

static void add_tool(struct scorer *s, const struct tool_record *t,
                     struct slice others)
{
    /* A tool record that names no tool at all can be about none. */
    if (!read_tool_key(s, t->tool, t->name, t->tagline, &s->scratch)) {
        s->unplaced++;
        return;
    }
    enum { NAME, TAGLINE, CATEGORY, ENTRY, PRICING, OTHERS, STRINGS };
    const struct slice strings[STRINGS] = {
        t->name,  t->tagline, t->category,
        t->entry, t->pricing, others.len == 0 ? (struct slice){0} : others};
    pooled held[STRINGS];
    uint32_t hash = tools_hash(bytes_slice(&s->scratch));
    tools_expect(&s->tools, hash);
    pool_add_each(&s->pool, strings, held, STRINGS);
    uint32_t tool = tools_add(&s->tools, bytes_slice(&s->scratch), hash);
    struct stated stated;
    struct community_said community = {t->community_votes,
                                       t->community_ship_pct};
    memset(&stated, 0, sizeof stated); /* what lies between members too */
    stated.verdict = t->stated.verdict;
    stated.ship = t->stated.ship;
    stated.skip = t->stated.skip;
    stated.ship_pct = t->stated.ship_pct;
    struct tool_sighting sighting = {
        .tool = tool,
        .where =
            scorer_hold_where(s, t->page, read_instant(s, t->source.fetched),
                              t->source.file, t->source.url),
        .line = t->source.line,
        .col = t->col,
        .name = held[NAME],
        .tagline = held[TAGLINE],
        .category = held[CATEGORY],
        .entry = held[ENTRY],
        .pricing = held[PRICING],
        .others = held[OTHERS],
        .stated = is_anything_stated(&stated) ? POOL_ADD_VALUE(&s->pool, stated)
                                              : POOL_UNKNOWN,
        .community =
            community.votes >= 0 || community.ship_pct != DECIMAL_UNKNOWN
                ? POOL_ADD_VALUE(&s->pool, community)
                : POOL_UNKNOWN,
        .aggregate = t->has_aggregate ? POOL_ADD_VALUE(&s->pool, t->aggregate)
                                      : POOL_UNKNOWN,
        .truncated = t->truncated,
    };
    s->no_memory = s->no_memory || tool == NONE || s->pool.failed;
    struct tool_sighting *kept =
        s->no_memory ? NULL : NEXT_ITEM(s, tool_sighting);
    if (kept != NULL)
        *kept = sighting;
}

static void add_vote(struct scorer *s, const struct vote_record *v)
{
    struct vote vote = {.tool = tool_of_key(s, v->tool),
                        .voter = scorer_hold(s, v->voter),
                        .at = scorer_hold(s, read_instant(s, v->at)),
                        .vote = v->vote};
    struct vote *kept = s->no_memory ? NULL : NEXT_ITEM(s, vote);
    if (kept != NULL)
        *kept = vote;
}

bool scorer_add(struct scorer *s, const struct sighting *sighting)
{
    return scorer_add_at(s, sighting, NO_PLACE);
}

bool scorer_add_at(struct scorer *s, const struct sighting *sighting,
                   uint64_t place)
{
    struct prepared_review p;
    switch (sighting->type) {
    case SIGHTING_TOOL:
        add_tool(s, &sighting->tool, sighting->others);
        break;
    case SIGHTING_REVIEW:
        arena_reset(&s->preparing);
        review_prepare(&p, &sighting->review, sighting->others, &s->preparing,
                       &s->scratch);
        scorer_add_review(s, &p, place);
        break;
    case SIGHTING_VOTE:
        add_vote(s, &sighting->vote);
        break;
    case SIGHTING_OTHER:
        break;
    }
    return !s->no_memory;
}
