#include <stdlib.h>

#include "lib/diff/compare.h"
#include "lib/diff/comparing_run.h"

/* Tools with their categories, to be put in order. */
struct member {
    const struct contenders *all;
    size_t place;
};

static uint32_t category_of(const struct member *m)
{
    return m->all->categories[m->place];
}

static int by_category(const void *a, const void *b)
{
    const struct member *first = a, *second = b;
    int order = pool_compare(&first->all->category_names, category_of(first),
                             category_of(second));
    if (order != 0)
        return order;
    return (first->place > second->place) - (first->place < second->place);
}

/* A matrix of tools, if there are enough of them. */
static bool write_matrix(struct comparing_run *run, struct comparer *comparer,
                         const struct contender *const *tools, size_t count,
                         struct diag *d)
{
    struct bytes record = {0};
    struct side_by_side s;
    if (count < 2)
        return true;
    enum compare_result result = compare_contenders(comparer, tools, count, &s);
    if (result == COMPARE_TOO_MANY) {
        diag_set(d, NULL, 0, 0,
                 "--matrix: the scorecard of %zu tools has more than %d cells",
                 count, COMPARE_CELLS_MOST);
        return false;
    }
    if (result == COMPARE_DONE) {
        matrix_add(&record, &s);
        bytes_add_byte(&record, '\n');
    }
    bool ok = result == COMPARE_DONE && !record.failed;
    run->count++;
    if (!ok)
        diag_no_memory(d);
    else
        run->sink->take(run->sink->self, bytes_slice(&record));
    bytes_free(&record);
    return ok;
}

/* The tools that are named; one alone with all the others behind it. */
static size_t list_tools(const struct comparing_run *run,
                         const struct contender **tools)
{
    const struct chosen *chosen = &run->chosen;
    const struct contender *of = run->contenders.of;
    size_t count = 0;
    for (size_t i = 0; i < chosen->name_count; i++)
        tools[count++] = &of[chosen->names[i]];
    for (size_t i = 0; i < run->lineup.count && chosen->name_count < 2; i++)
        if (chosen->name_count == 0 || i != chosen->names[0])
            tools[count++] = &of[i];
    return count;
}

static bool write_categories(struct comparing_run *run,
                             struct comparer *comparer,
                             const struct contender **tools,
                             struct member *members, struct diag *d)
{
    size_t count = run->lineup.count, from = 0;
    for (size_t i = 0; i < count; i++)
        members[i] = (struct member){&run->contenders, i};
    if (count != 0)
        qsort(members, count, sizeof *members, by_category);
    for (size_t i = 0; i < count; i++) {
        tools[i] = &run->contenders.of[members[i].place];
        uint32_t category = category_of(&members[i]);
        if (i + 1 < count && category_of(&members[i + 1]) == category)
            continue;
        if (category != POOL_UNKNOWN &&
            !write_matrix(run, comparer, tools + from, i + 1 - from, d))
            return false;
        from = i + 1;
    }
    return true;
}

bool comparing_write_matrices(struct comparing_run *run, struct diag *d)
{
    struct comparer comparer = {0};
    size_t most = run->lineup.count + run->chosen.name_count + 1;
    const struct contender **tools = calloc(most, sizeof *tools);
    struct member *members = calloc(most, sizeof *members);
    bool ok = tools != NULL && members != NULL &&
              comparer_start(&comparer, run->contenders.judge_count);
    if (!ok)
        diag_no_memory(d);
    else if (run->what->choice.pairs == CHOICE_CATEGORY)
        ok = write_categories(run, &comparer, tools, members, d);
    else
        ok = write_matrix(run, &comparer, tools, list_tools(run, tools), d);
    comparer_free(&comparer);
    free(tools);
    free(members);
    return ok;
}
