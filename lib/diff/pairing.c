#include "lib/diff/pairing.h"

#include <stdlib.h>

/* A table that one long panel made large is not kept for all the others. */
enum { TABLE_KEPT = 256 };

void pairing_free(struct pairing *p)
{
    free(p->of_a);
    free(p->of_b);
    free(p->next);
    table_free(&p->first);
    *p = (struct pairing){0};
}

static bool grow(size_t **array, size_t cap)
{
    size_t *larger = realloc(*array, cap * sizeof **array);
    if (larger != NULL)
        *array = larger;
    return larger != NULL;
}

static bool make_room(struct pairing *p, size_t count)
{
    if (count <= p->cap)
        return true;
    size_t cap = count < 16 ? 16 : count;
    if (!grow(&p->of_a, cap) || !grow(&p->of_b, cap) || !grow(&p->next, cap))
        return false;
    p->cap = cap;
    return true;
}

bool pairing_start(struct pairing *p, const struct verdict *a,
                   const struct verdict *b)
{
    size_t longer =
        a->panel_count > b->panel_count ? a->panel_count : b->panel_count;
    if (!make_room(p, longer + 1))
        return false;
    p->a = a;
    p->b = b;
    for (size_t i = 0; i < a->panel_count; i++)
        p->of_a[i] = PAIRING_NONE;
    for (size_t i = 0; i < b->panel_count; i++)
        p->of_b[i] = PAIRING_NONE;
    return true;
}

/* Chains b's reviews of each name, from the last to the first. */
static bool chain(struct pairing *p, pairing_name *name)
{
    if (p->first.cap > TABLE_KEPT)
        table_free(&p->first);
    table_clear(&p->first);
    for (size_t i = p->b->panel_count; i-- > 0;) {
        struct slice key = name(&p->b->panel[i]);
        if (p->of_b[i] != PAIRING_NONE || !slice_known(key))
            continue;
        bool added;
        size_t *first = table_add(&p->first, key, PAIRING_NONE, &added);
        if (first == NULL)
            return false;
        p->next[i] = *first;
        *first = i;
    }
    return true;
}

bool pairing_match(struct pairing *p, pairing_name *name)
{
    if (!chain(p, name))
        return false;
    for (size_t i = 0; i < p->a->panel_count; i++) {
        struct slice key = name(&p->a->panel[i]);
        if (p->of_a[i] != PAIRING_NONE || !slice_known(key))
            continue;
        size_t *first = table_find(&p->first, key);
        if (first == NULL || *first == PAIRING_NONE)
            continue;
        p->of_a[i] = *first;
        p->of_b[*first] = i;
        *first = p->next[*first];
    }
    return true;
}

struct slice pairing_by_reviewer(const struct panel_review *r)
{
    return r->reviewer;
}

struct slice pairing_by_identity(const struct panel_review *r)
{
    return slice_known(r->id) ? r->id : r->text;
}

struct slice pairing_by_place(const struct panel_review *r)
{
    static const struct slice unknown = {NULL, 0}, nameless = SLICE("");
    bool named =
        slice_known(r->reviewer) || slice_known(r->id) || slice_known(r->text);
    return named ? unknown : nameless;
}
