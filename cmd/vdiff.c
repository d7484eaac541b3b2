/* vdiff: verdicts side by side, or what changed between two snapshots. */
#include "cmd/compare_snapshots.h"
#include "cmd/compare_tools.h"

enum { OPTION_BRIEF = 1000 };

static const struct option names[] = {
    {"brief", no_argument, NULL, OPTION_BRIEF},
    COMPARE_OPTIONS,
    {0},
};

/* What the command line asks for. */
struct options {
    struct compare_tools compare;
    bool brief;
};

static bool take_option(void *self, int option, const char *argument,
                        struct diag *d)
{
    struct options *o = self;
    switch (option) {
    case OPTION_BRIEF:
        o->brief = true;
        return true;
    default:
        return compare_tools_take(&o->compare, option, argument, d);
    }
}

static const struct program program = {
    .name = "vdiff",
    .synopsis = "[options] [FILE]\n       vdiff [options] OLD NEW",
    .about =
        "Compares verdicts: tool with tool, or a snapshot with a newer one.",
    .options =
        COMPARE_HELP "      --brief           leave out texts and word diffs\n",
    .letters = COMPARE_LETTERS,
    .names = names,
    .take = take_option,
};

/* False, having said so, when the operands and options do not fit. */
static bool check_usage(struct command *c, const struct options *o)
{
    struct diag d;
    if (c->input_count > 2)
        diag_set(&d, NULL, 0, 0,
                 "%zu files given: one stream or two snapshots "
                 "are compared",
                 c->input_count);
    else if (c->input_count == 2 && compare_tools_asked(&o->compare))
        diag_set(&d, NULL, 0, 0,
                 "--first and --second are for one stream of verdicts");
    else if (c->input_count == 2 && strcmp(c->inputs[0], "-") == 0 &&
             strcmp(c->inputs[1], "-") == 0)
        diag_set(&d, NULL, 0, 0, "standard input cannot be both snapshots");
    else
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
            if (command.input_count == 2)
                compare_snapshots_run(&command, options.brief);
            else
                compare_tools_run(&options.compare, &command, options.brief);
        }
        status = command_finish(&command);
    }
    compare_tools_free(&options.compare);
    return status;
}
