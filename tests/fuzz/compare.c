/*
 * Any lines as verdicts, and before a NUL as a list of pairs: what vdiff makes
 * of them is as many records as there must be, which are read again.
 */
#include <stdint.h>

#include "lib/diff/diff.h"
#include "lib/record/comparison.h"

#include "tests/fuzz/verdicts.h"

enum { TOP = 3 };

/* What was written of a snapshot. */
struct written {
    const struct snapshot *snapshot;
    size_t count;
};

static void check_comparison(struct object *o, struct slice line)
{
    struct arena arena = {0};
    struct comparison c;
    struct diag d = {0};
    require(comparison_read(o, &arena, &c), "no memory");
    require(object_check(o, line, "out", 1, &d), d.message);
    require(slice_compare(c.a.tool, c.b.tool) != 0, "a tool and itself");
    require(c.agree_count + c.split_count <= c.scorecard_count,
            "more reviewers than rows");
    arena_free(&arena);
}

static void check_row(const json_t *row, const char *key, size_t columns)
{
    const json_t *better = json_object_get(row, "better");
    require(json_array_size(json_object_get(row, key)) == columns,
            "a row with another number of cells");
    require(json_is_null(better) || (json_array_size(better) >= 1 &&
                                     json_array_size(better) <= columns),
            "no column is the better one");
}

static void check_matrix(const json_t *record, size_t columns)
{
    const json_t *decision = json_object_get(record, "decision");
    const json_t *scorecard = json_object_get(record, "scorecard");
    const json_t *winner = json_object_get(record, "winner");
    require(json_array_size(json_object_get(record, "tools")) == columns &&
                json_array_size(json_object_get(record, "ranking")) == columns,
            "a matrix without all tools");
    require(json_array_size(winner) >= 1 && json_array_size(winner) <= columns,
            "nobody wins");
    for (size_t i = 0; i < json_array_size(decision); i++)
        check_row(json_array_get(decision, i), "values", columns);
    for (size_t i = 0; i < json_array_size(scorecard); i++)
        check_row(json_array_get(scorecard, i), "cells", columns);
}

static void check_line(struct written *w, struct slice line)
{
    struct diag d = {0};
    struct arena arena = {0};
    bool failed = false;
    json_t *value = tree_read_line(line, "out", 1, &d);
    struct object o = {.value =
                           json_line_read(line, "out", 1, &arena, &failed, &d)};
    at_hand = line;
    require(value != NULL && o.value != NULL, d.message);
    if (slice_is(object_string(&o, "type"), "matrix"))
        check_matrix(value, w->snapshot->count);
    else
        check_comparison(&o, line);
    arena_free(&arena);
    json_decref(value);
    w->count++;
}

static bool take(void *self, struct slice lines)
{
    while (lines.len != 0) {
        const char *end = memchr(lines.at, '\n', lines.len);
        at_hand = lines;
        require(end != NULL, "a line without its end");
        size_t len = (size_t)(end - lines.at);
        check_line(self, slice_from(lines.at, len));
        lines = slice_after(lines, len + 1);
    }
    return true;
}

static void hear(void *self, const struct diag *d)
{
    (void)self;
    (void)d;
}

/* How many records there are; SIZE_MAX when it was refused. */
static size_t compare(const struct snapshot *s, const struct comparing *what,
                      struct diag *d)
{
    const struct listener listener = {hear, NULL};
    struct written w = {.snapshot = s};
    const struct comparing_sink sink = {take, &w};
    size_t count;
    if (!compare_snapshot(s, what, &sink, &listener, &count, d))
        return SIZE_MAX;
    require(count == w.count, "records that were not counted");
    return count;
}

static void compare_all(const struct snapshot *s, struct slice list)
{
    size_t pairs = s->count == 0 ? 0 : s->count * (s->count - 1) / 2;
    struct comparing what = {.workers = 1};
    struct diag d = {0};
    require(compare(s, &what, &d) == pairs, "not all pairs");
    what.brief = true;
    require(compare(s, &what, &d) == pairs, "not all pairs in brief");
    what.top = TOP;
    for (int order = ORDER_CLOSEST; order <= ORDER_MARGIN; order++) {
        what.order = (enum pair_order)order;
        require(compare(s, &what, &d) == (pairs < TOP ? pairs : TOP),
                "not as many as wanted");
    }
    what.top = 0;
    what.choice.pairs = CHOICE_CATEGORY;
    require(compare(s, &what, &d) <= pairs, "more than all pairs");
    what.choice.pairs = CHOICE_LISTED;
    what.choice.list = list;
    what.choice.list_name = "list";
    if (compare(s, &what, &d) == SIZE_MAX)
        require(d.line >= 1 && d.column >= 1, "a refusal that names no place");
    what.choice.pairs = CHOICE_ALL;
    what.matrix = true;
    require(compare(s, &what, &d) == (s->count > 1), "not one matrix");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct slice input = slice_from(size == 0 ? "" : (const char *)data, size);
    const char *end = size == 0 ? NULL : memchr(input.at, '\0', size);
    size_t list = end == NULL ? 0 : (size_t)(end - input.at);
    struct snapshot s = {0};
    read_verdicts(&s, slice_after(input, end == NULL ? 0 : list + 1));
    compare_all(&s, slice_from(input.at, list));
    snapshot_free(&s);
    return 0;
}
