#include "cmd/finished.h"

#include "cmd/verdict_lines.h"

bool finished_fits(const struct finished *f, const struct policies *policies,
                   const struct partials *partials,
                   const struct reports *reports, bool judges, struct diag *d)
{
    if (!f->asked)
        return true;
    if (judges || policies->previous_name != NULL) {
        diag_set(d, NULL, 0, 0,
                 "--finished judges nothing: --previous, --infer and "
                 "--explain do not go with it");
        return false;
    }
    if (policies->name != NULL && reports->report.rank != RANK_BAYES) {
        diag_set(d, NULL, 0, 0,
                 "--finished judges nothing: of a --policy only "
                 "--rank=bayes takes something");
        return false;
    }
    if (partials_asked(partials)) {
        diag_set(d, NULL, 0, 0,
                 "--finished reads verdicts, not what they are made of: "
                 "--partial, --chunk, --expect, --sorted and --uncommitted do "
                 "not go with it");
        return false;
    }
    return true;
}

void finished_free(struct finished *f)
{
    snapshot_free(&f->snapshot);
    arena_free(&f->arena);
    ranked_line_free(&f->ranked);
    bytes_free(&f->text);
    bytes_free(&f->strange);
}

static enum record_answer take_line(void *self, const struct record_line *line,
                                    struct diag *d)
{
    static const struct slice no_key = {NULL, 0};
    struct finished *f = self;
    bool other;
    enum record_answer answer =
        verdict_line_take(f->command, &f->snapshot, line, &other, d);
    if (answer != RECORD_TAKEN)
        return answer;
    f->others += other;
    bool go_on = other ? partials_write_record(f->partials, no_key, line->text)
                       : command_output_ok(f->command);
    return go_on ? RECORD_TAKEN : RECORD_STOP;
}

static bool get_verdict(void *self, size_t index, struct verdict *verdict)
{
    struct finished *f = self;
    const struct snapshot_tool *tool = &f->snapshot.tools[index];
    arena_reset(&f->arena);
    f->line = tool->line;
    if (!snapshot_open(tool, &f->arena, &f->opened))
        return false;
    *verdict = f->opened.verdict;
    if (slice_known(verdict->policy) && f->strange.len == 0 &&
        !slice_equal(verdict->policy, f->reports->report.policy->name))
        bytes_add_slice(&f->strange, verdict->policy);
    return !f->strange.failed;
}

/* Writes the verdict got last, which may have been ranked since. */
static bool write_verdict(void *self, const struct verdict *verdict)
{
    struct finished *f = self;
    const struct report *r = &f->reports->report;
    struct json_writer w = {.out = &f->text};
    bytes_clear(&f->text);
    if (r->brief)
        verdict_write(&w, verdict, VERDICT_BRIEF);
    else if (r->rank == RANK_NONE)
        bytes_add_slice(&f->text, f->line);
    else if (!ranked_line_add(&f->ranked, f->line, &verdict->rank, &f->text))
        f->text.failed = true;
    if (f->text.failed)
        return false;
    return partials_write_record(f->partials, verdict->tool,
                                 bytes_slice(&f->text));
}

static bool write_record(void *self, struct slice record)
{
    static const struct slice no_key = {NULL, 0};
    struct finished *f = self;
    return partials_write_record(f->partials, no_key, record);
}

/* A verdict says which policy decided, but not what that one's minimum is. */
static void note_strange(const struct finished *f, struct command *c)
{
    struct diag d;
    const struct report *r = &f->reports->report;
    if (c->broken || r->rank != RANK_BAYES || f->strange.len == 0)
        return;
    diag_set(&d, NULL, 0, 0,
             "verdicts by '%.*s' are ranked with the minimum of '%.*s' "
             "(--policy)",
             f->strange.len < 60 ? (int)f->strange.len : 60, f->strange.at,
             (int)r->policy->name.len, r->policy->name.at);
    command_note(c, &d);
}

void finished_run(struct finished *f, struct command *c, struct reports *r,
                  struct partials *p)
{
    const struct report_sink sink = {write_verdict, write_record, f};
    struct diag d;
    f->command = c;
    f->reports = r;
    f->partials = p;
    if (!command_read_records(c, take_line, f))
        return;
    snapshot_order(&f->snapshot);
    const struct verdict_list list = {
        .count = f->snapshot.count, .get = get_verdict, .self = f};
    reports_write(r, c, &list, &sink);
    if (f->text.failed) {
        diag_no_memory(&d);
        command_fail(c, &d);
    }
    reports_finish(r, c);
    note_strange(f, c);
    if (c->broken || f->others == 0 || list.count != 0)
        return;
    diag_set(&d, NULL, 0, 0,
             "no verdict among the records: vscore without --finished makes "
             "them");
    command_note(c, &d);
}
