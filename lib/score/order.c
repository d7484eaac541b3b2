/* The order of sightings, in which the newest comes first. */
#include "lib/score/sightings.h"

static int compare_numbers(int64_t a, int64_t b)
{
    return (a > b) - (a < b);
}

/* By the first of the strings that differs. */
static int compare_strings(const struct scorer *s, const pooled *a,
                           const pooled *b, size_t count)
{
    int order = 0;
    for (size_t i = 0; order == 0 && i < count; i++)
        order = pool_compare(&s->pool, a[i], b[i]);
    return order;
}

/* By time, the newest first, and then by page. */
static int compare_pages(const struct scorer *s, const struct where *a,
                         const struct where *b)
{
    int order = pool_compare(&s->pool, b->fetched, a->fetched);
    return order != 0 ? order : pool_compare(&s->pool, a->page, b->page);
}

/* Structs in the pool by their members, which are all numbers. */
static int compare_stated(const struct scorer *s, pooled a, pooled b)
{
    struct stated x = {JUDGEMENT_UNKNOWN, -1, -1, DECIMAL_UNKNOWN}, y = x;
    if (a == b)
        return 0;
    if (a != POOL_UNKNOWN)
        POOL_GET_VALUE(&s->pool, a, &x);
    if (b != POOL_UNKNOWN)
        POOL_GET_VALUE(&s->pool, b, &y);
    int order = compare_numbers(x.verdict, y.verdict);
    if (order == 0)
        order = compare_numbers(x.ship, y.ship);
    if (order == 0)
        order = compare_numbers(x.skip, y.skip);
    return order != 0 ? order : compare_numbers(x.ship_pct, y.ship_pct);
}

static int compare_community(const struct scorer *s, pooled a, pooled b)
{
    struct community_said x = {-1, DECIMAL_UNKNOWN}, y = x;
    if (a == b)
        return 0;
    if (a != POOL_UNKNOWN)
        POOL_GET_VALUE(&s->pool, a, &x);
    if (b != POOL_UNKNOWN)
        POOL_GET_VALUE(&s->pool, b, &y);
    int order = compare_numbers(x.votes, y.votes);
    return order != 0 ? order : compare_numbers(x.ship_pct, y.ship_pct);
}

static int compare_aggregates(const struct scorer *s, pooled a, pooled b)
{
    struct aggregate x, y;
    if (a == b)
        return 0;
    if (a == POOL_UNKNOWN || b == POOL_UNKNOWN)
        return a == POOL_UNKNOWN ? -1 : 1;
    POOL_GET_VALUE(&s->pool, a, &x);
    POOL_GET_VALUE(&s->pool, b, &y);
    int order = compare_numbers(x.value, y.value);
    if (order == 0)
        order = compare_numbers(x.best, y.best);
    if (order == 0)
        order = compare_numbers(x.worst, y.worst);
    return order != 0 ? order : compare_numbers(x.count, y.count);
}

int tool_sighting_compare(const struct scorer *s, const struct tool_sighting *a,
                          const struct tool_sighting *b)
{
    const pooled x[] = {a->name,  a->tagline, a->category,
                        a->entry, a->pricing, a->others};
    const pooled y[] = {b->name,  b->tagline, b->category,
                        b->entry, b->pricing, b->others};
    struct where p = where_of(s, a->where), q = where_of(s, b->where);
    int order = compare_pages(s, &p, &q);
    if (order == 0)
        order = compare_numbers(a->col, b->col);
    if (order == 0)
        order = compare_strings(s, x, y, sizeof x / sizeof *x);
    if (order == 0)
        order = compare_stated(s, a->stated, b->stated);
    if (order == 0)
        order = compare_community(s, a->community, b->community);
    if (order == 0)
        order = compare_numbers(a->truncated, b->truncated);
    return order != 0 ? order
                      : compare_aggregates(s, a->aggregate, b->aggregate);
}

int review_sighting_compare(const struct scorer *s,
                            const struct review_sighting *a,
                            const struct review_sighting *b)
{
    int order = 0;
    struct where p = where_of(s, a->where), q = p;
    if (a->where != b->where) {
        q = where_of(s, b->where);
        order = compare_pages(s, &p, &q);
    }
    if (order == 0)
        order = compare_numbers(sighting_row(s, a), sighting_row(s, b));
    if (order == 0)
        order = compare_numbers(sighting_col(s, a), sighting_col(s, b));
    if (order == 0)
        order = sighting_compare_ids(s, a, b);
    if (order == 0)
        order = pool_compare(&s->pool, a->reviewer, b->reviewer);
    pooled rare_a = sighting_rarity(s, a), rare_b = sighting_rarity(s, b);
    if (order == 0 && (rare_a != rare_b || a->flags != b->flags)) {
        struct rarity m = rarity_of(s, rare_a), n = rarity_of(s, rare_b);
        const pooled x[] = {sighting_name(s, a), m.others,      m.how.tool,
                            m.how.reviewer,      m.how.verdict, m.how.score};
        const pooled y[] = {sighting_name(s, b), n.others,      n.how.tool,
                            n.how.reviewer,      n.how.verdict, n.how.score};
        order = compare_strings(s, x, y, sizeof x / sizeof *x);
    }
    if (order == 0)
        order = compare_numbers(a->score, b->score);
    if (order == 0)
        order = compare_numbers(a->verdict, b->verdict);
    return order != 0 ? order
                      : (int)sighting_is(a, REVIEW_TRUNCATED) -
                            (int)sighting_is(b, REVIEW_TRUNCATED);
}
