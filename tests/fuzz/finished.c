/*
 * Any lines as verdicts written before: every report on them is JSON, and a
 * rank put into a line is what is read back, with all else as it was.
 */
#include <stdint.h>

#include "lib/record/ranked_line.h"
#include "lib/score/report.h"

#include "tests/fuzz/verdicts.h"

struct finished {
    struct snapshot snapshot;
    struct slice line;
    struct opened_verdict opened;
    struct arena arena;
};

static bool get(void *self, size_t index, struct verdict *v)
{
    struct finished *f = self;
    arena_reset(&f->arena);
    f->line = at_hand = f->snapshot.tools[index].line;
    require(snapshot_open(&f->snapshot.tools[index], &f->arena, &f->opened),
            "a verdict that was taken is not read again");
    *v = f->opened.verdict;
    return true;
}

static json_t *value_of(struct slice text)
{
    struct diag d = {0};
    json_t *value = tree_read_line(text, "out", 1, &d);
    at_hand = text;
    require(value != NULL, d.message);
    return value;
}

static void leave_out_rank(json_t *record)
{
    json_object_del(record, "rank");
    json_object_del(record, "ranked");
}

static bool take_verdict(void *self, const struct verdict *v)
{
    const struct finished *f = self;
    static struct ranked_line ranked;
    struct bytes text = {0};
    require(ranked_line_add(&ranked, f->line, &v->rank, &text), "no memory");
    json_t *before = value_of(f->line), *after = value_of(bytes_slice(&text));
    require(json_integer_value(json_object_get(after, "rank")) == v->rank.place,
            "another rank is read than was written");
    leave_out_rank(before);
    leave_out_rank(after);
    require(json_equal(before, after), "a rank changes other members");
    json_decref(before);
    json_decref(after);
    bytes_free(&text);
    return true;
}

static bool take_record(void *self, struct slice record)
{
    (void)self;
    json_decref(value_of(record));
    return true;
}

static void hear(void *self, const struct diag *d)
{
    (void)self;
    (void)d;
}

static void write_report(struct finished *f, enum report_kind kind,
                         enum rank_by rank, const char *by)
{
    static struct policy policy;
    const struct listener listener = {hear, NULL};
    const struct report_sink sink = {take_verdict, take_record, f};
    const struct verdict_list list = {
        .count = f->snapshot.count, .get = get, .self = f};
    struct selection selection = {0};
    struct grouping grouping = {0};
    struct report_counts counts;
    struct diag d = {0};
    require(policy.name.at != NULL ||
                policy_read(&policy, policy_default_text(), NULL, &d),
            d.message);
    require(by == NULL || grouping_read(&grouping, by, &d), d.message);
    const struct report report = {.kind = kind,
                                  .selection = &selection,
                                  .grouping = &grouping,
                                  .rank = rank,
                                  .policy = &policy};
    require(report_write(&report, &list, &sink, &listener, &counts, &d) ==
                REPORT_DONE,
            "a report that is not done");
    selection_free(&selection);
    grouping_free(&grouping);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct finished f = {0};
    read_verdicts(&f.snapshot,
                  slice_from(size == 0 ? "" : (const char *)data, size));
    snapshot_order(&f.snapshot);
    for (int rank = RANK_NONE; rank <= RANK_SHIP; rank++) {
        write_report(&f, REPORT_VERDICTS, (enum rank_by)rank, NULL);
        write_report(&f, REPORT_GROUPS, (enum rank_by)rank, "category,verdict");
        write_report(&f, REPORT_GROUPS, (enum rank_by)rank, "reviewer");
    }
    write_report(&f, REPORT_AGREEMENT, RANK_NONE, NULL);
    write_report(&f, REPORT_AUDIT, RANK_NONE, NULL);
    snapshot_free(&f.snapshot);
    arena_free(&f.arena);
    return 0;
}
