/* vdiff: verdicts side by side, or what changed between two snapshots. */
#include "cmd/compare_snapshots.h"
#include "cmd/compare_tools.h"

enum { OPTION_BRIEF = 1000 };

static const struct option names[] = {
    {"brief", no_argument, NULL, OPTION_BRIEF},
    COMPARE_OPTIONS,
    SNAPSHOTS_OPTIONS,
    {0},
};

/* What the command line asks for. */
struct options {
    struct compare_tools compare;
    struct compare_snapshots snapshots;
    bool brief;
};

static bool take_option(void *self, int option, const char *argument,
                        struct diag *d)
{
    struct options *o = self;
    if (option >= OPTION_SORTED)
        return compare_snapshots_take(&o->snapshots, option, argument, d);
    if (option != OPTION_BRIEF)
        return compare_tools_take(&o->compare, option, argument, d);
    o->brief = true;
    return true;
}

static const struct program program = {
    .name = "vdiff",
    .synopsis = "[options] [FILE]\n"
                "       vdiff [options] OLD NEW\n"
                "       vdiff [options] BASE OURS THEIRS\n"
                "       vdiff --apply OLD CHANGES",
    .about =
        "Compares verdicts: tool with tool, or a snapshot with a newer one.",
    .options = COMPARE_HELP SNAPSHOTS_HELP
    "      --brief           leave out texts, word diffs and patches\n",
    .letters = COMPARE_LETTERS,
    .names = names,
    .take = take_option,
};

/* Whether snapshots are to be compared, and not the tools of one stream. */
static bool want_snapshots(const struct command *c, const struct options *o)
{
    return c->input_count > 1 || compare_snapshots_asked(&o->snapshots);
}

/* False, having said so, when the operands and options do not fit. */
static bool check_usage(struct command *c, const struct options *o)
{
    struct diag d;
    if (c->input_count > SIDES_MOST)
        diag_set(&d, NULL, 0, 0,
                 "%zu files given: one stream, or two or three snapshots, "
                 "are compared",
                 c->input_count);
    else if (c->input_count > 1 && compare_tools_asked(&o->compare))
        diag_set(&d, NULL, 0, 0,
                 "--first, --second, --pairs, --top, --order, --matrix and "
                 "--find are for one stream of verdicts");
    else if (!want_snapshots(c, o) ||
             compare_snapshots_check(&o->snapshots, c, &d))
        return true;
    command_fail(c, &d);
    return false;
}

int main(int argc, char **argv)
{
    struct command command;
    struct options options = {0};
    int status;
    if (command_start(&command, &program, &options, argc, argv, &status)) {
        if (check_usage(&command, &options)) {
            if (want_snapshots(&command, &options))
                compare_snapshots_run(&options.snapshots, &command,
                                      options.brief);
            else
                compare_tools_run(&options.compare, &command, options.brief);
        }
        status = command_finish(&command);
    }
    compare_tools_free(&options.compare);
    return status;
}
