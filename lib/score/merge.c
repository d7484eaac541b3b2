/*
 * From sightings to reviews.  Sightings of a tool with the same text are one
 * review; so is a truncated text with a longer one that it begins; so is a
 * sighting without a text with the one review that its reviewer wrote.
 */
#include <stdlib.h>

#include "lib/base/utf8.h"
#include "lib/score/sightings.h"

/* Longer texts that begin alike are looked through no further than this. */
enum { BRANCHES_MOST = 64 };

static int compare_by_text(const void *a, const void *b)
{
    const struct review_sighting *x = a, *y = b;
    if (x->tool != y->tool)
        return x->tool < y->tool ? -1 : 1;
    int order = slice_compare(x->text, y->text);
    return order != 0 ? order : review_sighting_compare(x, y);
}

static int compare_by_review(const void *a, const void *b)
{
    const struct review_sighting *x = a, *y = b;
    if (x->review != y->review)
        return x->review < y->review ? -1 : 1;
    if (x->truncated != y->truncated)
        return x->truncated ? 1 : -1; /* the fullest sighting wins */
    return review_sighting_compare(x, y);
}

/* Whether two sightings that stand next to each other are one review. */
static bool is_same(const struct review_sighting *a,
                    const struct review_sighting *b)
{
    if (a->tool != b->tool || !slice_equal(a->text, b->text))
        return false;
    if (slice_known(a->text))
        return true;
    /* Without a text, only the very same place is surely the same. */
    return slice_equal(a->reviewer, b->reviewer) &&
           slice_known(a->place.page) &&
           slice_equal(a->place.page, b->place.page) &&
           a->place.row == b->place.row && a->place.col == b->place.col;
}

/*
 * A run of sightings with one text, until the reviews are made.  `into` is
 * the run that it belongs to, itself at first.
 */
struct run {
    size_t first, count;
    size_t into;
    size_t review;  /* its number, once the runs are joined */
    bool truncated; /* in every sighting */
};

struct runs {
    struct run *at;
    size_t count;
};

static bool find_runs(struct scorer *s, struct runs *runs)
{
    runs->at = calloc(s->sighting_count + 1, sizeof *runs->at);
    runs->count = 0;
    if (runs->at == NULL)
        return false;
    for (size_t i = 0; i < s->sighting_count; i++) {
        const struct review_sighting *r = &s->sightings[i];
        if (i == 0 || !is_same(&s->sightings[i - 1], r)) {
            runs->at[runs->count] = (struct run){
                .first = i, .into = runs->count, .truncated = true};
            runs->count++;
        }
        struct run *run = &runs->at[runs->count - 1];
        run->count++;
        run->truncated = run->truncated && r->truncated;
    }
    return true;
}

static const struct review_sighting *head(const struct scorer *s,
                                          const struct run *run)
{
    return &s->sightings[run->first];
}

/* The first reviewer that a run's sightings name. */
static struct slice reviewer_of(const struct scorer *s, const struct run *run)
{
    for (size_t i = 0; i < run->count; i++)
        if (slice_known(s->sightings[run->first + i].reviewer))
            return s->sightings[run->first + i].reviewer;
    return slice_from(NULL, 0);
}

/*
 * Runs are sorted by text, so the longer texts that one begins stand right
 * behind it, and are settled before it when the runs are taken from the end.
 * Among several a whole one by the same reviewer is best, then a whole one.
 */
static void join_truncated(struct scorer *s, struct runs *runs, size_t i)
{
    struct run *run = &runs->at[i];
    struct slice text = head(s, run)->text;
    if (!run->truncated || !slice_known(text) || utf8_count(text) < TEXT_LEAST)
        return;
    struct slice reviewer = reviewer_of(s, run);
    int best = 0;
    for (size_t j = i + 1; j < runs->count && j <= i + BRANCHES_MOST; j++) {
        const struct review_sighting *longer = head(s, &runs->at[j]);
        if (longer->tool != head(s, run)->tool ||
            !slice_starts(longer->text, text))
            return;
        const struct run *into = &runs->at[runs->at[j].into];
        struct slice other = reviewer_of(s, into);
        bool alike = slice_known(reviewer) && slice_equal(reviewer, other);
        int rank = 1 + (into->truncated ? 0 : 2) + (alike ? 1 : 0);
        if (rank > best) {
            best = rank;
            run->into = runs->at[j].into;
        }
    }
}

/* Whether two runs do not contradict each other on score and verdict. */
static bool agree(const struct scorer *s, const struct run *a,
                  const struct run *b)
{
    const struct review_sighting *x = head(s, a), *y = head(s, b);
    return (x->score == DECIMAL_UNKNOWN || y->score == DECIMAL_UNKNOWN ||
            x->score == y->score) &&
           (x->verdict == JUDGEMENT_UNKNOWN ||
            y->verdict == JUDGEMENT_UNKNOWN || x->verdict == y->verdict);
}

/*
 * For the runs of one tool, from `first` up to `end`: which run each reviewer
 * wrote.  With several texts of one reviewer, none of them is the one.
 */
static bool index_writers(struct scorer *s, const struct runs *runs,
                          size_t first, size_t end, struct table *writers)
{
    table_clear(writers);
    for (size_t i = first; i < end; i++) {
        const struct run *run = &runs->at[i];
        struct slice reviewer = reviewer_of(s, run);
        if (!slice_known(head(s, run)->text) || run->into != i ||
            !slice_known(reviewer))
            continue;
        bool added;
        size_t *writer = table_add(writers, reviewer, i, &added);
        if (writer == NULL)
            return false;
        if (!added)
            *writer = NO_INDEX;
    }
    return true;
}

/*
 * A sighting without a text is of the one review that its reviewer wrote on
 * the tool; when there is no text at all, the first without one stands.
 */
static bool join_without_text(struct scorer *s, struct runs *runs, size_t first,
                              size_t end, struct table *writers)
{
    if (slice_known(head(s, &runs->at[first])->text))
        return true; /* those without a text come first */
    if (!index_writers(s, runs, first, end, writers))
        return false;
    for (size_t i = first; i < end; i++) {
        struct run *run = &runs->at[i];
        struct slice reviewer = head(s, run)->reviewer;
        if (slice_known(head(s, run)->text) || !slice_known(reviewer))
            continue;
        bool added;
        size_t *writer = table_add(writers, reviewer, i, &added);
        if (writer == NULL)
            return false;
        if (*writer != NO_INDEX && agree(s, run, &runs->at[*writer]))
            run->into = *writer;
    }
    return true;
}

static bool join_runs(struct scorer *s, struct runs *runs)
{
    struct table writers = {0};
    bool ok = true;
    for (size_t i = runs->count; i > 0; i--)
        join_truncated(s, runs, i - 1);
    for (size_t first = 0, end; ok && first < runs->count; first = end) {
        size_t tool = head(s, &runs->at[first])->tool;
        for (end = first; end < runs->count; end++)
            if (head(s, &runs->at[end])->tool != tool)
                break;
        ok = join_without_text(s, runs, first, end, &writers);
    }
    table_free(&writers);
    return ok;
}

/* Numbers the reviews in the runs' order and gives them to the sightings. */
static void number_reviews(struct scorer *s, struct runs *runs)
{
    s->review_count = 0;
    for (size_t i = 0; i < runs->count; i++)
        if (runs->at[i].into == i)
            runs->at[i].review = s->review_count++;
    for (size_t i = 0; i < runs->count; i++) {
        const struct run *run = &runs->at[i];
        for (size_t j = 0; j < run->count; j++)
            s->sightings[run->first + j].review = runs->at[run->into].review;
    }
}

/* Whether both state the reviewer, score or verdict, and differently. */
static void note_contradiction(struct review *r,
                               const struct review_sighting *from)
{
    bool reviewer = slice_known(r->reviewer) && slice_known(from->reviewer) &&
                    !slice_equal(r->reviewer, from->reviewer);
    bool score = r->score != DECIMAL_UNKNOWN &&
                 from->score != DECIMAL_UNKNOWN && r->score != from->score;
    bool verdict = r->verdict != JUDGEMENT_UNKNOWN &&
                   from->verdict != JUDGEMENT_UNKNOWN &&
                   r->verdict != from->verdict;
    if (reviewer || score || verdict)
        r->contradicted = true;
}

/*
 * Takes what a sighting says where the review has nothing yet, or has only
 * what was inferred and the sighting's page states it.
 */
static void take_values(struct scorer *s, struct review *r,
                        const struct review_sighting *from)
{
    if (slice_known(from->reviewer) &&
        (!slice_known(r->reviewer) ||
         (slice_known(r->how.reviewer) && !slice_known(from->how.reviewer)))) {
        r->reviewer = from->reviewer;
        r->how.reviewer = from->how.reviewer;
    }
    if (from->score != DECIMAL_UNKNOWN &&
        (r->score == DECIMAL_UNKNOWN ||
         (slice_known(r->how.score) && !slice_known(from->how.score)))) {
        r->score = from->score;
        r->how.score = from->how.score;
    }
    if (from->verdict != JUDGEMENT_UNKNOWN &&
        (r->verdict == JUDGEMENT_UNKNOWN ||
         (slice_known(r->how.verdict) && !slice_known(from->how.verdict)))) {
        r->verdict = from->verdict;
        r->how.verdict = from->how.verdict;
    }
    if (!slice_known(from->how.tool))
        r->how.tool = from->how.tool;
    if (from->text.len > r->text.len)
        r->text = from->text;
    if (from->place.row >= 0 && (r->row < 0 || from->place.row < r->row))
        r->row = from->place.row;
    r->others = scorer_join_members(s, r->others, from->others);
}

static bool make_reviews(struct scorer *s)
{
    s->reviews =
        arena_array(&s->arena, s->review_count + 1, sizeof *s->reviews);
    if (s->reviews == NULL)
        return false;
    for (size_t i = 0; i < s->sighting_count; i++) {
        const struct review_sighting *from = &s->sightings[i];
        struct review *r = &s->reviews[from->review];
        if (r->count++ == 0) {
            r->tool = from->tool;
            r->score = DECIMAL_UNKNOWN;
            r->row = -1;
            r->first = i;
            r->how.tool = from->how.tool;
        }
        note_contradiction(r, from);
        take_values(s, r, from);
    }
    return true;
}

static int compare_tool_sightings(const void *a, const void *b)
{
    const struct tool_sighting *x = a, *y = b;
    if (x->tool != y->tool)
        return x->tool < y->tool ? -1 : 1;
    return tool_sighting_compare(x, y);
}

/* Votes sorted by voter, the newest first; of equal times "skip" first. */
static int compare_votes(const void *a, const void *b)
{
    const struct vote *x = a, *y = b;
    if (x->tool != y->tool)
        return x->tool < y->tool ? -1 : 1;
    int order = slice_compare(x->voter, y->voter);
    if (order == 0)
        order = slice_compare(y->at, x->at);
    return order != 0 ? order : (int)y->vote - (int)x->vote;
}

/* Each tool's ranges in the sorted arrays. */
static void find_ranges(struct scorer *s)
{
    for (size_t i = s->tool_sighting_count; i > 0; i--) {
        struct tool *tool = &s->tools[s->tool_sightings[i - 1].tool];
        tool->first_sighting = i - 1;
        tool->sighting_count++;
    }
    for (size_t i = s->review_count; i > 0; i--) {
        struct tool *tool = &s->tools[s->reviews[i - 1].tool];
        tool->first_review = i - 1;
        tool->review_count++;
    }
    for (size_t i = s->vote_count; i > 0; i--) {
        struct tool *tool = &s->tools[s->votes[i - 1].tool];
        tool->first_vote = i - 1;
        tool->vote_count++;
    }
}

static void sort(void *array, size_t count, size_t size,
                 int (*compare)(const void *, const void *))
{
    if (count != 0)
        qsort(array, count, size, compare);
}

bool scorer_merge(struct scorer *s)
{
    struct runs runs = {0};
    bool ok = scorer_place(s);
    sort(s->sightings, s->sighting_count, sizeof *s->sightings,
         compare_by_text);
    ok = ok && find_runs(s, &runs) && join_runs(s, &runs);
    if (ok) {
        number_reviews(s, &runs);
        sort(s->sightings, s->sighting_count, sizeof *s->sightings,
             compare_by_review);
        ok = make_reviews(s);
    }
    free(runs.at);
    sort(s->tool_sightings, s->tool_sighting_count, sizeof *s->tool_sightings,
         compare_tool_sightings);
    sort(s->votes, s->vote_count, sizeof *s->votes, compare_votes);
    if (ok)
        find_ranges(s);
    return ok;
}
