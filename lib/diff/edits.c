#include "lib/diff/edits.h"

#include <stdint.h>

/*
 * One search.  forward[k] and backward[k] are the furthest places in `a` that
 * paths reach on diagonal k (place in a less place in b) from either end;
 * both can be indexed from -b->count - 1 to a->count + 1.
 */
struct search {
    struct sequence *a, *b;
    ptrdiff_t *forward, *backward;
    size_t effort, effort_most;
};

struct box {
    ptrdiff_t a_from, a_to, b_from, b_to;
};

/* Where paths on either side may now be: diagonals `low` to `high`. */
struct front {
    ptrdiff_t low, high;
};

/*
 * Widens a front by one diagonal on each side.  At the edge of the box it
 * narrows instead, which leaves out the diagonals of the wrong parity.
 */
static void widen(struct front *f, ptrdiff_t *reached, ptrdiff_t least,
                  ptrdiff_t most, ptrdiff_t outside)
{
    if (f->low > least)
        reached[--f->low - 1] = outside;
    else
        f->low++;
    if (f->high < most)
        reached[++f->high + 1] = outside;
    else
        f->high--;
}

/* One more step from the start; true when it meets a path from the end. */
static bool step_forward(struct search *s, const struct box *x,
                         const struct front *f, const struct front *other,
                         ptrdiff_t *a_middle, ptrdiff_t *b_middle)
{
    for (ptrdiff_t k = f->high; k >= f->low; k -= 2) {
        ptrdiff_t i = s->forward[k - 1] >= s->forward[k + 1]
                          ? s->forward[k - 1] + 1
                          : s->forward[k + 1];
        ptrdiff_t from = i;
        while (i < x->a_to && i - k < x->b_to &&
               s->a->ids[i] == s->b->ids[i - k])
            i++;
        s->forward[k] = i;
        s->effort += (size_t)(i - from) + 1;
        if (other != NULL && k >= other->low && k <= other->high &&
            s->backward[k] <= i) {
            *a_middle = i;
            *b_middle = i - k;
            return true;
        }
    }
    return false;
}

static bool step_backward(struct search *s, const struct box *x,
                          const struct front *f, const struct front *other,
                          ptrdiff_t *a_middle, ptrdiff_t *b_middle)
{
    for (ptrdiff_t k = f->high; k >= f->low; k -= 2) {
        ptrdiff_t i = s->backward[k - 1] < s->backward[k + 1]
                          ? s->backward[k - 1]
                          : s->backward[k + 1] - 1;
        ptrdiff_t from = i;
        while (i > x->a_from && i - k > x->b_from &&
               s->a->ids[i - 1] == s->b->ids[i - k - 1])
            i--;
        s->backward[k] = i;
        s->effort += (size_t)(from - i) + 1;
        if (other != NULL && k >= other->low && k <= other->high &&
            i <= s->forward[k]) {
            *a_middle = i;
            *b_middle = i - k;
            return true;
        }
    }
    return false;
}

/*
 * A point on a shortest path through the box, half way by the number of its
 * steps.  False when the search takes too much effort.
 */
static bool find_middle(struct search *s, const struct box *x,
                        ptrdiff_t *a_middle, ptrdiff_t *b_middle)
{
    ptrdiff_t least = x->a_from - x->b_to, most = x->a_to - x->b_from;
    ptrdiff_t first = x->a_from - x->b_from, last = x->a_to - x->b_to;
    struct front forward = {first, first}, backward = {last, last};
    /* Paths of either side can only meet after one's or the other's steps. */
    bool odd = (first - last) % 2 != 0;
    s->forward[first] = x->a_from;
    s->backward[last] = x->a_to;
    while (s->effort <= s->effort_most) {
        widen(&forward, s->forward, least, most, -1);
        if (step_forward(s, x, &forward, odd ? &backward : NULL, a_middle,
                         b_middle))
            return true;
        widen(&backward, s->backward, least, most, PTRDIFF_MAX);
        if (step_backward(s, x, &backward, odd ? NULL : &forward, a_middle,
                          b_middle))
            return true;
    }
    return false;
}

static void mark(struct sequence *s, ptrdiff_t from, ptrdiff_t to)
{
    for (ptrdiff_t i = from; i < to; i++)
        s->changed[i] = true;
}

/* Leaves out what both have at the start and at the end of the box. */
static struct box trim(const struct search *s, struct box x)
{
    const size_t *a = s->a->ids, *b = s->b->ids;
    while (x.a_from < x.a_to && x.b_from < x.b_to && a[x.a_from] == b[x.b_from])
        x.a_from++, x.b_from++;
    while (x.a_from < x.a_to && x.b_from < x.b_to &&
           a[x.a_to - 1] == b[x.b_to - 1])
        x.a_to--, x.b_to--;
    return x;
}

/*
 * Marks what changed in the box.  Each half has half of the steps, so this
 * calls itself no deeper than their number has binary digits.
 */
static bool mark_changes(struct search *s, struct box whole)
{
    struct box x = trim(s, whole);
    if (x.a_from == x.a_to || x.b_from == x.b_to) {
        mark(s->a, x.a_from, x.a_to);
        mark(s->b, x.b_from, x.b_to);
        return true;
    }
    ptrdiff_t a_middle, b_middle;
    if (!find_middle(s, &x, &a_middle, &b_middle))
        return false;
    struct box left = {x.a_from, a_middle, x.b_from, b_middle};
    struct box right = {a_middle, x.a_to, b_middle, x.b_to};
    return mark_changes(s, left) && mark_changes(s, right);
}

enum edits_result edits_find(struct sequence *a, struct sequence *b,
                             size_t effort_most, struct arena *scratch)
{
    size_t diagonals = (size_t)(a->count + b->count) + 3;
    struct search s = {.a = a, .b = b, .effort_most = effort_most};
    s.forward = arena_array(scratch, diagonals, sizeof *s.forward);
    s.backward = arena_array(scratch, diagonals, sizeof *s.backward);
    if (s.forward == NULL || s.backward == NULL)
        return EDITS_NO_MEMORY;
    s.forward += b->count + 1;
    s.backward += b->count + 1;
    return mark_changes(&s, (struct box){0, a->count, 0, b->count})
               ? EDITS_FOUND
               : EDITS_TOO_MANY;
}
