#include "lib/diff/contender.h"

#include <stdlib.h>

#include "lib/base/decimal.h"

/* What is past these is not computed with. */
enum { COUNT_MOST = 100 * 1000 * 1000, SCORE_MOST = 100 * 100 };

void contenders_free(struct contenders *c)
{
    free(c->of);
    free(c->categories);
    pool_free(&c->category_names);
    arena_free(&c->arena);
    pool_free(&c->names);
    pool_free(&c->reviewers);
    pool_free(&c->judges);
    free(c->reviews);
    *c = (struct contenders){0};
}

/* What the record says, unless it is this quotient rounded. */
static struct quotient exact(int64_t said, int64_t sum, int64_t count)
{
    bool same = said != DECIMAL_UNKNOWN && count > 0 &&
                count <= 3 * COUNT_MOST && decimal_divide(sum, count) == said;
    return same ? (struct quotient){sum, count} : (struct quotient){said, 1};
}

static struct quotient exact_ship_pct(const struct verdict *v)
{
    if (v->ship < 0 || v->skip < 0 || v->mixed < 0 || v->ship > COUNT_MOST ||
        v->skip > COUNT_MOST || v->mixed > COUNT_MOST)
        return exact(v->ship_pct, 0, 0);
    return exact(v->ship_pct, v->ship * 100 * 100,
                 v->ship + v->skip + v->mixed);
}

/* By the panel's scores, where they are as many as the mean is of. */
static struct quotient exact_mean(const struct verdict *v)
{
    int64_t sum = 0, count = 0;
    for (size_t i = 0; i < v->panel_count; i++) {
        int64_t score = v->panel[i].score;
        if (score == DECIMAL_UNKNOWN)
            continue;
        if (score < 0 || score > SCORE_MOST)
            return exact(v->score.mean, 0, 0);
        sum += score;
        count++;
    }
    return exact(v->score.mean, sum, count == v->score.n ? count : 0);
}

static struct slice keep_digits(struct contenders *c, int64_t hundredths,
                                bool *failed)
{
    struct bytes digits = {0};
    if (hundredths != DECIMAL_UNKNOWN)
        decimal_add(&digits, hundredths);
    return arena_keep(&c->arena, &digits, failed);
}

static bool make_room(struct contenders *c, size_t reviewer)
{
    if (reviewer < c->review_cap)
        return true;
    size_t cap = reviewer * 2 + 16;
    uint32_t *larger = realloc(c->reviews, cap * sizeof *larger);
    if (larger == NULL)
        return false;
    memset(larger + c->review_cap, 0, (cap - c->review_cap) * sizeof *larger);
    c->reviews = larger;
    c->review_cap = cap;
    return true;
}

static bool number_judge(struct contenders *c, struct slice reviewer,
                         uint32_t *judge)
{
    if (!slice_known(reviewer))
        return true;
    struct {
        uint32_t reviewer, which;
    } review = {pool_add(&c->reviewers, reviewer), 0};
    if (!make_room(c, review.reviewer))
        return false;
    review.which = c->reviews[review.reviewer]++;
    *judge = POOL_ADD_VALUE(&c->judges, review);
    return true;
}

static bool number_judges(struct contenders *c, const struct verdict *v,
                          const uint32_t **judges)
{
    uint32_t *numbers = arena_array(&c->arena, v->panel_count, sizeof *numbers);
    if (numbers == NULL)
        return false;
    *judges = numbers;
    for (size_t i = 0; i < v->panel_count; i++)
        if (!number_judge(c, v->panel[i].reviewer, &numbers[i]))
            return false;
    for (size_t i = 0; i < v->panel_count; i++)
        if (slice_known(v->panel[i].reviewer))
            c->reviews[pool_add(&c->reviewers, v->panel[i].reviewer)] = 0;
    return !c->reviewers.failed && !c->judges.failed;
}

static bool prepare(struct contenders *c, size_t place, const struct verdict *v,
                    bool brief)
{
    struct contender *one = &c->of[place];
    bool failed = false;
    c->categories[place] = pool_add(&c->category_names, v->category);
    if (v->name.len != 0)
        one->name = pool_add(&c->names, v->name);
    one->ship_pct = exact_ship_pct(v);
    one->mean = exact_mean(v);
    one->ship_pct_digits = keep_digits(c, v->ship_pct, &failed);
    one->mean_digits = keep_digits(c, v->score.mean, &failed);
    return column_make(&one->column, v, brief, &c->arena) &&
           number_judges(c, v, &one->judges) && !failed && !c->names.failed &&
           !c->category_names.failed;
}

bool contenders_make(struct contenders *c, const struct lineup *lineup,
                     const bool *wanted, bool brief)
{
    struct arena arena = {0};
    bool made = true;
    c->of = calloc(lineup->count + 1, sizeof *c->of);
    c->categories = calloc(lineup->count + 1, sizeof *c->categories);
    if (c->of == NULL || c->categories == NULL)
        return false;
    for (size_t i = 0; i < lineup->count && made; i++) {
        struct opened_verdict opened = {0};
        if (!wanted[i])
            continue;
        arena_reset(&arena);
        made = snapshot_open(lineup->tools[i], &arena, &opened) &&
               prepare(c, i, &opened.verdict, brief);
    }
    arena_free(&arena);
    c->judge_count = c->judges.count;
    return made;
}
