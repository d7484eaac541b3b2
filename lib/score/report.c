#include "lib/score/report.h"

#include <stdlib.h>

#include "lib/score/agreement.h"
#include "lib/score/audit.h"

/* One report at work. */
struct writing {
    const struct report *report;
    const struct verdict_list *list;
    const struct report_sink *sink;
    struct report_counts *counts;
    struct bytes record;
    bool no_memory, stopped;
};

/*
 * Gets the next verdict that is asked for, from `*index` on, and moves it
 * behind.  False at the end and without memory.
 */
static bool next_verdict(struct writing *w, size_t *index, struct verdict *v)
{
    const struct report *r = w->report;
    while (!w->no_memory && !w->stopped && *index < w->list->count) {
        size_t at = (*index)++;
        if (!w->list->get(w->list->self, at, v))
            w->no_memory = true;
        else if (selection_takes(r->selection, v, at, &w->no_memory) &&
                 (r->kind == REPORT_GROUPS || r->least == 0 ||
                  v->reviews >= r->least))
            return true;
    }
    return false;
}

static void hand_out(struct writing *w)
{
    w->no_memory = w->no_memory || w->record.failed;
    w->stopped = w->stopped || w->no_memory ||
                 !w->sink->take_record(w->sink->self, bytes_slice(&w->record));
}

/* Weighted figures stand for plain ones, as they do where they decide. */
static struct rank_figures figures_of(const struct verdict *v)
{
    bool weighted_share = v->weighted_ship_pct != DECIMAL_UNKNOWN;
    bool weighted_score = v->weighted_score != DECIMAL_UNKNOWN;
    struct rank_figures f = {
        .low = v->interval_low,
        .share = weighted_share ? v->weighted_ship_pct : v->ship_pct,
        .mean = weighted_score ? v->weighted_score : v->score.mean};
    for (size_t i = 0; i < v->panel_count; i++) {
        if (v->panel[i].score != DECIMAL_UNKNOWN) {
            f.score_sum += v->panel[i].score;
            f.score_count++;
        }
    }
    return f;
}

/* Rows to be ranked, in a list that grows. */
struct rows {
    struct rank_row *at;
    size_t count, cap;
};

static bool add_row(struct rows *rows, struct rank_row row)
{
    if (rows->count == rows->cap) {
        size_t cap = rows->cap == 0 ? 64 : rows->cap * 2;
        struct rank_row *larger = realloc(rows->at, cap * sizeof *larger);
        if (larger == NULL)
            return false;
        rows->at = larger;
        rows->cap = cap;
    }
    rows->at[rows->count++] = row;
    return true;
}

/* Orders the rows, and leaves out those behind the last place asked for. */
static int64_t rank(const struct report *r, struct rows *rows)
{
    int64_t placed = 0;
    rank_rows(r->rank, r->policy->minimum, rows->at, rows->count);
    for (size_t i = 0; i < rows->count; i++)
        placed += rows->at[i].place != 0;
    while (r->top != 0 && rows->count != 0 &&
           (rows->at[rows->count - 1].place == 0 ||
            rows->at[rows->count - 1].place > r->top))
        rows->count--;
    return placed;
}

static struct rank rank_of(const struct report *r, const struct rank_row *row,
                           int64_t placed)
{
    struct rank rank = {0};
    if (row->place != 0)
        rank = (struct rank){row->place, placed, r->rank, row->value};
    return rank;
}

static void write_ranked(struct writing *w)
{
    const struct report *r = w->report;
    struct rows rows = {0};
    struct verdict v;
    for (size_t i = 0; next_verdict(w, &i, &v);) {
        struct rank_figures figures = figures_of(&v);
        if (!add_row(&rows, rank_row_of(r->rank, &figures, i - 1)))
            w->no_memory = true;
    }
    int64_t placed = w->no_memory ? 0 : rank(r, &rows);
    for (size_t i = 0; i < rows.count && !w->no_memory && !w->stopped; i++) {
        if (!w->list->get(w->list->self, rows.at[i].item, &v)) {
            w->no_memory = true;
            break;
        }
        v.rank = rank_of(r, &rows.at[i], placed);
        w->stopped = !w->sink->take_verdict(w->sink->self, &v);
    }
    free(rows.at);
}

static void write_verdicts(struct writing *w)
{
    struct verdict v;
    if (w->report->rank != RANK_NONE) {
        write_ranked(w);
        return;
    }
    for (size_t i = 0; next_verdict(w, &i, &v);)
        w->stopped = !w->sink->take_verdict(w->sink->self, &v);
}

static void write_group(struct writing *w, struct group_record *g)
{
    struct json_writer out = {.out = &w->record};
    bytes_clear(&w->record);
    group_write(&out, g);
    hand_out(w);
}

static void write_groups(struct writing *w)
{
    const struct report *r = w->report;
    struct grouping *g = r->grouping;
    struct rows rows = {0};
    struct verdict v;
    for (size_t i = 0; next_verdict(w, &i, &v);)
        w->no_memory = !grouping_add(g, &v);
    w->no_memory = w->no_memory || !grouping_finish(g);
    for (size_t i = 0; i < g->group_count && !w->no_memory; i++) {
        struct rank_figures figures = grouping_figures(g, i);
        if (grouping_record(g, i).reviews >= r->least)
            w->no_memory = !add_row(&rows, rank_row_of(r->rank, &figures, i));
    }
    int64_t placed = 0;
    if (!w->no_memory && r->rank != RANK_NONE)
        placed = rank(r, &rows);
    for (size_t i = 0; i < rows.count && !w->no_memory && !w->stopped; i++) {
        struct group_record record = grouping_record(g, rows.at[i].item);
        record.rank = rank_of(r, &rows.at[i], placed);
        write_group(w, &record);
    }
    free(rows.at);
}

static void write_agreement(struct writing *w)
{
    struct panel_agreement agreement = {0};
    struct json_writer out = {.out = &w->record};
    struct verdict v;
    for (size_t i = 0; next_verdict(w, &i, &v);)
        w->no_memory = !panel_agreement_add(&agreement, &v);
    if (!w->no_memory) {
        struct agreement_record record = panel_agreement_record(&agreement);
        agreement_write(&out, &record);
        hand_out(w);
    }
    panel_agreement_free(&agreement);
}

static bool write_finding(void *self, const struct audit_record *a)
{
    struct writing *w = self;
    struct json_writer out = {.out = &w->record};
    bytes_clear(&w->record);
    audit_write(&out, a, w->report->brief);
    hand_out(w);
    return !w->stopped;
}

static void write_audit(struct writing *w)
{
    struct verdict v;
    for (size_t i = 0; next_verdict(w, &i, &v);) {
        bool failed = false;
        if (!audit_verdict(&v, write_finding, w, &w->counts->findings,
                           &failed)) {
            w->no_memory = w->no_memory || failed;
            return;
        }
    }
}

/* A member that no verdict has is a slip, and would silently fit nothing. */
static void tell_unmet(const struct member_path *path,
                       const struct listener *listener)
{
    struct diag d;
    diag_set(&d, NULL, 0, 0, "no verdict has a member '%.*s'",
             (int)(path->text.len < 60 ? path->text.len : 60), path->text.at);
    if (path->sought && !path->met)
        listener_tell(listener, &d);
}

void report_tell_slips(const struct report *r, const struct listener *listener)
{
    for (size_t i = 0; i < r->selection->condition_count; i++)
        tell_unmet(&r->selection->conditions[i].path, listener);
    for (size_t i = 0; r->grouping != NULL && i < r->grouping->name_count; i++)
        tell_unmet(&r->grouping->paths[i], listener);
}

enum report_result report_write(const struct report *r,
                                const struct verdict_list *list,
                                const struct report_sink *sink,
                                const struct listener *listener,
                                struct report_counts *counts, struct diag *d)
{
    static void (*const writers[])(struct writing *) = {
        [REPORT_VERDICTS] = write_verdicts,
        [REPORT_GROUPS] = write_groups,
        [REPORT_AGREEMENT] = write_agreement,
        [REPORT_AUDIT] = write_audit};
    struct writing w = {
        .report = r, .list = list, .sink = sink, .counts = counts};
    *counts = (struct report_counts){0};
    enum selection_result selected =
        selection_start(r->selection, list, listener, &counts->missing, d);
    if (selected == SELECTION_DONE)
        writers[r->kind](&w);
    bytes_free(&w.record);
    if (selected == SELECTION_REFUSED)
        return REPORT_REFUSED;
    if (selected == SELECTION_NO_MEMORY || w.no_memory)
        return REPORT_NO_MEMORY;
    if (w.stopped)
        return REPORT_STOPPED;
    return REPORT_DONE;
}
