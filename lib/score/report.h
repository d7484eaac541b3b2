/*
 * What a user asks of finished verdicts: all of them or some, ranked, in
 * groups, how far their reviewers agree, or what is wrong with what the pages
 * claim.
 */
#ifndef VTOOLS_SCORE_REPORT_H
#define VTOOLS_SCORE_REPORT_H

#include "lib/record/audit.h"
#include "lib/score/grouping.h"
#include "lib/score/policy.h"
#include "lib/score/selection.h"

enum report_kind {
    REPORT_VERDICTS,
    REPORT_GROUPS,
    REPORT_AGREEMENT,
    REPORT_AUDIT
};

/*
 * `least` is the number of reviews under which a tool, or a group, is left
 * out; `top` the last place that is written, 0 for all.  The selection and
 * the grouping are the caller's.
 */
struct report {
    enum report_kind kind;
    struct selection *selection;
    struct grouping *grouping; /* of REPORT_GROUPS */
    enum rank_by rank;
    int64_t top, least;
    bool brief; /* an audit without its sources */
    const struct policy *policy;
};

/* Where it goes; both give false when no more is wanted. */
struct report_sink {
    bool (*take_verdict)(void *self, const struct verdict *v);
    bool (*take_record)(void *self, struct slice record);
    void *self;
};

enum report_result {
    REPORT_DONE,
    REPORT_STOPPED, /* no more was wanted */
    REPORT_REFUSED, /* bookmarks that mean several tools; *d says which */
    REPORT_NO_MEMORY
};

/*
 * Writes the report.  What it has to say is told to the listener; *missing is
 * how many bookmarks meant no tool, *findings how many an audit had.
 */
struct report_counts {
    size_t missing, findings;
};

enum report_result report_write(const struct report *r,
                                const struct verdict_list *list,
                                const struct report_sink *sink,
                                const struct listener *listener,
                                struct report_counts *counts, struct diag *d);

/*
 * After the last report: tells the listener of names that no verdict had a
 * member of, which may be misspelt.
 */
void report_tell_slips(const struct report *r, const struct listener *listener);

#endif
