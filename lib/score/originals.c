/* What first sightings said themselves, before they became their reviews. */
#include <stdlib.h>

#include "lib/base/array.h"
#include "lib/score/sightings.h"

/* Of sightings in several arrays, so that they are compared as numbers. */
static int compare_originals(const void *a, const void *b)
{
    uintptr_t x = (uintptr_t)((const struct original *)a)->of;
    uintptr_t y = (uintptr_t)((const struct original *)b)->of;
    return (x > y) - (x < y);
}

void scorer_sort_originals(struct scorer *s)
{
    if (s->originals.count != 0)
        qsort(s->originals.at, s->originals.count, sizeof *s->originals.at,
              compare_originals);
}

const struct review_sighting *sighting_original(const struct scorer *s,
                                                const struct review_sighting *r)
{
    size_t low = 0, high = s->originals.count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if ((uintptr_t)s->originals.at[middle].of <= (uintptr_t)r)
            low = middle;
        else
            high = middle;
    }
    return &s->originals.at[low].said;
}

bool originals_add(struct originals *to, const struct originals *more)
{
    bool ok = true;
    for (size_t i = 0; ok && i < more->count; i++)
        ok = ARRAY_ADD(to, more->at[i]);
    return ok;
}

bool review_change(struct originals *originals, struct review_sighting *review)
{
    if (sighting_is(review, REVIEW_CHANGED))
        return true;
    if (!ARRAY_ADD(originals, (struct original){review, *review}))
        return false;
    review->flags |= REVIEW_CHANGED;
    return true;
}
