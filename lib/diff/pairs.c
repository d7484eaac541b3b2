#include <stdlib.h>

#include "lib/diff/compare.h"
#include "lib/diff/diff.h"

/*
 * All verdicts that were needed so far.  They stay open, as among all pairs
 * each is needed again and again.
 */
struct opened_list {
    const struct snapshot *snapshot;
    struct opened_verdict *verdicts; /* one for each tool */
    struct arena arena;
};

static void close_all(struct opened_list *l)
{
    if (l->verdicts != NULL)
        for (size_t i = 0; i < l->snapshot->count; i++)
            snapshot_close(&l->verdicts[i]);
    free(l->verdicts);
    arena_free(&l->arena);
}

/* NULL when there is no memory. */
static const struct verdict *open_place(struct opened_list *l, size_t place)
{
    struct opened_verdict *v = &l->verdicts[place];
    if (v->record == NULL &&
        !snapshot_open(&l->snapshot->tools[place], &l->arena, v))
        return NULL;
    return &v->verdict;
}

/* What is used again for every pair. */
struct pair_work {
    struct opened_list opened;
    struct comparer comparer;
    struct bytes record;
};

static enum diff_result hand_out_pair(struct pair_work *work,
                                      struct tool_pair pair, bool brief,
                                      const struct diff_sink *sink)
{
    struct comparison c;
    struct json_writer w = {.out = &work->record};
    const struct verdict *a = open_place(&work->opened, pair.a);
    const struct verdict *b = open_place(&work->opened, pair.b);
    if (a == NULL || b == NULL ||
        !compare_verdicts(&work->comparer, a, b, brief, &c))
        return DIFF_NO_MEMORY;
    bytes_clear(&work->record);
    comparison_write(&w, &c);
    return diff_hand_out(sink, &work->record);
}

enum diff_result diff_pairs(const struct snapshot *s, struct pair_list *pairs,
                            bool brief, const struct diff_sink *sink)
{
    struct pair_work work = {.opened = {.snapshot = s}};
    struct tool_pair pair;
    enum diff_result result = DIFF_NO_MEMORY;
    work.opened.verdicts = calloc(s->count + 1, sizeof *work.opened.verdicts);
    if (work.opened.verdicts != NULL)
        result = DIFF_DONE;
    while (result == DIFF_DONE && pair_list_next(pairs, &pair))
        result = hand_out_pair(&work, pair, brief, sink);
    close_all(&work.opened);
    comparer_free(&work.comparer);
    bytes_free(&work.record);
    return result;
}
