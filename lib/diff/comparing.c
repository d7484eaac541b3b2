#include "lib/diff/comparing.h"

#include <stdlib.h>

#include "lib/diff/comparing_run.h"

/* Whether only the tools that are named are needed. */
static bool needs_named_only(const struct comparing_run *run)
{
    return run->chosen.is_listed ||
           (run->what->matrix && run->chosen.name_count > 1);
}

/* A flag for each tool that is needed; NULL without memory. */
static bool *make_wanted(const struct comparing_run *run)
{
    const struct chosen *chosen = &run->chosen;
    bool *wanted = calloc(run->lineup.count + 1, sizeof *wanted);
    if (wanted == NULL)
        return NULL;
    for (size_t i = 0; i < run->lineup.count; i++)
        wanted[i] = !needs_named_only(run);
    for (size_t i = 0; i < chosen->name_count; i++)
        wanted[chosen->names[i]] = true;
    for (size_t i = 0; i < chosen->listed_count; i++)
        wanted[chosen->listed[i].a] = wanted[chosen->listed[i].b] = true;
    return wanted;
}

static bool prepare(struct comparing_run *run, struct diag *d)
{
    bool *wanted = make_wanted(run);
    bool ok = wanted != NULL && contenders_make(&run->contenders, &run->lineup,
                                                wanted, run->what->brief);
    if (!ok)
        diag_no_memory(d);
    free(wanted);
    return ok;
}

static bool is_named(const struct chosen *chosen, size_t place)
{
    for (size_t i = 0; i < chosen->name_count; i++)
        if (chosen->names[i] == place)
            return true;
    return chosen->name_count == 0;
}

/* Tools without a category are in no pair of one category. */
static void tell_left_out(const struct comparing_run *run,
                          const struct listener *listener)
{
    size_t count = 0;
    struct diag d;
    for (size_t i = 0; i < run->lineup.count; i++) {
        struct slice key = run->lineup.tools[i]->key;
        if (run->contenders.categories[i] != POOL_UNKNOWN ||
            !is_named(&run->chosen, i))
            continue;
        diag_set(&d, NULL, 0, 0, "'%.*s' has no category",
                 (int)(key.len < 100 ? key.len : 100), key.at);
        listener_tell(listener, &d);
        count++;
    }
    if (count == 0)
        return;
    diag_set(&d, NULL, 0, 0, "tools left out, as they have no category: %zu",
             count);
    listener_tell(listener, &d);
}

bool compare_snapshot(const struct snapshot *s, const struct comparing *what,
                      const struct comparing_sink *sink,
                      const struct listener *listener, size_t *count,
                      struct diag *d)
{
    struct comparing_run run = {.what = what, .sink = sink};
    bool ok = lineup_make(&run.lineup, s);
    if (!ok)
        diag_no_memory(d);
    ok = ok &&
         choice_resolve(&what->choice, &run.lineup, &run.chosen, listener, d) &&
         prepare(&run, d);
    if (ok && what->choice.pairs == CHOICE_CATEGORY)
        tell_left_out(&run, listener);
    ok = ok && (what->matrix ? comparing_write_matrices(&run, d)
                             : comparing_write_pairs(&run, d));
    *count = run.count;
    contenders_free(&run.contenders);
    chosen_free(&run.chosen);
    lineup_free(&run.lineup);
    return ok;
}
