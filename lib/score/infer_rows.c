/*
 * Reviewers, inferred from the rows of pages: reviews that stand in one row
 * of a page are one reviewer's.
 *
 * It works in rounds: all of a round's conclusions are drawn from what was
 * known before it, so that the order of the input cannot matter, and where
 * two conclusions differ none is drawn.
 */
#include <stdlib.h>

#include "lib/score/sightings.h"

/* A sighting in a row of a page where not every reviewer is known. */
struct placed {
    pooled page;
    uint32_t first; /* of the sightings of its review */
    int64_t row;
    uint32_t review; /* numbered among those that are placed */
    uint32_t in_row; /* which of the rows */
};

/* Rows of pages: ranges of `placed`. */
struct row {
    uint32_t first, count;
};

/* A review, what a round proposes for it, and its places. */
struct placed_review {
    uint32_t first; /* of its sightings */
    pooled proposed;
    bool contradicted; /* two proposals differ */
    uint32_t first_place, place_count;
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
    uint32_t *places; /* of the reviews, in `placed` */
    uint32_t *proposed, proposed_count;
    uint32_t *frontier, frontier_count;
    bool *in_frontier; /* one a row */
};

/* -- finding rows ------------------------------------------------------- */

static bool has_row(const struct review_sighting *r)
{
    return r->row != SMALL_UNKNOWN;
}

/*
 * Marks the pages on which a review stands whose reviewer is not known; how
 * many sightings stand in rows of such pages.
 */
static uint32_t mark_pages(const struct scorer *s, bool *marked)
{
    uint32_t first = 0, count = 0;
    for (uint32_t i = 0; i < s->sighting_count; i++) {
        const struct review_sighting *said = sighting_said(s, i);
        first = sighting_is(&s->sightings[i], REVIEW_FIRST) ? i : first;
        if (s->sightings[first].reviewer == POOL_UNKNOWN && has_row(said))
            marked[where_of(s, said->where).page] = true;
    }
    marked[POOL_UNKNOWN] = false;
    for (uint32_t i = 0; i < s->sighting_count; i++) {
        const struct review_sighting *said = sighting_said(s, i);
        count += has_row(said) && marked[where_of(s, said->where).page];
    }
    return count;
}

static void list_placed(struct spreading *p, const bool *marked)
{
    const struct scorer *s = p->s;
    uint32_t first = 0;
    for (uint32_t i = 0; i < s->sighting_count; i++) {
        const struct review_sighting *said = sighting_said(s, i);
        pooled page = where_of(s, said->where).page;
        first = sighting_is(&s->sightings[i], REVIEW_FIRST) ? i : first;
        if (has_row(said) && marked[page])
            p->placed[p->placed_count++] = (struct placed){
                .page = page, .first = first, .row = sighting_row(s, said)};
    }
}

static int compare_numbers(int64_t a, int64_t b)
{
    return (a > b) - (a < b);
}

static int compare_rows(const void *a, const void *b)
{
    const struct placed *x = a, *y = b;
    int order = compare_numbers(x->page, y->page);
    return order != 0 ? order : compare_numbers(x->row, y->row);
}

/* Sightings of one review stand in one range, so these order the reviews. */
static int compare_reviews(const void *a, const void *b, void *placed)
{
    const struct placed *at = placed;
    return compare_numbers(at[*(const uint32_t *)a].first,
                           at[*(const uint32_t *)b].first);
}

static void find_rows(struct spreading *p)
{
    qsort(p->placed, p->placed_count, sizeof *p->placed, compare_rows);
    for (uint32_t i = 0; i < p->placed_count; i++) {
        if (i == 0 || compare_rows(&p->placed[i - 1], &p->placed[i]) != 0)
            p->rows[p->row_count++] = (struct row){i, 0};
        p->rows[p->row_count - 1].count++;
        p->placed[i].in_row = p->row_count - 1;
    }
}

static void find_reviews(struct spreading *p)
{
    for (uint32_t i = 0; i < p->placed_count; i++)
        p->places[i] = i;
    qsort_r(p->places, p->placed_count, sizeof *p->places, compare_reviews,
            p->placed);
    for (uint32_t i = 0; i < p->placed_count; i++) {
        struct placed *placed = &p->placed[p->places[i]];
        if (i == 0 || p->placed[p->places[i - 1]].first != placed->first)
            p->reviews[p->review_count++] = (struct placed_review){
                .first = placed->first, .first_place = i};
        p->reviews[p->review_count - 1].place_count++;
        placed->review = p->review_count - 1;
    }
}

static void *new_array(const struct spreading *p, size_t size)
{
    return calloc((size_t)p->placed_count + 1, size);
}

static bool make_ready(struct spreading *p)
{
    bool *marked = calloc((size_t)p->s->pool.count + 1, sizeof *marked);
    if (marked == NULL)
        return false;
    p->placed_count = mark_pages(p->s, marked);
    p->placed = new_array(p, sizeof *p->placed);
    p->rows = new_array(p, sizeof *p->rows);
    p->reviews = new_array(p, sizeof *p->reviews);
    p->places = new_array(p, sizeof *p->places);
    p->proposed = new_array(p, sizeof *p->proposed);
    p->frontier = new_array(p, sizeof *p->frontier);
    p->in_frontier = new_array(p, sizeof *p->in_frontier);
    bool ok = p->placed != NULL && p->rows != NULL && p->reviews != NULL &&
              p->places != NULL && p->proposed != NULL && p->frontier != NULL &&
              p->in_frontier != NULL;
    p->placed_count = 0;
    if (ok) {
        list_placed(p, marked);
        find_rows(p);
        find_reviews(p);
    }
    free(marked);
    return ok;
}

static void give_back(struct spreading *p)
{
    free(p->placed);
    free(p->rows);
    free(p->reviews);
    free(p->places);
    free(p->proposed);
    free(p->frontier);
    free(p->in_frontier);
}

/* -- spreading ---------------------------------------------------------- */

static struct review_sighting *sighting_of(const struct spreading *p,
                                           uint32_t review)
{
    return &p->s->sightings[p->reviews[review].first];
}

/* The one reviewer known in a row; unknown when there is none or several. */
static pooled reviewer_of_row(const struct spreading *p, const struct row *row)
{
    pooled found = POOL_UNKNOWN;
    for (uint32_t i = 0; i < row->count; i++) {
        pooled reviewer =
            sighting_of(p, p->placed[row->first + i].review)->reviewer;
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
        uint32_t number = p->placed[row->first + i].review;
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

static bool label(struct scorer *s, uint32_t first, pooled reviewer)
{
    struct review_sighting *r = review_change(s, &s->originals, first);
    if (r == NULL)
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
        for (uint32_t i = 0; i < review->place_count; i++) {
            uint32_t row = p->placed[p->places[review->first_place + i]].in_row;
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
    if ((s->infer & INFER_ROW) == 0 || s->unlabelled == 0)
        return true;
    scorer_sort_originals(s);
    bool ok = make_ready(&p) && spread(&p);
    give_back(&p);
    return ok;
}
