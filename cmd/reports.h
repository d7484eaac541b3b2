/* What vscore is asked to report: its options, and the files they name. */
#ifndef VTOOLS_CMD_REPORTS_H
#define VTOOLS_CMD_REPORTS_H

#include "cmd/command.h"
#include "lib/score/report.h"

/* Values of the long options, behind those of vscore's own. */
enum report_option {
    OPTION_BY = 2000,
    OPTION_RANK,
    OPTION_TOP,
    OPTION_MIN,
    OPTION_ONLY,
    OPTION_WHERE,
    OPTION_AGREEMENT,
    OPTION_AUDIT
};

#define REPORT_OPTIONS                                                         \
    {"by", required_argument, NULL, OPTION_BY},                                \
        {"rank", required_argument, NULL, OPTION_RANK},                        \
        {"top", required_argument, NULL, OPTION_TOP},                          \
        {"min", required_argument, NULL, OPTION_MIN},                          \
        {"only", required_argument, NULL, OPTION_ONLY},                        \
        {"where", required_argument, NULL, OPTION_WHERE},                      \
        {"agreement", no_argument, NULL, OPTION_AGREEMENT},                    \
    {                                                                          \
        "audit", no_argument, NULL, OPTION_AUDIT                               \
    }

#define REPORT_HELP                                                            \
    "      --only=FILE       only the tools in FILE, by key, name or slug\n"   \
    "      --where=COND      only where MEMBER=VALUE, =LOW..HIGH, >=NUMBER, "  \
    "...\n"                                                                    \
    "      --min=N           leave out what has fewer reviews\n"               \
    "      --rank=BY         rank by wilson, mean, bayes or ship\n"            \
    "      --top=N           only the first N places\n"                        \
    "      --by=NAMES        a record a category, reviewer, entry, ...\n"      \
    "      --agreement       how far reviewers agree across tools\n"           \
    "      --audit           what pages claim and reviews do not support\n"

/* Starts zeroed; must stay where it is. */
struct reports {
    struct report report;

    /* Private. */
    const char *only_name;
    struct bytes only_text;
    struct bookmarks only;
    struct grouping grouping;
    struct selection selection;
};

/* Takes one of the options above, as a program does. */
bool reports_take(struct reports *r, int option, const char *argument,
                  struct diag *d);

/*
 * After the last option: checks that they go together, and reads the files
 * they name.  False, having said why.
 */
bool reports_start(struct reports *r, struct command *c, bool explain,
                   const struct policy *policy);
void reports_free(struct reports *r);

/* Whether the report is every verdict as it is, and nothing else. */
bool reports_want_all(const struct reports *r);

/*
 * Writes the report on some verdicts, or on all, and tells the command how it
 * went; the second when there are no more.
 */
void reports_write(struct reports *r, struct command *c,
                   const struct verdict_list *list,
                   const struct report_sink *sink);
void reports_finish(const struct reports *r, struct command *c);

#endif
