/*
 * Reviewers, inferred from the rows of pages: reviews that stand in one row
 * of a page are one reviewer's.
 *
 * It works in rounds: all of a round's conclusions are drawn from what was
 * known before it, so that the order of the input cannot matter, and where
 * two conclusions differ none is drawn.
 */
#include <stdlib.h>

#include "lib/base/sort.h"
#include "lib/score/sightings.h"

/*
 * A sighting in a row of a page where not every reviewer is known.  Those of
 * one review stand beside each other.
 */
struct placed {
    uint32_t review; /* numbered among those that are placed */
    uint32_t in_row; /* which of the rows */
};

/* Rows of pages: ranges of `by_row`. */
struct row {
    uint32_t first, count;
};

/* A review, what a round proposes for it, and where it is placed. */
struct placed_review {
    struct review_sighting *first; /* of its sightings */
    pooled proposed;
    bool contradicted; /* two proposals differ */
    uint32_t first_placed, placed_count;
};

/* Everything placed, and the rows to look at next, as lists. */
struct spreading {
    struct scorer *s;
    struct placed *placed;
    uint32_t placed_count;
    struct row *rows;
    uint32_t row_count;
    struct placed_review *reviews;
    uint32_t review_count;
    struct numbered *by_row; /* what is placed, by page and row; and room */
    uint32_t *pages;         /* by the pool's number, from 1; 0: not marked */
    uint32_t *page_ends;     /* of marked pages, in by_row */
    uint32_t page_count;
    uint32_t *proposed, proposed_count;
    uint32_t *frontier, frontier_count;
    bool *in_frontier; /* one a row */
};

/* -- finding rows ------------------------------------------------------- */

static bool has_row(const struct review_sighting *r)
{
    return r->row != SMALL_UNKNOWN;
}

/* The page that a sighting is placed on; 0: on none that is marked. */
static uint32_t marked_page(const struct spreading *p,
                            const struct review_sighting *said)
{
    return has_row(said) ? p->pages[where_of(p->s, said->where).page] : 0;
}

static void mark_page(struct spreading *p, const struct review_sighting *said)
{
    pooled page = where_of(p->s, said->where).page;
    if (has_row(said) && page != POOL_UNKNOWN && p->pages[page] == 0)
        p->pages[page] = ++p->page_count;
}

/* Marks the pages on which a review stands whose reviewer is not known. */
static void mark_pages(struct spreading *p)
{
    const struct scorer *s = p->s;
    for (size_t i = 0; i < s->unlabelled.count; i++) {
        const struct review_sighting *r = s->unlabelled.at[i];
        const struct tool *tool = &s->tools.at[r->tool];
        if (r->reviewer != POOL_UNKNOWN)
            continue;
        size_t left = (size_t)(review_sightings(s, tool) + tool->count - r);
        uint32_t size = review_length(r, (uint32_t)left);
        for (uint32_t j = 0; j < size; j++)
            mark_page(p, sighting_said(s, &r[j]));
    }
}

/* Counts the sightings that are placed, and notes where each page begins. */
static bool measure_pages(struct spreading *p)
{
    const struct scorer *s = p->s;
    uint32_t *next = calloc((size_t)p->page_count + 1, sizeof *next);
    p->page_ends = next;
    if (next == NULL)
        return false;
    for (const struct bucket *b = s->buckets; b < s->buckets + bucket_count(s);
         b++)
        for (size_t i = 0; i < b->count; i++)
            next[marked_page(p, sighting_said(s, &b->at[i]))]++;
    for (uint32_t i = 1; i <= p->page_count; i++) {
        uint32_t size = next[i];
        next[i] = p->placed_count;
        p->placed_count += size;
    }
    return true;
}

/* Notes that a sighting of a review is placed. */
static void add_placed(struct spreading *p, struct review_sighting *first)
{
    struct placed_review *last = p->reviews + p->review_count - 1;
    if (p->review_count == 0 || last->first != first) {
        last = &p->reviews[p->review_count++];
        last->first = first;
        last->first_placed = p->placed_count;
    }
    last->placed_count++;
    p->placed[p->placed_count++].review = p->review_count - 1;
}

/* Lists what is placed, each page's beside each other. */
static void list_placed(struct spreading *p, const struct bucket *b)
{
    const struct scorer *s = p->s;
    struct review_sighting *first = b->at;
    for (size_t i = 0; i < b->count; i++) {
        const struct review_sighting *said = sighting_said(s, &b->at[i]);
        uint32_t page = marked_page(p, said);
        first = sighting_is(&b->at[i], REVIEW_FIRST) ? &b->at[i] : first;
        if (page == 0)
            continue;
        p->by_row[p->page_ends[page]++] =
            (struct numbered){(uint64_t)sighting_row(s, said), p->placed_count};
        add_placed(p, first);
    }
}

/* Orders what is placed on one page by row, and adds these rows. */
static void find_rows_of_page(struct spreading *p, uint32_t first, uint32_t end)
{
    const struct numbered *at = p->by_row;
    sort_numbered(p->by_row + first, p->by_row + p->placed_count, end - first);
    for (uint32_t i = first; i < end; i++) {
        if (i == first || at[i - 1].number != at[i].number)
            p->rows[p->row_count++] = (struct row){i, 0};
        p->rows[p->row_count - 1].count++;
        p->placed[at[i].item].in_row = p->row_count - 1;
    }
}

static void find_rows(struct spreading *p)
{
    uint32_t first = 0;
    for (uint32_t page = 1; page <= p->page_count; page++) {
        find_rows_of_page(p, first, p->page_ends[page]);
        first = p->page_ends[page];
    }
}

static void *new_array(const struct spreading *p, size_t size)
{
    return calloc((size_t)p->placed_count + 1, size);
}

static bool make_ready(struct spreading *p)
{
    p->pages = calloc((size_t)p->s->pool.count + 1, sizeof *p->pages);
    if (p->pages == NULL)
        return false;
    mark_pages(p);
    if (!measure_pages(p))
        return false;
    p->placed = new_array(p, sizeof *p->placed);
    p->rows = new_array(p, sizeof *p->rows);
    p->reviews = new_array(p, sizeof *p->reviews);
    p->by_row = new_array(p, 2 * sizeof *p->by_row);
    p->proposed = new_array(p, sizeof *p->proposed);
    p->frontier = new_array(p, sizeof *p->frontier);
    p->in_frontier = new_array(p, sizeof *p->in_frontier);
    if (p->placed == NULL || p->rows == NULL || p->reviews == NULL ||
        p->by_row == NULL || p->proposed == NULL || p->frontier == NULL ||
        p->in_frontier == NULL)
        return false;
    p->placed_count = 0;
    for (size_t i = 0; i < bucket_count(p->s); i++)
        list_placed(p, &p->s->buckets[i]);
    find_rows(p);
    return true;
}

static void give_back(struct spreading *p)
{
    free(p->pages);
    free(p->page_ends);
    free(p->placed);
    free(p->rows);
    free(p->reviews);
    free(p->by_row);
    free(p->proposed);
    free(p->frontier);
    free(p->in_frontier);
}

/* -- spreading ---------------------------------------------------------- */

static struct review_sighting *sighting_of(const struct spreading *p,
                                           uint32_t review)
{
    return p->reviews[review].first;
}

static const struct placed *in_row(const struct spreading *p,
                                   const struct row *row, uint32_t number)
{
    return &p->placed[p->by_row[row->first + number].item];
}

/* The one reviewer known in a row; unknown when there is none or several. */
static pooled reviewer_of_row(const struct spreading *p, const struct row *row)
{
    pooled found = POOL_UNKNOWN;
    for (uint32_t i = 0; i < row->count; i++) {
        pooled reviewer = sighting_of(p, in_row(p, row, i)->review)->reviewer;
        if (reviewer == POOL_UNKNOWN)
            continue;
        if (found != POOL_UNKNOWN && found != reviewer)
            return POOL_UNKNOWN;
        found = reviewer;
    }
    return found;
}

static void propose_in_row(struct spreading *p, const struct row *row)
{
    pooled reviewer = reviewer_of_row(p, row);
    if (reviewer == POOL_UNKNOWN)
        return;
    for (uint32_t i = 0; i < row->count; i++) {
        uint32_t number = in_row(p, row, i)->review;
        struct placed_review *review = &p->reviews[number];
        if (sighting_of(p, number)->reviewer != POOL_UNKNOWN)
            continue;
        if (review->proposed == POOL_UNKNOWN) {
            review->proposed = reviewer;
            p->proposed[p->proposed_count++] = number;
        } else if (review->proposed != reviewer) {
            review->contradicted = true;
        }
    }
}

static bool label(struct scorer *s, struct review_sighting *r, pooled reviewer)
{
    if (!review_change(&s->originals, r))
        return false;
    struct provenance how = review_how(s, r);
    how.reviewer = scorer_hold(s, slice_of("row"));
    r->reviewer = reviewer;
    review_set_how(s, r, &how);
    return !s->no_memory;
}

static bool accept(struct spreading *p, uint32_t number)
{
    struct placed_review *review = &p->reviews[number];
    bool ok = true;
    if (!review->contradicted) {
        ok = label(p->s, review->first, review->proposed);
        for (uint32_t i = 0; i < review->placed_count; i++) {
            uint32_t row = p->placed[review->first_placed + i].in_row;
            if (p->in_frontier[row])
                continue;
            p->in_frontier[row] = true;
            p->frontier[p->frontier_count++] = row;
        }
    }
    review->proposed = POOL_UNKNOWN;
    review->contradicted = false;
    return ok;
}

static bool spread(struct spreading *p)
{
    bool ok = true;
    for (uint32_t i = 0; i < p->row_count; i++)
        p->frontier[p->frontier_count++] = i;
    while (ok && p->frontier_count != 0) {
        for (uint32_t i = 0; i < p->frontier_count; i++) {
            p->in_frontier[p->frontier[i]] = false;
            propose_in_row(p, &p->rows[p->frontier[i]]);
        }
        p->frontier_count = 0;
        for (uint32_t i = 0; ok && i < p->proposed_count; i++)
            ok = accept(p, p->proposed[i]);
        p->proposed_count = 0;
    }
    return ok;
}

bool scorer_infer_rows(struct scorer *s)
{
    struct spreading p = {.s = s};
    if ((s->infer & INFER_ROW) == 0 || s->unlabelled.count == 0)
        return true;
    scorer_sort_originals(s);
    bool ok = make_ready(&p) && spread(&p);
    give_back(&p);
    return ok;
}
