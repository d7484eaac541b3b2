#include "lib/parse/rating.h"
#include "lib/parse/structured_build.h"

/* Ratings may refer to ratings, and be written several times. */
enum { RATING_DEPTH_MOST = 2, RATINGS_TRIED = 2 };

/* A number that a property states, over what was read in its place. */
static void take_bound(struct structured *s, uint32_t item,
                       enum property property, int64_t *bound)
{
    int64_t stated =
        rating_read_number(items_first_text(&s->items, item, property));
    if (stated != DECIMAL_UNKNOWN)
        *bound = stated;
}

static bool find_rating(struct structured *s, uint32_t item, struct rating *r,
                        int depth)
{
    static const enum property properties[] = {PROPERTY_RATING_VALUE,
                                               PROPERTY_REVIEW_RATING};
    bool found = false;
    for (size_t p = 0; p < 2 && !found; p++) {
        struct item_values values =
            items_values(&s->items, item, properties[p]);
        for (size_t i = 0; i < values.count && i < RATINGS_TRIED && !found;
             i++) {
            uint32_t target = values.at[i].target;
            if (target == NO_ITEM)
                found = rating_read(items_text(&s->items, &values.at[i]), r);
            else if (depth < RATING_DEPTH_MOST)
                found = find_rating(s, target, r, depth + 1);
        }
    }
    if (found) {
        take_bound(s, item, PROPERTY_BEST_RATING, &r->best);
        take_bound(s, item, PROPERTY_WORST_RATING, &r->worst);
    }
    return found;
}

bool structured_rating(struct structured *s, uint32_t item, struct rating *r)
{
    bool found = find_rating(s, item, r, 0);
    if (found)
        rating_complete(r);
    return found;
}

/* How many rated: those who gave a rating rather than those who wrote. */
static int64_t find_count(struct structured *s, uint32_t item, int depth)
{
    static const enum property properties[] = {PROPERTY_RATING_COUNT,
                                               PROPERTY_REVIEW_COUNT};
    int64_t count = -1;
    for (size_t p = 0; p < 2 && count < 0; p++)
        count =
            rating_read_count(items_first_text(&s->items, item, properties[p]));
    struct item_values nested =
        items_values(&s->items, item, PROPERTY_RATING_VALUE);
    if (nested.count == 0)
        nested = items_values(&s->items, item, PROPERTY_REVIEW_RATING);
    if (count < 0 && nested.count != 0 && nested.at->target != NO_ITEM &&
        depth < RATING_DEPTH_MOST)
        return find_count(s, nested.at->target, depth + 1);
    return count;
}

void structured_add_aggregate(struct structured *s, uint32_t item)
{
    struct rating r;
    if (!structured_rating(s, item, &r))
        return;
    size_t tool = structured_subject(s, item);
    if (tool == NO_TOOL) {
        s->counts->nameless++;
        return;
    }
    struct tool_record *t = &s->records->tools[tool];
    int64_t count = find_count(s, item, 0);
    if (!t->has_aggregate)
        t->aggregate = (struct aggregate){r.value, r.best, r.worst, count};
    else if (t->aggregate.count < 0)
        t->aggregate.count = count;
    t->has_aggregate = true;
}
