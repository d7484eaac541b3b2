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

static const struct slice by_panel = SLICE("panel");

enum { HUNDRED_PERCENT = 100 * 100, ROUNDS_MOST = 8 };

int64_t ships_of_percentage(int64_t ship_pct, int64_t all)
{
    bool only;
    int64_t ships = decimal_count_of_share(ship_pct, all, &only);
    return only ? ships : -1;
}

/* That a review of the tool stands on a page. */
struct appearance {
    struct slice page;
    size_t review;
};

struct panels {
    struct scorer *s;
    struct appearance *at; /* of one tool, sorted */
    size_t count, cap;
    enum judgement *proposals; /* one a review of the scorer */
    bool changed;
};

static int compare_appearances(const void *a, const void *b)
{
    const struct appearance *x = a, *y = b;
    int order = slice_compare(x->page, y->page);
    return order != 0 ? order
                      : (x->review > y->review) - (x->review < y->review);
}

/* Lists the pages of the tool's reviews, each pair once. */
static bool list_appearances(struct panels *p, const struct tool *tool)
{
    size_t first = p->s->reviews[tool->first_review].first, count = 0;
    for (size_t i = 0; i < tool->review_count; i++)
        count += p->s->reviews[tool->first_review + i].count;
    if (count > p->cap) {
        struct appearance *larger = realloc(p->at, count * sizeof *p->at);
        if (larger == NULL)
            return false;
        p->at = larger;
        p->cap = count;
    }
    for (size_t i = 0; i < count; i++) {
        const struct review_sighting *r = &p->s->sightings[first + i];
        p->at[i] = (struct appearance){r->place.page, r->review};
    }
    qsort(p->at, count, sizeof *p->at, compare_appearances);
    p->count = 0;
    for (size_t i = 0; i < count; i++)
        if (p->count == 0 ||
            compare_appearances(&p->at[p->count - 1], &p->at[i]) != 0)
            p->at[p->count++] = p->at[i];
    return true;
}

/* The appearances on one page: the first, and how many. */
static size_t find_page(const struct panels *p, struct slice page,
                        size_t *count)
{
    size_t low = 0, high = p->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (slice_compare(p->at[middle].page, page) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    *count = 0;
    while (low + *count < p->count &&
           slice_equal(p->at[low + *count].page, page))
        ++*count;
    return low;
}

struct tally {
    int64_t ship, skip, mixed, unknown;
};

static struct tally count_verdicts(const struct panels *p, size_t first,
                                   size_t count)
{
    struct tally t = {0};
    for (size_t i = first; i < first + count; i++) {
        switch (p->s->reviews[p->at[i].review].verdict) {
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
static enum judgement forced_verdict(const struct tool_sighting *sighting,
                                     const struct tally *t)
{
    const struct stated *stated = &sighting->stated;
    int64_t all = t->ship + t->skip + t->unknown;
    int64_t ship = stated->ship, skip = stated->skip;
    if (t->unknown == 0 || t->mixed != 0)
        return JUDGEMENT_UNKNOWN;
    if (stated->ship_pct == HUNDRED_PERCENT && t->skip == 0)
        return JUDGEMENT_SHIP;
    if (stated->ship_pct == 0 && t->ship == 0)
        return JUDGEMENT_SKIP;
    if ((ship < 0 || skip < 0) && !sighting->truncated) {
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
    size_t count;
    if (!slice_known(t->place.page))
        return;
    size_t first = find_page(p, t->place.page, &count);
    struct tally tally = count_verdicts(p, first, count);
    enum judgement forced = forced_verdict(t, &tally);
    if (forced == JUDGEMENT_UNKNOWN)
        return;
    for (size_t i = first; i < first + count; i++) {
        enum judgement *proposal = &p->proposals[p->at[i].review];
        if (p->s->reviews[p->at[i].review].verdict != JUDGEMENT_UNKNOWN)
            continue;
        /* Two pages that force different verdicts force none. */
        *proposal = *proposal == JUDGEMENT_UNKNOWN || *proposal == forced
                        ? forced
                        : JUDGEMENT_UNRATED;
    }
}

static void accept_proposals(struct panels *p, const struct tool *tool)
{
    for (size_t i = 0; i < tool->review_count; i++) {
        struct review *r = &p->s->reviews[tool->first_review + i];
        enum judgement *proposal = &p->proposals[tool->first_review + i];
        if (*proposal == JUDGEMENT_SHIP || *proposal == JUDGEMENT_SKIP) {
            r->verdict = *proposal;
            r->how.verdict = by_panel;
            p->changed = true;
        }
        *proposal = JUDGEMENT_UNKNOWN;
    }
}

/* Counts the panel on each of the tool's pages. */
static void measure_panels(const struct panels *p, const struct tool *tool)
{
    for (size_t i = 0; i < tool->sighting_count; i++) {
        struct tool_sighting *t =
            &p->s->tool_sightings[tool->first_sighting + i];
        if (slice_known(t->place.page))
            find_page(p, t->place.page, &t->panel_size);
    }
}

static bool infer_panel(struct panels *p, const struct tool *tool)
{
    if (tool->review_count == 0 || tool->sighting_count == 0)
        return true;
    if (!list_appearances(p, tool))
        return false;
    measure_panels(p, tool);
    p->changed = (p->s->infer & INFER_PANEL) != 0;
    for (int round = 0; p->changed && round < ROUNDS_MOST; round++) {
        p->changed = false;
        for (size_t i = 0; i < tool->sighting_count; i++)
            propose_on_page(p, &p->s->tool_sightings[tool->first_sighting + i]);
        accept_proposals(p, tool);
    }
    return true;
}

bool scorer_infer_panels(struct scorer *s)
{
    struct panels p = {.s = s};
    p.proposals = calloc(s->review_count + 1, sizeof *p.proposals);
    bool ok = p.proposals != NULL;
    for (size_t i = 0; ok && i < s->tool_count; i++)
        ok = infer_panel(&p, &s->tools[i]);
    free(p.proposals);
    free(p.at);
    return ok;
}
