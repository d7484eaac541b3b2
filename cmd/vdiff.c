/* vdiff: verdicts side by side, or what changed between two snapshots. */
#include <stdlib.h>

#include "cmd/command.h"
#include "lib/diff/diff.h"

enum { OPTION_BRIEF = 1000 };

static const struct option names[] = {
    {"first", required_argument, NULL, 'a'},
    {"second", required_argument, NULL, 'b'},
    {"brief", no_argument, NULL, OPTION_BRIEF},
    {0},
};

/* What the command line asks for; `second` grows with every -b. */
struct options {
    struct choice choice;
    const char **second;
    bool brief;
};

/* The names themselves are arguments of main. */
static bool take_second(struct options *o, const char *name, struct diag *d)
{
    size_t count = o->choice.second_count;
    const char **larger = realloc(o->second, (count + 1) * sizeof *o->second);
    if (larger == NULL) {
        diag_no_memory(d);
        return false;
    }
    larger[count] = name;
    o->second = larger;
    o->choice.second = larger;
    o->choice.second_count = count + 1;
    return true;
}

static bool take_option(void *self, int option, const char *argument,
                        struct diag *d)
{
    struct options *o = self;
    switch (option) {
    case 'a':
        if (o->choice.first != NULL) {
            diag_set(d, NULL, 0, 0, "--first may be given only once");
            return false;
        }
        o->choice.first = argument;
        return true;
    case 'b':
        return take_second(o, argument, d);
    default:
        o->brief = true;
        return true;
    }
}

static const struct program program = {
    .name = "vdiff",
    .synopsis = "[options] [FILE]\n       vdiff [options] OLD NEW",
    .about =
        "Compares verdicts: tool with tool, or a snapshot with a newer one.",
    .options =
        "  -a, --first=NAME      compare this tool, by key, name or slug\n"
        "  -b, --second=NAME     with this one; may be repeated\n"
        "      --brief           leave out texts and word diffs\n",
    .letters = "a:b:",
    .names = names,
    .take = take_option,
};

/* One stream being read into a snapshot. */
struct reading {
    struct command *command;
    struct snapshot *snapshot;
    bool pass_others; /* records of other types go on to the output */
    size_t others;
};

static enum record_answer take_line(void *self, const struct record_line *line,
                                    struct diag *d)
{
    struct reading *r = self;
    enum snapshot_news news;
    enum record_answer answer = snapshot_take(r->snapshot, line, &news, d);
    if (answer != RECORD_TAKEN)
        return answer;
    if (news == SNAPSHOT_REPLACED) {
        struct diag note;
        diag_set(&note, line->source, line->number, 0,
                 "stands for an earlier verdict on the same tool");
        command_note(r->command, &note);
    }
    if (news != SNAPSHOT_OTHER)
        return RECORD_TAKEN;
    r->others++;
    if (r->pass_others)
        command_write_record(r->command, line->text);
    return command_output_ok(r->command) ? RECORD_TAKEN : RECORD_STOP;
}

static bool write_record(void *self, struct slice record)
{
    command_write_record(self, record);
    return command_output_ok(self);
}

static void check(struct command *c, enum diff_result result)
{
    struct diag d;
    if (result != DIFF_NO_MEMORY)
        return;
    diag_no_memory(&d);
    command_fail(c, &d);
}

/* Records, and no verdict among them: a stage was left out. */
static void note_no_verdicts(struct command *c, const char *source)
{
    struct diag d;
    diag_set(&d, source, 0, 0,
             "no verdict among the records: vscore makes them");
    command_note(c, &d);
}

static void note_nothing_to_compare(struct command *c, const struct snapshot *s)
{
    struct diag d;
    diag_set(&d, NULL, 0, 0, "nothing to compare: %s in the input",
             s->count == 0 ? "no verdict" : "only one tool");
    command_note(c, &d);
}

static void compare_tools(struct command *c, const struct options *o)
{
    struct snapshot snapshot = {0};
    struct reading reading = {c, &snapshot, true, 0};
    struct pair_list pairs = {0};
    struct diag d;
    if (command_read_records(c, take_line, &reading) &&
        c->stream.unreadable == 0) {
        const struct diff_sink sink = {write_record, c};
        bool unscored = snapshot.count == 0 && reading.others != 0;
        if (unscored)
            note_no_verdicts(c, NULL);
        if (!choice_resolve(&o->choice, &snapshot, &pairs, &c->listener, &d))
            command_fail(c, &d);
        else if (snapshot.count < 2 && !unscored)
            note_nothing_to_compare(c, &snapshot);
        else
            check(c, diff_pairs(&snapshot, &pairs, o->brief, &sink));
    }
    pair_list_free(&pairs);
    snapshot_free(&snapshot);
}

/* False when the snapshot is not whole: it would seem to lack tools. */
static bool read_snapshot(struct command *c, const char *source,
                          struct snapshot *s)
{
    struct reading reading = {c, s, false, 0};
    if (!record_stream_read(&c->stream, &source, 1, take_line, &reading))
        c->broken = true;
    if (reading.others != 0) {
        struct diag d;
        diag_set(&d, source, 0, 0, "records of other types, not compared: %zu",
                 reading.others);
        command_note(c, &d);
        if (s->count == 0)
            note_no_verdicts(c, source);
    }
    return !c->broken && c->stream.unreadable == 0;
}

static void compare_snapshots(struct command *c, const struct options *o)
{
    struct snapshot old_snapshot = {0};
    struct snapshot new_snapshot = {.base = &old_snapshot};
    if (read_snapshot(c, c->inputs[0], &old_snapshot) &&
        read_snapshot(c, c->inputs[1], &new_snapshot)) {
        const struct diff_sink sink = {write_record, c};
        size_t count;
        check(c, diff_snapshots(&old_snapshot, &new_snapshot, o->brief, &sink,
                                &count));
        c->found = count != 0;
    }
    snapshot_free(&old_snapshot);
    snapshot_free(&new_snapshot);
}

/* False, having said so, when the operands and options do not fit. */
static bool check_usage(struct command *c, const struct options *o)
{
    struct diag d;
    bool names_given = o->choice.first != NULL || o->choice.second_count != 0;
    if (c->input_count > 2)
        diag_set(&d, NULL, 0, 0,
                 "%zu files given: one stream or two snapshots "
                 "are compared",
                 c->input_count);
    else if (c->input_count == 2 && names_given)
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
                compare_snapshots(&command, &options);
            else
                compare_tools(&command, &options);
        }
        status = command_finish(&command);
    }
    free(options.second);
    return status;
}
