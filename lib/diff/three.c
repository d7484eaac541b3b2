#include "lib/diff/three.h"

#include <stdlib.h>

void three_way_free(struct three_way *t)
{
    change_list_free(&t->ours);
    change_list_free(&t->theirs);
    change_list_free(&t->between);
    arena_free(&t->arena);
    free(t->items);
    *t = (struct three_way){.items = NULL};
}

static bool make_room(struct three_way *t, size_t count)
{
    if (count <= t->cap)
        return true;
    struct change *items = reallocarray(t->items, count, sizeof *items);
    if (items == NULL)
        return false;
    t->items = items;
    t->cap = count;
    return true;
}

static bool same_names(const struct slice *a, size_t a_count,
                       const struct slice *b, size_t b_count)
{
    for (size_t i = 0; a_count == b_count && i < a_count; i++)
        if (!slice_equal(a[i], b[i]))
            return false;
    return a_count == b_count;
}

static bool same_cause(const struct change_cause *a,
                       const struct change_cause *b)
{
    if (a == NULL || b == NULL)
        return a == b;
    return same_names(a->came, a->came_count, b->came, b->came_count) &&
           same_names(a->went, a->went_count, b->went, b->went_count) &&
           same_names(a->changed, a->changed_count, b->changed,
                      b->changed_count) &&
           slice_equal(a->new_policy, b->new_policy);
}

/* Adds a change that one or both made. */
static void add(struct three_way *t, const struct listed_change *ours,
                const struct listed_change *theirs)
{
    struct change *c = &t->items[t->count++];
    *c = ours != NULL ? ours->change : theirs->change;
    c->since_policy = (ours == NULL || t->ours.since_policy) &&
                      (theirs == NULL || t->theirs.since_policy);
    if (ours == NULL || theirs == NULL) {
        c->by = ours != NULL ? CHANGE_BY_OURS : CHANGE_BY_THEIRS;
        return;
    }
    bool same = slice_equal(c->new_value, theirs->change.new_value);
    c->by = same ? CHANGE_BY_BOTH : CHANGE_BY_CONFLICT;
    if (!same || !same_cause(c->cause, theirs->change.cause))
        c->theirs = &theirs->change;
}

/* By what they are about, and what that was. */
static int compare_places(const struct change *a, const struct change *b)
{
    if (a->kind != b->kind)
        return a->kind < b->kind ? -1 : 1;
    int order = slice_compare(a->field, b->field);
    if (order == 0)
        order = slice_compare(a->reviewer, b->reviewer);
    return order != 0 ? order : slice_compare(a->old_value, b->old_value);
}

static int compare_changes(const void *first, const void *second)
{
    const struct listed_change *const *a = first, *const *b = second;
    int order = compare_places(&(*a)->change, &(*b)->change);
    if (order == 0)
        order = slice_compare((*a)->change.new_value, (*b)->change.new_value);
    return order != 0
               ? order
               : ((*a)->place > (*b)->place) - ((*a)->place < (*b)->place);
}

/* The list in the order of compare_changes; NULL without memory. */
static const struct listed_change **sorted(struct three_way *t,
                                           const struct change_list *l)
{
    const struct listed_change **at =
        arena_array(&t->arena, l->count + 1, sizeof *at);
    for (size_t i = 0; at != NULL && i < l->count; i++)
        at[i] = &l->items[i];
    if (at != NULL && l->count > 1)
        qsort(at, l->count, sizeof *at, compare_changes);
    return at;
}

/*
 * Changes of both sides at one place, of which there are several where a
 * reviewer has several reviews: those that are the same belong together, then
 * the others in their order.
 */
static void add_pairs(struct three_way *t, const struct listed_change **ours,
                      size_t our_count, const struct listed_change **theirs,
                      size_t their_count)
{
    size_t i = 0, j = 0, our_rest = 0, their_rest = 0;
    while (i < our_count || j < their_count) {
        int order = i == our_count ? 1
                    : j == their_count
                        ? -1
                        : slice_compare(ours[i]->change.new_value,
                                        theirs[j]->change.new_value);
        if (order == 0)
            add(t, ours[i++], theirs[j++]);
        else if (order < 0)
            ours[our_rest++] = ours[i++];
        else
            theirs[their_rest++] = theirs[j++];
    }
    for (i = 0; i < our_rest || i < their_rest; i++)
        add(t, i < our_rest ? ours[i] : NULL,
            i < their_rest ? theirs[i] : NULL);
}

/* How many of the changes are at the place of the first. */
static size_t count_alike(const struct listed_change *const *at, size_t count)
{
    size_t n = 1;
    while (n < count && compare_places(&at[0]->change, &at[n]->change) == 0)
        n++;
    return n;
}

static bool merge(struct three_way *t)
{
    const struct listed_change **a = sorted(t, &t->ours);
    const struct listed_change **b = sorted(t, &t->theirs);
    size_t a_count = t->ours.count, b_count = t->theirs.count;
    if (a == NULL || b == NULL)
        return false;
    while (a_count != 0 || b_count != 0) {
        int order = a_count == 0 ? 1
                    : b_count == 0
                        ? -1
                        : compare_places(&a[0]->change, &b[0]->change);
        size_t ours = order <= 0 ? count_alike(a, a_count) : 0;
        size_t theirs = order >= 0 ? count_alike(b, b_count) : 0;
        add_pairs(t, a, ours, b, theirs);
        a += ours;
        a_count -= ours;
        b += theirs;
        b_count -= theirs;
    }
    return true;
}

/* A tool that one side removed and the other changed. */
static bool add_removal_conflict(struct three_way *t, bool by_ours,
                                 struct slice verdict)
{
    for (size_t i = 0; i < t->count; i++) {
        struct change *c = &t->items[i];
        if (c->kind != CHANGE_REMOVED)
            continue;
        struct change *other = arena_array(&t->arena, 1, sizeof *other);
        if (other == NULL)
            return false;
        *other = *c;
        other->new_value = by_ours ? verdict : c->new_value;
        c->new_value = by_ours ? c->new_value : verdict;
        other->cause = NULL;
        c->by = CHANGE_BY_CONFLICT;
        c->theirs = other;
    }
    return true;
}

/* Of a tool that both added, what is different is a conflict each. */
static bool add_differences(struct three_way *t)
{
    for (size_t i = 0; i < t->between.count; i++) {
        const struct change *found = &t->between.items[i].change;
        if (found->kind == CHANGE_FLIPPED)
            continue; /* "added" tells both verdicts already */
        struct change *other = arena_array(&t->arena, 1, sizeof *other);
        if (other == NULL)
            return false;
        *other = *found;
        other->words = NULL;
        other->word_count = 0;
        struct change *c = &t->items[t->count++];
        *c = *other;
        c->old_value = slice_of("null");
        c->new_value = found->old_value;
        c->by = CHANGE_BY_CONFLICT;
        c->theirs = other;
    }
    return true;
}

static struct slice verdict_text(struct three_way *t,
                                 const struct opened_verdict *v)
{
    return changes_string(&t->between, judgement_word(v->verdict.verdict));
}

/* The changes of one side; none where it is as the base. */
static bool list(struct change_list *l, bool brief,
                 const struct opened_verdict *base,
                 const struct opened_verdict *side)
{
    l->brief = brief;
    if (base != NULL || side != NULL)
        return changes_list(l, base, side);
    arena_reset(&l->arena);
    l->count = 0;
    return true;
}

bool three_way_list(struct three_way *t, bool brief,
                    const struct opened_verdict *base,
                    const struct opened_verdict *ours,
                    const struct opened_verdict *theirs)
{
    bool both_added = base == NULL && ours != NULL && theirs != NULL;
    arena_reset(&t->arena);
    t->count = 0;
    if (!list(&t->ours, brief, base, ours) ||
        !list(&t->theirs, brief, base, theirs) ||
        !list(&t->between, brief, both_added ? ours : NULL,
              both_added ? theirs : NULL) ||
        !make_room(t, t->ours.count + t->theirs.count + t->between.count) ||
        !merge(t))
        return false;
    if (both_added)
        return add_differences(t);
    if (base == NULL || (ours == NULL) == (theirs == NULL))
        return true;
    const struct opened_verdict *left = ours == NULL ? theirs : ours;
    size_t changed = ours == NULL ? t->theirs.count : t->ours.count;
    return changed == 0 ||
           (add_removal_conflict(t, ours == NULL, verdict_text(t, left)) &&
            !t->between.failed);
}
