/*
 * Verdicts, inferred from what a page states of its panel: with 100 % all
 * ship, with 0 % none; and when all verdicts but those that the stated counts
 * force are known, those are known too.
 *
 * Like rows, panels are gone through in rounds; few, as a round that changes
 * anything settles all of a page's verdicts.
 */
#include <stdlib.h>

#include "lib/score/sightings.h"

enum { HUNDRED_PERCENT = 100 * 100, ROUNDS_MOST = 8 };

int64_t ships_of_percentage(int64_t ship_pct, int64_t all)
{
    bool only;
    int64_t ships = decimal_count_of_share(ship_pct, all, &only);
    return only ? ships : -1;
}

/* That a review of the tool stands on a page. */
struct appearance {
    pooled page;
    uint32_t review; /* which of the tool's sightings begins it */
};

struct panels {
    struct scorer *s;
    struct review_sighting *sightings; /* of one tool */
    struct appearance *at;             /* of its reviews, sorted */
    uint32_t count, cap;
    uint8_t *proposals; /* one a sighting of the tool */
    bool changed;
};

static int compare_appearances(const void *a, const void *b)
{
    const struct appearance *x = a, *y = b;
    int order = (x->page > y->page) - (x->page < y->page);
    return order != 0 ? order
                      : (x->review > y->review) - (x->review < y->review);
}

static bool make_room(struct panels *p, uint32_t count)
{
    if (count <= p->cap)
        return true;
    uint32_t cap = count + count / 2;
    struct appearance *at = realloc(p->at, cap * sizeof *at);
    p->at = at == NULL ? p->at : at;
    uint8_t *proposals = realloc(p->proposals, cap);
    p->proposals = proposals == NULL ? p->proposals : proposals;
    if (at == NULL || proposals == NULL)
        return false;
    p->cap = cap;
    return true;
}

/* Lists the pages of the tool's reviews, each pair once. */
static void list_appearances(struct panels *p, const struct tool *tool)
{
    uint32_t first = 0;
    for (uint32_t i = 0; i < tool->count; i++) {
        const struct review_sighting *r = &p->sightings[i];
        first = sighting_is(r, REVIEW_FIRST) ? i : first;
        p->at[i] = (struct appearance){where_of(p->s, r->where).page, first};
    }
    qsort(p->at, tool->count, sizeof *p->at, compare_appearances);
    p->count = 0;
    for (uint32_t i = 0; i < tool->count; i++)
        if (p->count == 0 ||
            compare_appearances(&p->at[p->count - 1], &p->at[i]) != 0)
            p->at[p->count++] = p->at[i];
}

/* The appearances on one page: the first, and how many. */
static uint32_t find_page(const struct panels *p, pooled page, uint32_t *count)
{
    uint32_t low = 0, high = p->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (p->at[middle].page < page)
            low = middle + 1;
        else
            high = middle;
    }
    *count = 0;
    while (low + *count < p->count && p->at[low + *count].page == page)
        ++*count;
    return low;
}

struct tally {
    int64_t ship, skip, mixed, unknown;
};

static struct tally count_verdicts(const struct panels *p, uint32_t first,
                                   uint32_t count)
{
    struct tally t = {0};
    for (uint32_t i = first; i < first + count; i++) {
        switch (sighting_verdict(&p->sightings[p->at[i].review])) {
        case JUDGEMENT_SHIP:
            t.ship++;
            break;
        case JUDGEMENT_SKIP:
            t.skip++;
            break;
        case JUDGEMENT_MIXED:
            t.mixed++;
            break;
        default:
            t.unknown++;
        }
    }
    return t;
}

/*
 * What the unknown verdicts must all be; JUDGEMENT_UNKNOWN: not forced.  A
 * percentage is a count only when the page has the whole panel.
 */
static enum judgement forced_verdict(const struct stated *stated,
                                     bool truncated, const struct tally *t)
{
    int64_t all = t->ship + t->skip + t->unknown;
    int64_t ship = stated->ship, skip = stated->skip;
    if (t->unknown == 0 || t->mixed != 0)
        return JUDGEMENT_UNKNOWN;
    if (stated->ship_pct == HUNDRED_PERCENT && t->skip == 0)
        return JUDGEMENT_SHIP;
    if (stated->ship_pct == 0 && t->ship == 0)
        return JUDGEMENT_SKIP;
    if ((ship < 0 || skip < 0) && !truncated) {
        ship = ships_of_percentage(stated->ship_pct, all);
        skip = all - ship;
    }
    if (ship < 0 || ship + skip != all)
        return JUDGEMENT_UNKNOWN;
    if (t->ship == ship)
        return JUDGEMENT_SKIP;
    if (t->skip == skip)
        return JUDGEMENT_SHIP;
    return JUDGEMENT_UNKNOWN;
}

static void propose_on_page(struct panels *p, const struct tool_sighting *t)
{
    pooled page = where_of(p->s, t->where).page;
    struct stated stated = stated_of(p->s, t->stated);
    uint32_t count;
    if (page == POOL_UNKNOWN)
        return;
    uint32_t first = find_page(p, page, &count);
    struct tally tally = count_verdicts(p, first, count);
    enum judgement forced = forced_verdict(&stated, t->truncated, &tally);
    if (forced == JUDGEMENT_UNKNOWN)
        return;
    for (uint32_t i = first; i < first + count; i++) {
        uint32_t review = p->at[i].review;
        uint8_t *proposal = &p->proposals[review];
        if (p->sightings[review].verdict != JUDGEMENT_UNKNOWN)
            continue;
        /* Two pages that force different verdicts force none. */
        *proposal =
            (uint8_t)(*proposal == JUDGEMENT_UNKNOWN || *proposal == forced
                          ? forced
                          : JUDGEMENT_UNRATED);
    }
}

static bool accept(struct panels *p, uint32_t review, uint8_t verdict)
{
    struct review_sighting *r = &p->sightings[review];
    if (!review_change(&p->s->originals, r))
        return false;
    struct provenance how = review_how(p->s, r);
    how.verdict = scorer_hold(p->s, slice_of("panel"));
    r->verdict = verdict;
    review_set_how(p->s, r, &how);
    p->changed = true;
    return !p->s->no_memory;
}

static bool accept_proposals(struct panels *p, const struct tool *tool)
{
    bool ok = true;
    for (uint32_t i = 0; ok && i < tool->count; i++) {
        uint8_t proposal = p->proposals[i];
        if (proposal == JUDGEMENT_SHIP || proposal == JUDGEMENT_SKIP)
            ok = accept(p, i, proposal);
        p->proposals[i] = JUDGEMENT_UNKNOWN;
    }
    return ok;
}

/* Counts the panel on each of the tool's pages. */
static void measure_panels(const struct panels *p, const struct tool *tool)
{
    for (uint32_t i = 0; i < tool->sighting_count; i++) {
        struct tool_sighting *t =
            &p->s->tool_sightings[tool->first_sighting + i];
        pooled page = where_of(p->s, t->where).page;
        if (page != POOL_UNKNOWN)
            find_page(p, page, &t->panel_size);
    }
}

/* Only where a verdict is not known, it matters what a page states. */
static bool lacks_verdicts(const struct panels *p, const struct tool *tool)
{
    for (uint32_t i = 0; i < tool->count; i++)
        if (sighting_is(&p->sightings[i], REVIEW_FIRST) &&
            p->sightings[i].verdict == JUDGEMENT_UNKNOWN)
            return true;
    return false;
}

static bool infer_panel(struct panels *p, const struct tool *tool)
{
    bool ok = true;
    p->sightings = review_sightings(p->s, tool);
    if (tool->sighting_count == 0 || !tool->unjudged ||
        !lacks_verdicts(p, tool))
        return true;
    if (!make_room(p, tool->count))
        return false;
    memset(p->proposals, JUDGEMENT_UNKNOWN, tool->count);
    list_appearances(p, tool);
    measure_panels(p, tool);
    p->changed = (p->s->infer & INFER_PANEL) != 0;
    for (int round = 0; ok && p->changed && round < ROUNDS_MOST; round++) {
        p->changed = false;
        for (uint32_t i = 0; i < tool->sighting_count; i++)
            propose_on_page(p, &p->s->tool_sightings[tool->first_sighting + i]);
        ok = accept_proposals(p, tool);
    }
    return ok;
}

bool scorer_infer_panels(struct scorer *s)
{
    struct panels p = {.s = s};
    bool ok = true;
    for (size_t i = 0; ok && i < s->tools.count; i++)
        ok = infer_panel(&p, &s->tools.at[i]);
    free(p.proposals);
    free(p.at);
    return ok;
}
