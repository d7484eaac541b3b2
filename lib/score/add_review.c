/* Taking reviews, of which there are most by far. */
#include "lib/score/adding.h"

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
    if (tool != NONE)
        s->tools.at[tool].count++;
    else if (!indexes_add(&s->nameless, (uint32_t)(kept - s->sightings)))
        s->no_memory = true;
}

void scorer_take_waiting(struct scorer *s)
{
    while (s->waiting_first != s->waiting_end)
        take_review(s);
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

void scorer_add_review(struct scorer *s, const struct prepared_review *p,
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
        .where = scorer_hold_where(s, p->page, p->fetched, p->file, p->url),
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
