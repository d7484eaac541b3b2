/* Taking sightings: what is kept of tools and votes, and where they stood. */
#include <stdlib.h>

#include "lib/base/large_memory.h"
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

bool scorer_grow_bucket(struct scorer *s, struct bucket *b)
{
    enum { FEW = 64, MANY = 8 * 1024 };
    const size_t size = sizeof *b->at;
    size_t larger = b->cap < FEW ? FEW : b->cap < MANY ? MANY : b->cap * 2;
    struct review_sighting *grown =
        larger >= NONE ? NULL
                       : large_memory_grow(b->at, b->cap * size, larger * size);
    if (grown == NULL) {
        s->no_memory = true;
        return false;
    }
    b->at = grown;
    b->cap = larger;
    return true;
}

/* -- places ------------------------------------------------------------- */

/* Most are where the one before it was. */
uint32_t scorer_hold_known_where(struct scorer *s,
                                 const struct prepared_where *w)
{
    struct where last = where_of(s, s->last_where);
    if (s->last_where == 0 ||
        !slice_equal(w->page, pool_get(&s->pool, last.page)) ||
        !slice_equal(w->fetched, pool_get(&s->pool, last.fetched)) ||
        !slice_equal(w->file, pool_get(&s->pool, last.file)) ||
        !slice_equal(w->url, pool_get(&s->pool, last.url))) {
        struct where where = {.page = scorer_hold(s, w->page),
                              .fetched = scorer_hold(s, w->fetched),
                              .file = scorer_hold(s, w->file),
                              .url = scorer_hold(s, w->url)};
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

static void add_tool(struct scorer *s, const struct prepared_tool *t)
{
    pooled held[TOOL_STRINGS];
    s->no_memory = s->no_memory || t->failed;
    /* A tool record that names no tool at all can be about none. */
    if (!slice_known(t->key)) {
        s->unplaced++;
        return;
    }
    for (size_t i = 0; i < TOOL_STRINGS; i++)
        held[i] = pool_add_hashed(&s->pool, t->strings[i], t->hashes[i]);
    uint32_t tool = tools_add(&s->tools, t->key, t->key_hash);
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
        .where = scorer_hold_where(s, &t->where),
        .line = t->line,
        .col = t->col,
        .name = held[TOOL_NAME],
        .tagline = held[TOOL_TAGLINE],
        .category = held[TOOL_CATEGORY],
        .entry = held[TOOL_ENTRY],
        .pricing = held[TOOL_PRICING],
        .others = held[TOOL_OTHERS],
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

static void add_vote(struct scorer *s, const struct prepared_vote *v)
{
    uint32_t tool = tools_add(&s->tools, v->key, v->key_hash);
    struct vote vote = {.tool = tool,
                        .voter = scorer_hold(s, v->voter),
                        .at = scorer_hold(s, v->at),
                        .vote = v->vote};
    s->no_memory = s->no_memory || tool == NONE || v->failed;
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
    struct prepared_sighting p;
    arena_reset(&s->preparing);
    sighting_prepare(&p, sighting, &s->preparing, NULL, &s->scratch);
    return scorer_add_prepared(s, &p, place);
}

bool scorer_add_prepared(struct scorer *s, const struct prepared_sighting *p,
                         uint64_t place)
{
    switch (p->type) {
    case SIGHTING_TOOL:
        add_tool(s, &p->tool);
        break;
    case SIGHTING_REVIEW:
        scorer_add_review(s, &p->review, place);
        break;
    case SIGHTING_VOTE:
        add_vote(s, &p->vote);
        break;
    case SIGHTING_OTHER:
        break;
    }
    return !s->no_memory;
}

/* The hash of the key of its tool, or 0, where nothing is lost. */
static uint32_t key_hash_of(const struct prepared_sighting *p)
{
    return p->type == SIGHTING_REVIEW ? p->review.key_hash
           : p->type == SIGHTING_TOOL ? p->tool.key_hash
                                      : 0;
}

void scorer_expect(const struct scorer *s, const struct prepared_sighting *p)
{
    tools_expect(&s->tools, key_hash_of(p));
    for (size_t i = 0; p->type == SIGHTING_TOOL && i < TOOL_STRINGS; i++)
        pool_expect(&s->pool, p->tool.hashes[i]);
}

void scorer_expect_soon(const struct scorer *s,
                        const struct prepared_sighting *p)
{
    tools_expect_found(&s->tools, key_hash_of(p));
    for (size_t i = 0; p->type == SIGHTING_TOOL && i < TOOL_STRINGS; i++)
        pool_expect_found(&s->pool, p->tool.hashes[i]);
}
