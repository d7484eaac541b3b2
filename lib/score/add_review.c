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
                        const struct prepared_review *p)
{
    if (!slice_known(p->name))
        return POOL_UNKNOWN;
    if (number == NONE)
        return scorer_hold(s, p->name);
    struct tool *tool = &s->tools.at[number];
    if (tool->review_name == POOL_UNKNOWN) {
        tool->review_name = pool_append(&s->pool, p->name);
        tool->name_hash = p->name_hash;
        return POOL_UNKNOWN;
    }
    if (tool->name_hash == p->name_hash)
        return POOL_UNKNOWN;
    tool->renamed = true;
    return scorer_hold(s, p->name);
}

/* What few reviews have. */
static pooled hold_rarity(struct scorer *s, uint32_t tool,
                          const struct prepared_review *p,
                          const struct review_sighting *r)
{
    bool far_row = r->row == SMALL_RARE, far_col = r->col == SMALL_RARE;
    pooled name = rare_name(s, tool, p);
    if (name == POOL_UNKNOWN && p->how == NULL && !slice_known(p->others) &&
        !slice_known(p->tagline) && !far_row && !far_col)
        return POOL_UNKNOWN;
    struct rarity rarity = {
        .how = hold_provenance(s, p->how),
        .others = scorer_hold(s, p->others),
        .name = name,
        .tagline = scorer_hold(s, p->tagline),
        .row = far_row ? p->row : -1,
        .col = far_col ? p->col : -1,
    };
    return rarity_hold(s, &rarity);
}

void scorer_add_review(struct scorer *s, const struct prepared_review *p,
                       uint64_t place)
{
    uint32_t tool =
        slice_known(p->key) ? tools_add(&s->tools, p->key, p->key_hash) : NONE;
    struct review_sighting *r = scorer_next_sighting(
        s, tool == NONE ? &s->nameless : bucket_of(s, tool));
    if (r == NULL)
        return;
    *r = (struct review_sighting){
        .tool = tool,
        .reviewer = pool_add_hashed(&s->pool, p->reviewer, p->reviewer_hash),
        .where = scorer_hold_where(s, &p->where),
        .score = p->score,
        .row = small_number(p->row),
        .col = small_number(p->col),
        .verdict = p->verdict,
        .flags = p->flags,
    };
    r->more = hold_rarity(s, tool, p, r);
    if (sighting_is_noted(s, r))
        sighting_add_note(s, r, p, place);
    if (tool != NONE)
        s->tools.at[tool].count++;
    else if (slice_known(p->key))
        s->no_memory = true;
    s->no_memory = s->no_memory || p->failed || s->pool.failed;
}
