/* vdiff on snapshots of verdicts: its options, and what it does. */
#ifndef VTOOLS_CMD_COMPARE_SNAPSHOTS_H
#define VTOOLS_CMD_COMPARE_SNAPSHOTS_H

#include "cmd/command.h"
#include "lib/diff/diff.h"

/* Values of the long options. */
enum snapshots_option {
    OPTION_SORTED = 3000,
    OPTION_SINCE_POLICY,
    OPTION_MIN_SCORE,
    OPTION_IGNORE,
    OPTION_APPLY
};

#define SNAPSHOTS_OPTIONS                                                      \
    {"sorted", no_argument, NULL, OPTION_SORTED},                              \
        {"since-policy", no_argument, NULL, OPTION_SINCE_POLICY},              \
        {"min-score", required_argument, NULL, OPTION_MIN_SCORE},              \
        {"ignore", required_argument, NULL, OPTION_IGNORE},                    \
    {                                                                          \
        "apply", no_argument, NULL, OPTION_APPLY                               \
    }

#define SNAPSHOTS_HELP                                                         \
    "      --since-policy    mark what nothing but another policy changed\n"   \
    "      --min-score=N     leave out moves of scores by less than N\n"       \
    "      --ignore=KINDS    leave out these kinds of changes, as text,fact\n" \
    "      --sorted          the snapshots are sorted by tool key\n"           \
    "      --apply           make the new snapshot of OLD and its CHANGES\n"

/* Starts zeroed. */
struct compare_snapshots {
    bool sorted, since_policy, apply;
    struct news_wanted wanted;
};

/* Takes one of the options above, as a program does. */
bool compare_snapshots_take(struct compare_snapshots *s, int option,
                            const char *argument, struct diag *d);

/* Whether the options go with so many operands; false with *d filled. */
bool compare_snapshots_check(const struct compare_snapshots *s,
                             const struct command *c, struct diag *d);

/* Whether they ask for snapshots even if there is one operand. */
bool compare_snapshots_asked(const struct compare_snapshots *s);

/*
 * Reads the snapshots and writes the changes, without word diffs and patches
 * if `brief`; or applies them.
 */
void compare_snapshots_run(const struct compare_snapshots *s, struct command *c,
                           bool brief);

#endif
