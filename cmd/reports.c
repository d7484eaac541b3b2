#include "cmd/reports.h"

#include <stdlib.h>

#include "lib/io/input.h"

enum { CONDITIONS_MOST = 64, ONLY_MOST = 64 * 1024 * 1024 };

static const unsigned long long COUNT_MOST = 1000000000000000;

static bool take_by(struct reports *r, const char *names, struct diag *d)
{
    if (r->grouping.name_count != 0) {
        diag_set(d, NULL, 0, 0, "--by may be given only once");
        return false;
    }
    r->report.grouping = &r->grouping;
    return grouping_read(&r->grouping, names, d);
}

static bool take_rank(struct reports *r, const char *word, struct diag *d)
{
    if (rank_read_word(slice_of(word), &r->report.rank))
        return true;
    diag_set(d, NULL, 0, 0,
             "--rank: '%.60s' is none of wilson, mean, bayes, ship", word);
    return false;
}

/* Conditions stay where they are, so there is room for all of them at once. */
static bool take_where(struct reports *r, const char *text, struct diag *d)
{
    struct selection *s = &r->selection;
    if (s->condition_count == CONDITIONS_MOST) {
        diag_set(d, NULL, 0, 0, "--where: more than %d conditions",
                 CONDITIONS_MOST);
        return false;
    }
    if (s->conditions == NULL)
        s->conditions = calloc(CONDITIONS_MOST, sizeof *s->conditions);
    if (s->conditions == NULL) {
        diag_no_memory(d);
        return false;
    }
    return condition_read(&s->conditions[s->condition_count++], text, d);
}

static bool take_count(const char *option, const char *argument,
                       unsigned long long least, int64_t *count, struct diag *d)
{
    unsigned long long number;
    if (!command_read_number(option, argument, least, COUNT_MOST, &number, d))
        return false;
    *count = (int64_t)number;
    return true;
}

static bool take_kind(struct reports *r, enum report_kind kind, struct diag *d)
{
    if (r->report.kind == REPORT_VERDICTS || r->report.kind == kind) {
        r->report.kind = kind;
        return true;
    }
    diag_set(d, NULL, 0, 0, "--agreement and --audit are two reports");
    return false;
}

bool reports_take(struct reports *r, int option, const char *argument,
                  struct diag *d)
{
    switch (option) {
    case OPTION_BY:
        return take_by(r, argument, d);
    case OPTION_RANK:
        return take_rank(r, argument, d);
    case OPTION_TOP:
        return take_count("--top", argument, 1, &r->report.top, d);
    case OPTION_MIN:
        return take_count("--min", argument, 0, &r->report.least, d);
    case OPTION_ONLY:
        r->only_name = argument;
        return true;
    case OPTION_WHERE:
        return take_where(r, argument, d);
    case OPTION_AGREEMENT:
        return take_kind(r, REPORT_AGREEMENT, d);
    default:
        return take_kind(r, REPORT_AUDIT, d);
    }
}

/* What does not go together; NULL when all does. */
static const char *contradiction(const struct report *r, bool explain)
{
    if (r->kind == REPORT_AGREEMENT || r->kind == REPORT_AUDIT) {
        if (r->grouping != NULL)
            return "--by does not go with --agreement and --audit";
        if (r->rank != RANK_NONE || r->top != 0)
            return "--rank and --top do not go with --agreement and --audit";
    }
    if (explain && r->kind != REPORT_VERDICTS)
        return "--explain is about verdicts, one a tool";
    return NULL;
}

/* A record a tool is what there is without --by. */
static void settle_kind(struct report *r)
{
    if (r->grouping != NULL && r->grouping->name_count == 1 &&
        slice_is(r->grouping->names[0], "tool"))
        r->grouping = NULL;
    if (r->grouping != NULL && r->kind == REPORT_VERDICTS)
        r->kind = REPORT_GROUPS;
    if (r->top != 0 && r->rank == RANK_NONE)
        r->rank = RANK_WILSON;
}

static bool read_only(struct reports *r, struct diag *d)
{
    int fd = input_open(r->only_name, d);
    if (fd < 0)
        return false;
    enum input_result result =
        input_read_all(fd, r->only_name, ONLY_MOST, &r->only_text, d);
    input_close(fd);
    if (result == INPUT_TOO_LARGE)
        diag_set(d, r->only_name, 0, 0, "too large for a list of tools");
    if (result != INPUT_READ)
        return false;
    r->selection.only = &r->only;
    if (bookmarks_read(&r->only, bytes_slice(&r->only_text), r->only_name))
        return true;
    diag_no_memory(d);
    return false;
}

bool reports_start(struct reports *r, struct command *c, bool explain,
                   const struct policy *policy)
{
    struct diag d;
    const char *wrong = contradiction(&r->report, explain);
    settle_kind(&r->report);
    if (wrong == NULL)
        wrong = contradiction(&r->report, explain);
    r->report.selection = &r->selection;
    r->report.policy = policy;
    if (wrong != NULL) {
        diag_set(&d, NULL, 0, 0, "%s", wrong);
        command_fail(c, &d);
        return false;
    }
    if (r->only_name == NULL)
        return true;
    if (command_input_is_free(c, "--only", r->only_name, &d) &&
        read_only(r, &d))
        return true;
    command_fail(c, &d);
    return false;
}

void reports_free(struct reports *r)
{
    free(r->selection.conditions);
    selection_free(&r->selection);
    grouping_free(&r->grouping);
    bookmarks_free(&r->only);
    bytes_free(&r->only_text);
}

bool reports_want_all(const struct reports *r)
{
    return r->report.kind == REPORT_VERDICTS && r->report.rank == RANK_NONE &&
           r->report.least <= 0 && r->selection.only == NULL &&
           r->selection.condition_count == 0;
}

void reports_write(struct reports *r, struct command *c,
                   const struct verdict_list *list,
                   const struct report_sink *sink)
{
    struct report_counts counts;
    struct diag d;
    switch (report_write(&r->report, list, sink, &c->listener, &counts, &d)) {
    case REPORT_NO_MEMORY:
        diag_no_memory(&d);
        command_fail(c, &d);
        break;
    case REPORT_REFUSED:
        command_fail(c, &d);
        break;
    case REPORT_DONE:
    case REPORT_STOPPED:
        break;
    }
    /* An audit may find something every day: only --strict minds. */
    if (counts.missing != 0 || (counts.findings != 0 && c->stream.strict))
        c->found = true;
}

void reports_finish(const struct reports *r, struct command *c)
{
    if (!c->broken && command_output_ok(c))
        report_tell_slips(&r->report, &c->listener);
}
