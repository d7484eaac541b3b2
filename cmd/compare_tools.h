/* vdiff on one stream of verdicts: its options, and what it does. */
#ifndef VTOOLS_CMD_COMPARE_TOOLS_H
#define VTOOLS_CMD_COMPARE_TOOLS_H

#include "cmd/command.h"
#include "lib/diff/diff.h"

/* Values of the long options, behind those of vdiff's own. */
enum compare_option {
    OPTION_PAIRS = 2000,
    OPTION_TOP_PAIRS,
    OPTION_ORDER,
    OPTION_MATRIX,
    OPTION_FIND
};

#define COMPARE_OPTIONS                                                        \
    {"first", required_argument, NULL, 'a'},                                   \
        {"second", required_argument, NULL, 'b'},                              \
        {"pairs", required_argument, NULL, OPTION_PAIRS},                      \
        {"top", required_argument, NULL, OPTION_TOP_PAIRS},                    \
        {"order", required_argument, NULL, OPTION_ORDER},                      \
        {"matrix", no_argument, NULL, OPTION_MATRIX},                          \
        {"find", required_argument, NULL, OPTION_FIND},                        \
    {                                                                          \
        "jobs", required_argument, NULL, 'j'                                   \
    }

#define COMPARE_LETTERS "a:b:j:"

#define COMPARE_HELP                                                           \
    "  -a, --first=NAME      compare this tool, by key, name or slug\n"        \
    "  -b, --second=NAME     with this one; may be repeated\n"                 \
    "      --pairs=WHICH     all; category: those of one; or a file of "       \
    "pairs\n"                                                                  \
    "      --top=N           only the first N pairs\n"                         \
    "      --order=BY        of the order closest, split or margin\n"          \
    "      --matrix          all in one record instead of pairs\n"             \
    "      --find=NAME       print the key of this tool instead\n"             \
    "  -j, --jobs=N          work with N threads; 0: one a processor\n"

/* Starts zeroed. */
struct compare_tools {
    /* Private. */
    struct comparing what;
    const char **second; /* grows with every -b */
    const char *pairs, *order, *find;
    struct bytes list;
};

/* Takes one of the options above, as a program does. */
bool compare_tools_take(struct compare_tools *t, int option,
                        const char *argument, struct diag *d);
void compare_tools_free(struct compare_tools *t);

/* Whether an option was given that only one stream can have. */
bool compare_tools_asked(const struct compare_tools *t);

/* Reads the stream and writes the comparisons, without texts if `brief`. */
void compare_tools_run(struct compare_tools *t, struct command *c, bool brief);

#endif
