#include "lib/diff/changes.h"

#include <stdlib.h>

#include "lib/base/array.h"

void change_list_free(struct change_list *l)
{
    free(l->items);
    arena_free(&l->arena);
    pairing_free(&l->pairing);
    bytes_free(&l->old_text);
    bytes_free(&l->new_text);
    *l = (struct change_list){0};
}

struct change *changes_add(struct change_list *l, enum change_kind kind,
                           struct slice field, struct slice old_value,
                           struct slice new_value)
{
    struct listed_change *items =
        array_room(l->items, l->count, &l->cap, sizeof *items);
    if (items == NULL) {
        l->failed = true;
        return NULL;
    }
    l->items = items;
    struct listed_change *added = &items[l->count];
    *added = (struct listed_change){
        .change = {.tool = l->tool,
                   .name = l->name,
                   .kind = kind,
                   .field = field,
                   .old_value = old_value,
                   .new_value = new_value},
        .place = l->count,
    };
    l->count++;
    return &added->change;
}

struct slice changes_text(struct change_list *l, const struct bytes *text)
{
    l->failed = l->failed || text->failed;
    return arena_copy(&l->arena, bytes_slice(text), &l->failed);
}

struct slice changes_string(struct change_list *l, struct slice s)
{
    if (!slice_known(s))
        return slice_of("null");
    bytes_clear(&l->old_text);
    json_add_string(&l->old_text, s);
    return changes_text(l, &l->old_text);
}

/* A tool that is in one of the snapshots only. */
static void add_tool(struct change_list *l, enum change_kind kind,
                     const struct verdict *v)
{
    struct slice word = changes_string(l, judgement_word(v->verdict));
    struct slice nothing = slice_of("null");
    bool added = kind == CHANGE_ADDED;
    changes_add(l, kind, slice_of("verdict"), added ? nothing : word,
                added ? word : nothing);
}

/* qsort keeps no order of its own, so the place of finding decides last. */
static int compare_changes(const void *first, const void *second)
{
    const struct listed_change *a = first, *b = second;
    if (a->change.kind != b->change.kind)
        return a->change.kind < b->change.kind ? -1 : 1;
    int order = slice_compare(a->change.field, b->change.field);
    if (order == 0)
        order = slice_compare(a->change.reviewer, b->change.reviewer);
    return order != 0 ? order : (a->place > b->place) - (a->place < b->place);
}

/*
 * The surest first: an id is made of the text, so it finds a review whoever
 * is known to have written it; only then is a reviewer's other text a new one
 * for the old.
 */
static bool pair_reviews(struct pairing *p, const struct verdict *a,
                         const struct verdict *b)
{
    return pairing_start(p, a, b) && pairing_match(p, pairing_by_identity) &&
           pairing_match(p, pairing_by_reviewer) &&
           pairing_match(p, pairing_by_place);
}

bool changes_list(struct change_list *l, const struct opened_verdict *old_tool,
                  const struct opened_verdict *new_tool)
{
    const struct opened_verdict *newest =
        new_tool != NULL ? new_tool : old_tool;
    arena_reset(&l->arena);
    l->count = 0;
    l->since_policy = false;
    l->tool = newest->verdict.tool;
    l->name = newest->verdict.name;
    if (old_tool == NULL) {
        add_tool(l, CHANGE_ADDED, &new_tool->verdict);
    } else if (new_tool == NULL) {
        add_tool(l, CHANGE_REMOVED, &old_tool->verdict);
    } else {
        if (!pair_reviews(&l->pairing, &old_tool->verdict, &new_tool->verdict))
            return false;
        changes_add_members(l, old_tool, new_tool);
        changes_add_others(l, CHANGE_FACT, old_tool->verdict.others,
                           new_tool->verdict.others, slice_from(NULL, 0));
        changes_add_reviews(l, old_tool, new_tool);
        l->since_policy =
            changes_since_policy(l, &old_tool->verdict, &new_tool->verdict);
    }
    if (l->count > 1)
        qsort(l->items, l->count, sizeof *l->items, compare_changes);
    return !l->failed;
}
