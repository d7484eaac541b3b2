/* The order of sightings, in which the newest comes first. */
#include "lib/score/sightings.h"

static int compare_numbers(int64_t a, int64_t b)
{
    return (a > b) - (a < b);
}

int place_compare(const struct place *a, const struct place *b)
{
    int order = slice_compare(b->fetched, a->fetched);
    if (order == 0)
        order = slice_compare(a->page, b->page);
    if (order == 0)
        order = compare_numbers(a->row, b->row);
    if (order == 0)
        order = compare_numbers(a->col, b->col);
    if (order == 0)
        order = slice_compare(a->file, b->file);
    if (order == 0)
        order = compare_numbers(a->line, b->line);
    return order != 0 ? order : slice_compare(a->url, b->url);
}

static int compare_stated(const struct stated *a, const struct stated *b)
{
    int order = compare_numbers(a->verdict, b->verdict);
    if (order == 0)
        order = compare_numbers(a->ship, b->ship);
    if (order == 0)
        order = compare_numbers(a->skip, b->skip);
    return order != 0 ? order : compare_numbers(a->ship_pct, b->ship_pct);
}

static int compare_aggregates(const struct tool_sighting *a,
                              const struct tool_sighting *b)
{
    const struct aggregate *x = &a->aggregate, *y = &b->aggregate;
    int order = compare_numbers(a->has_aggregate, b->has_aggregate);
    if (order == 0)
        order = compare_numbers(x->value, y->value);
    if (order == 0)
        order = compare_numbers(x->best, y->best);
    if (order == 0)
        order = compare_numbers(x->worst, y->worst);
    return order != 0 ? order : compare_numbers(x->count, y->count);
}

int tool_sighting_compare(const struct tool_sighting *a,
                          const struct tool_sighting *b)
{
    const struct slice *x[] = {&a->name,  &a->tagline, &a->category,
                               &a->entry, &a->pricing, &a->others};
    const struct slice *y[] = {&b->name,  &b->tagline, &b->category,
                               &b->entry, &b->pricing, &b->others};
    int order = place_compare(&a->place, &b->place);
    for (size_t i = 0; order == 0 && i < sizeof x / sizeof *x; i++)
        order = slice_compare(*x[i], *y[i]);
    if (order == 0)
        order = compare_stated(&a->stated, &b->stated);
    if (order == 0)
        order = compare_numbers(a->community_votes, b->community_votes);
    if (order == 0)
        order = compare_numbers(a->community_ship_pct, b->community_ship_pct);
    if (order == 0)
        order = compare_numbers(a->truncated, b->truncated);
    return order != 0 ? order : compare_aggregates(a, b);
}

int review_sighting_compare(const struct review_sighting *a,
                            const struct review_sighting *b)
{
    const struct slice *x[] = {&a->text,        &a->reviewer, &a->name,
                               &a->others,      &a->how.tool, &a->how.reviewer,
                               &a->how.verdict, &a->how.score};
    const struct slice *y[] = {&b->text,        &b->reviewer, &b->name,
                               &b->others,      &b->how.tool, &b->how.reviewer,
                               &b->how.verdict, &b->how.score};
    int order = place_compare(&a->place, &b->place);
    for (size_t i = 0; order == 0 && i < sizeof x / sizeof *x; i++)
        order = slice_compare(*x[i], *y[i]);
    if (order == 0)
        order = compare_numbers(a->score, b->score);
    if (order == 0)
        order = compare_numbers(a->verdict, b->verdict);
    return order != 0 ? order : compare_numbers(a->truncated, b->truncated);
}
