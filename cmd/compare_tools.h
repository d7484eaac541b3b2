/* vdiff on one stream of verdicts: its options, and what it does. */
#ifndef VTOOLS_CMD_COMPARE_TOOLS_H
#define VTOOLS_CMD_COMPARE_TOOLS_H

#include "cmd/command.h"
#include "lib/diff/diff.h"

#define COMPARE_OPTIONS                                                        \
    {"first", required_argument, NULL, 'a'},                                   \
    {                                                                          \
        "second", required_argument, NULL, 'b'                                 \
    }

#define COMPARE_LETTERS "a:b:"

#define COMPARE_HELP                                                           \
    "  -a, --first=NAME      compare this tool, by key, name or slug\n"        \
    "  -b, --second=NAME     with this one; may be repeated\n"

/* Starts zeroed. */
struct compare_tools {
    struct choice choice;

    /* Private. */
    const char **second; /* grows with every -b */
};

/* Takes one of the options above, as a program does. */
bool compare_tools_take(struct compare_tools *t, int option,
                        const char *argument, struct diag *d);
void compare_tools_free(struct compare_tools *t);

/* Whether an option was given that only one stream can have. */
bool compare_tools_asked(const struct compare_tools *t);

/* Reads the stream and writes the comparisons, without texts if `brief`. */
void compare_tools_run(const struct compare_tools *t, struct command *c,
                       bool brief);

#endif
