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

static const struct slice by_row = SLICE("row");

/* Rows of pages: ranges of `by_place`, indexes of sightings sorted so. */
struct row {
    size_t first, count;
};

struct rows {
    const struct scorer *s;
    size_t *by_place;
    size_t placed; /* how many sightings stand in a row */
    struct row *at;
    size_t count;
    size_t *row_of; /* of each sighting; NO_INDEX */
};

/* qsort has no room for a context. */
struct placed {
    struct slice page;
    int64_t row;
    size_t sighting;
};

static int compare_placed(const void *a, const void *b)
{
    const struct placed *x = a, *y = b;
    int order = slice_compare(x->page, y->page);
    return order != 0 ? order : (x->row > y->row) - (x->row < y->row);
}

static void rows_free(struct rows *rows)
{
    free(rows->by_place);
    free(rows->at);
    free(rows->row_of);
}

static bool rows_find(struct rows *rows, const struct scorer *s)
{
    *rows = (struct rows){.s = s};
    size_t count = s->sighting_count + 1;
    struct placed *placed = calloc(count, sizeof *placed);
    rows->by_place = calloc(count, sizeof *rows->by_place);
    rows->at = calloc(count, sizeof *rows->at);
    rows->row_of = calloc(count, sizeof *rows->row_of);
    bool ok = placed != NULL && rows->by_place != NULL && rows->at != NULL &&
              rows->row_of != NULL;
    for (size_t i = 0; ok && i < s->sighting_count; i++) {
        const struct place *place = &s->sightings[i].place;
        rows->row_of[i] = NO_INDEX;
        if (slice_known(place->page) && place->row >= 0)
            placed[rows->placed++] =
                (struct placed){place->page, place->row, i};
    }
    if (ok && rows->placed != 0)
        qsort(placed, rows->placed, sizeof *placed, compare_placed);
    for (size_t i = 0; ok && i < rows->placed; i++) {
        if (i == 0 || compare_placed(&placed[i - 1], &placed[i]) != 0)
            rows->at[rows->count++] = (struct row){i, 0};
        rows->at[rows->count - 1].count++;
        rows->by_place[i] = placed[i].sighting;
        rows->row_of[placed[i].sighting] = rows->count - 1;
    }
    free(placed);
    return ok;
}

/* What a round proposes for a review; `contradicted` when two differ. */
struct proposal {
    struct slice reviewer;
    bool contradicted;
};

/* The one reviewer known in a row; unknown when there is none or several. */
static struct slice reviewer_of_row(const struct rows *rows,
                                    const struct row *row)
{
    struct slice found = {NULL, 0};
    for (size_t i = 0; i < row->count; i++) {
        size_t sighting = rows->by_place[row->first + i];
        struct slice reviewer =
            rows->s->reviews[rows->s->sightings[sighting].review].reviewer;
        if (!slice_known(reviewer))
            continue;
        if (slice_known(found) && !slice_equal(found, reviewer))
            return slice_from(NULL, 0);
        found = reviewer;
    }
    return found;
}

/* Reviews being labelled, and the rows to look at next, as lists. */
struct spreading {
    struct scorer *s;
    struct rows rows;
    struct proposal *proposals; /* one a review */
    size_t *proposed, proposed_count;
    size_t *frontier, frontier_count;
    bool *in_frontier; /* one a row */
};

static void propose_in_row(struct spreading *p, const struct row *row)
{
    struct slice reviewer = reviewer_of_row(&p->rows, row);
    if (!slice_known(reviewer))
        return;
    for (size_t i = 0; i < row->count; i++) {
        size_t sighting = p->rows.by_place[row->first + i];
        size_t review = p->s->sightings[sighting].review;
        struct proposal *proposal = &p->proposals[review];
        if (slice_known(p->s->reviews[review].reviewer))
            continue;
        if (!slice_known(proposal->reviewer)) {
            proposal->reviewer = reviewer;
            p->proposed[p->proposed_count++] = review;
        } else if (!slice_equal(proposal->reviewer, reviewer)) {
            proposal->contradicted = true;
        }
    }
}

static void accept(struct spreading *p, size_t review)
{
    struct proposal *proposal = &p->proposals[review];
    struct review *r = &p->s->reviews[review];
    if (!proposal->contradicted) {
        r->reviewer = proposal->reviewer;
        r->how.reviewer = by_row;
        for (size_t i = 0; i < r->count; i++) {
            size_t row = p->rows.row_of[r->first + i];
            if (row == NO_INDEX || p->in_frontier[row])
                continue;
            p->in_frontier[row] = true;
            p->frontier[p->frontier_count++] = row;
        }
    }
    *proposal = (struct proposal){0};
}

static void spread(struct spreading *p)
{
    for (size_t i = 0; i < p->rows.count; i++)
        p->frontier[p->frontier_count++] = i;
    while (p->frontier_count != 0) {
        for (size_t i = 0; i < p->frontier_count; i++) {
            p->in_frontier[p->frontier[i]] = false;
            propose_in_row(p, &p->rows.at[p->frontier[i]]);
        }
        p->frontier_count = 0;
        for (size_t i = 0; i < p->proposed_count; i++)
            accept(p, p->proposed[i]);
        p->proposed_count = 0;
    }
}

bool scorer_infer_rows(struct scorer *s)
{
    struct spreading p = {.s = s};
    if ((s->infer & INFER_ROW) == 0)
        return true;
    bool ok = rows_find(&p.rows, s);
    p.proposals = calloc(s->review_count + 1, sizeof *p.proposals);
    p.proposed = calloc(s->review_count + 1, sizeof *p.proposed);
    p.frontier = calloc(p.rows.count + 1, sizeof *p.frontier);
    p.in_frontier = calloc(p.rows.count + 1, sizeof *p.in_frontier);
    ok = ok && p.proposals != NULL && p.proposed != NULL &&
         p.frontier != NULL && p.in_frontier != NULL;
    if (ok)
        spread(&p);
    free(p.proposals);
    free(p.proposed);
    free(p.frontier);
    free(p.in_frontier);
    rows_free(&p.rows);
    return ok;
}
