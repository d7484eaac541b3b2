#include <stdlib.h>

#include "lib/diff/apply_state.h"
#include "lib/diff/moves.h"

/*
 * Who stands behind whom of those that do not stand in their usual place: of
 * each tool the next, and at the end of the array who is the first of all.
 */
struct followers {
    size_t *next; /* APPLY_NONE: as usual */
    bool *moved;
};

static bool note_moved(struct apply *a, const struct patched_tool *t,
                       struct followers *f)
{
    size_t after = a->index.count;
    if (slice_known(t->after))
        after = tool_index_find(&a->index, t->after);
    if (after == SIZE_MAX || f->next[after] != APPLY_NONE) {
        apply_refuse(a, t->patch_number,
                     "'%.*s' cannot stand where its patch has it",
                     DIAG_SHOWN(t->tool));
        return false;
    }
    f->next[after] = t->in_index;
    f->moved[t->in_index] = true;
    return true;
}

static void add_chain(const struct followers *f, size_t from, size_t *order,
                      size_t *count)
{
    for (size_t at = f->next[from]; at != APPLY_NONE; at = f->next[at])
        order[(*count)++] = at;
}

/* Every tool follows one at most, so none can be listed twice. */
static size_t list(const struct apply *a, const struct followers *f,
                   const size_t *usual, size_t usual_count, size_t *order)
{
    size_t count = 0;
    add_chain(f, a->index.count, order, &count);
    for (size_t i = 0; i < usual_count; i++) {
        if (f->moved[usual[i]])
            continue;
        order[count++] = usual[i];
        add_chain(f, usual[i], order, &count);
    }
    return count;
}

static bool fill(struct apply *a, struct followers *f)
{
    for (size_t i = 0; i <= a->index.count; i++)
        f->next[i] = APPLY_NONE;
    for (size_t i = 0; i < a->tool_count; i++)
        if (a->tools[i].moved && slice_known(a->tools[i].new_line) &&
            !note_moved(a, &a->tools[i], f))
            return false;
    return true;
}

size_t *apply_order(struct apply *a, size_t *count)
{
    size_t usual_count;
    size_t *usual = moves_usual_order(&a->index, &usual_count);
    size_t *order = calloc(a->index.count + 1, sizeof *order);
    struct followers f = {.next = calloc(a->index.count + 1, sizeof *f.next),
                          .moved = calloc(a->index.count + 1, sizeof *f.moved)};
    bool ok = usual != NULL && order != NULL && f.next != NULL &&
              f.moved != NULL && fill(a, &f);
    if (ok) {
        *count = list(a, &f, usual, usual_count, order);
        ok = *count == usual_count;
        if (!ok)
            apply_refuse(a, 0, "the places of its verdicts make no order");
    }
    free(usual);
    free(f.next);
    free(f.moved);
    if (!ok) {
        free(order);
        order = NULL;
    }
    return order;
}
