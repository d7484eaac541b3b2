#include "lib/score/score.h"

#include <stdlib.h>

#include "lib/base/instant.h"
#include "lib/record/key.h"
#include "lib/score/sightings.h"

struct scorer *scorer_new(const struct policy *policy, unsigned infer,
                          bool brief)
{
    struct scorer *s = calloc(1, sizeof *s);
    if (s != NULL) {
        s->policy = policy;
        s->infer = infer;
        s->brief = brief;
    }
    return s;
}

void scorer_read_again(struct scorer *s, struct text_again again)
{
    if (s->brief)
        s->again = again;
}

bool scorer_changed(const struct scorer *s)
{
    return s->changed;
}

void scorer_free(struct scorer *s)
{
    if (s == NULL)
        return;
    pool_free(&s->pool);
    arena_free(&s->arena);
    arena_free(&s->preparing);
    bytes_free(&s->scratch);
    bytes_free(&s->id_room);
    for (size_t i = 0; i < WAITING_MOST; i++)
        bytes_free(&s->waiting[i].strings);
    tools_free(&s->tools);
    free(s->order);
    free(s->tool_sightings);
    free(s->sightings);
    free(s->votes);
    free(s->originals.at);
    free(s);
}

/* Room for more items in an array that is full, half as many again. */
static bool grow_array(struct scorer *s, void **array, size_t *cap, size_t size)
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

/* Room for one more item in an array; NULL when there is no memory. */
#define NEXT_ITEM(s, array)                                                    \
    ((s)->array##_count != (s)->array##_cap ||                                 \
             grow_array((s), (void **)&(s)->array##s, &(s)->array##_cap,       \
                        sizeof *(s)->array##s)                                 \
         ? &(s)->array##s[(s)->array##_count++]                                \
         : NULL)

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
 * A point in time, in the one form in which times compare as strings; what is
 * none is as good as unknown, and older than any.
 */
static pooled hold_instant(struct scorer *s, struct slice time)
{
    bytes_clear(&s->scratch);
    if (!slice_known(time) || !instant_add(&s->scratch, time))
        return POOL_UNKNOWN;
    s->no_memory = s->no_memory || s->scratch.failed;
    return scorer_hold(s, bytes_slice(&s->scratch));
}

/* `fetched` is the number of the time, as hold_instant gives it. */
static pooled hold_where(struct scorer *s, struct slice page, pooled fetched,
                         struct slice file, struct slice url)
{
    struct where where = {.page = scorer_hold(s, page),
                          .fetched = fetched,
                          .file = scorer_hold(s, file),
                          .url = scorer_hold(s, url)};
    if (where.page == POOL_UNKNOWN && where.fetched == POOL_UNKNOWN &&
        where.file == POOL_UNKNOWN && where.url == POOL_UNKNOWN)
        return POOL_UNKNOWN;
    return scorer_hold(s, slice_from((const char *)&where, sizeof where));
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
    uint32_t tool = tool_of_key(s, bytes_slice(&s->scratch));
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
        .where = hold_where(s, t->page, hold_instant(s, t->source.fetched),
                            t->source.file, t->source.url),
        .line = t->source.line,
        .col = t->col,
        .name = scorer_hold(s, t->name),
        .tagline = scorer_hold(s, t->tagline),
        .category = scorer_hold(s, t->category),
        .entry = scorer_hold(s, t->entry),
        .pricing = scorer_hold(s, t->pricing),
        .others = others.len == 0 ? POOL_UNKNOWN : scorer_hold(s, others),
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
    struct tool_sighting *kept = NEXT_ITEM(s, tool_sighting);
    if (kept != NULL)
        *kept = sighting;
    s->no_memory = s->no_memory || s->pool.failed;
}

static struct provenance hold_provenance(struct scorer *s,
                                         const struct prepared_provenance *how)
{
    if (how == NULL)
        return (struct provenance){0};
    return (struct provenance){.tool = scorer_hold(s, how->tool),
                               .reviewer = scorer_hold(s, how->reviewer),
                               .score = scorer_hold(s, how->score),
                               .verdict = scorer_hold(s, how->verdict)};
}

static uint16_t small_number(int64_t number)
{
    return number < 0            ? SMALL_UNKNOWN
           : number < SMALL_RARE ? (uint16_t)number
                                 : SMALL_RARE;
}

/*
 * The name that a review gives is held with the tool, and rare when another
 * one is held there.
 */
static pooled rare_name(struct scorer *s, uint32_t number,
                        const struct waiting *w)
{
    struct slice name = slice_after(bytes_slice(&w->strings), w->key_len);
    if (number == NONE)
        return scorer_hold(s, name);
    struct tool *tool = &s->tools.at[number];
    if (tool->review_name == POOL_UNKNOWN) {
        tool->review_name = pool_append(&s->pool, name);
        s->no_memory = s->no_memory || s->pool.failed;
        tool->name_hash = w->name_hash;
        return POOL_UNKNOWN;
    }
    if (tool->name_hash == w->name_hash)
        return POOL_UNKNOWN;
    tool->renamed = true;
    return scorer_hold(s, name);
}

/* -- reviews on their way ------------------------------------------------ */

static void take_name(struct scorer *s, struct waiting *w, uint32_t tool)
{
    if (!sighting_is(&w->sighting, REVIEW_NAMED))
        return;
    pooled name = rare_name(s, tool, w);
    if (name == POOL_UNKNOWN)
        return;
    if (!w->is_rare)
        w->rarity = rarity_of(s, POOL_UNKNOWN);
    w->rarity.name = name;
    w->is_rare = true;
}

/* Takes the review that has waited longest. */
static void take_review(struct scorer *s)
{
    struct waiting *w = &s->waiting[s->waiting_first++ % WAITING_MOST];
    struct slice key = slice_from(bytes_slice(&w->strings).at, w->key_len);
    uint32_t tool = w->has_key ? tools_add(&s->tools, key, w->key_hash) : NONE;
    s->no_memory = s->no_memory || (w->has_key && tool == NONE);
    struct review_sighting *kept = s->no_memory ? NULL : NEXT_ITEM(s, sighting);
    if (kept == NULL)
        return;
    take_name(s, w, tool);
    w->sighting.tool = tool;
    w->sighting.rarity = w->is_rare ? rarity_hold(s, &w->rarity) : POOL_UNKNOWN;
    *kept = w->sighting;
    if (tool == NONE)
        s->nameless++;
    else
        s->tools.at[tool].count++;
}

void scorer_take_waiting(struct scorer *s)
{
    while (s->waiting_first != s->waiting_end)
        take_review(s);
}

/* Where a review was seen: mostly where the one before it was. */
static pooled where_of_review(struct scorer *s, const struct prepared_review *p)
{
    const struct where *last = &s->last_where;
    if (!slice_known(p->page) && !slice_known(p->fetched) &&
        !slice_known(p->file) && !slice_known(p->url))
        return POOL_UNKNOWN;
    if (s->last_where_number == POOL_UNKNOWN ||
        !slice_equal(p->page, pool_get(&s->pool, last->page)) ||
        !slice_equal(p->fetched, pool_get(&s->pool, last->fetched)) ||
        !slice_equal(p->file, pool_get(&s->pool, last->file)) ||
        !slice_equal(p->url, pool_get(&s->pool, last->url))) {
        s->last_where_number =
            hold_where(s, p->page, scorer_hold(s, p->fetched), p->file, p->url);
        s->last_where = where_of(s, s->last_where_number);
    }
    return s->last_where_number;
}

/* Notes what few reviews have. */
static void add_rarity(struct scorer *s, const struct prepared_review *p,
                       struct waiting *w)
{
    bool far_row = w->sighting.row == SMALL_RARE,
         far_col = w->sighting.col == SMALL_RARE;
    w->is_rare = p->how != NULL || slice_known(p->others) ||
                 slice_known(p->tagline) || far_row || far_col;
    if (w->is_rare)
        w->rarity = (struct rarity){
            .how = hold_provenance(s, p->how),
            .others = scorer_hold(s, p->others),
            .tagline = scorer_hold(s, p->tagline),
            .row = far_row ? p->row : -1,
            .col = far_col ? p->col : -1,
        };
}

/* The key of its tool, and the name that it gives. */
static void put_strings(struct bytes *strings, const struct prepared_review *p)
{
    bytes_clear(strings);
    if (!bytes_reserve(strings, p->key.len + p->name.len))
        return;
    char *end = slice_put(slice_put(strings->at, p->key), p->name);
    strings->len = (size_t)(end - strings->at);
}

static void add_review(struct scorer *s, const struct prepared_review *p,
                       uint64_t place)
{
    if (s->waiting_end - s->waiting_first == WAITING_MOST)
        take_review(s);
    struct waiting *w = &s->waiting[s->waiting_end % WAITING_MOST];
    w->has_key = slice_known(p->key);
    w->key_hash = p->key_hash;
    w->key_len = p->key.len;
    w->name_hash = p->name_hash;
    tools_expect(&s->tools, w->key_hash);
    put_strings(&w->strings, p);
    w->sighting = (struct review_sighting){
        .id = p->id,
        .text_hash = p->text_hash,
        .reviewer = pool_add_hashed(&s->pool, p->reviewer, p->reviewer_hash),
        .where = where_of_review(s, p),
        .score = p->score,
        .row = small_number(p->row),
        .col = small_number(p->col),
        .verdict = p->verdict,
        .flags = p->flags,
    };
    add_rarity(s, p, w);
    scorer_hold_text(s, &w->sighting, p, place);
    s->no_memory =
        s->no_memory || p->failed || w->strings.failed || s->pool.failed;
    s->waiting_end++;
    /* Half way, the slot is there and tells where the tool is. */
    const struct waiting *half =
        &s->waiting[(s->waiting_end - WAITING_MOST / 2) % WAITING_MOST];
    tools_expect_found(&s->tools, half->key_hash);
}

bool scorer_add_prepared(struct scorer *s, const struct prepared_review *p,
                         uint64_t place)
{
    add_review(s, p, place);
    return !s->no_memory;
}

static void add_vote(struct scorer *s, const struct vote_record *v)
{
    struct vote vote = {.tool = tool_of_key(s, v->tool),
                        .voter = scorer_hold(s, v->voter),
                        .at = hold_instant(s, v->at),
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
        add_review(s, &p, place);
        break;
    case SIGHTING_VOTE:
        add_vote(s, &sighting->vote);
        break;
    case SIGHTING_OTHER:
        break;
    }
    return !s->no_memory;
}

/* -- verdicts ----------------------------------------------------------- */

bool scorer_settle(struct scorer *s, size_t workers, size_t *count)
{
    scorer_take_waiting(s);
    if (s->no_memory || !scorer_merge(s, workers) || !scorer_infer_matches(s) ||
        !scorer_infer_rows(s) || !scorer_infer_panels(s))
        return false;
    scorer_sort_originals(s);
    s->by_score = scorer_hold(s, slice_of("score"));
    if (s->no_memory || !scorer_order_tools(s))
        return false;
    *count = s->tools.count;
    return true;
}

/*
 * Verdicts are asked for in the order of their keys, which is none in memory:
 * what will be asked for soon is fetched while others are made, and what that
 * points to a while later.
 */
TOOLS_FETCHES void expect(const struct scorer *s, size_t index)
{
    enum { TOOLS_AHEAD = 24, FAR_AHEAD = 16, NAMES_AHEAD = 8 };
    if (index + TOOLS_AHEAD >= s->tools.count)
        return;
    __builtin_prefetch(&s->tools.at[s->order[index + TOOLS_AHEAD]]);
    const struct tool *far = &s->tools.at[s->order[index + FAR_AHEAD]];
    __builtin_prefetch(&s->sightings[far->first]);
    __builtin_prefetch(&s->pool.strings[far->review_name]);
    __builtin_prefetch(tool_key(far).at);
    const struct tool *near = &s->tools.at[s->order[index + NAMES_AHEAD]];
    __builtin_prefetch(pool_get(&s->pool, near->review_name).at);
}

void verdict_room_free(struct verdict_room *room)
{
    arena_free(&room->arena);
    bytes_free(&room->scratch);
}

bool scorer_verdict(const struct scorer *s, size_t index,
                    struct verdict_room *room, struct verdict *v)
{
    expect(s, index);
    const struct tool *tool = &s->tools.at[s->order[index]];
    *v = (struct verdict){0};
    return scorer_add_facts(s, tool, room, v) && scorer_judge(s, tool, room, v);
}

size_t scorer_unplaced(const struct scorer *s)
{
    return s->unplaced;
}
