#include "cmd/compare_tools.h"

#include <stdlib.h>

/* The names themselves are arguments of main. */
static bool take_second(struct compare_tools *t, const char *name,
                        struct diag *d)
{
    size_t count = t->choice.second_count;
    const char **larger = realloc(t->second, (count + 1) * sizeof *t->second);
    if (larger == NULL) {
        diag_no_memory(d);
        return false;
    }
    larger[count] = name;
    t->second = larger;
    t->choice.second = larger;
    t->choice.second_count = count + 1;
    return true;
}

bool compare_tools_take(struct compare_tools *t, int option,
                        const char *argument, struct diag *d)
{
    if (option == 'b')
        return take_second(t, argument, d);
    if (t->choice.first != NULL) {
        diag_set(d, NULL, 0, 0, "--first may be given only once");
        return false;
    }
    t->choice.first = argument;
    return true;
}

void compare_tools_free(struct compare_tools *t)
{
    free(t->second);
    *t = (struct compare_tools){0};
}

bool compare_tools_asked(const struct compare_tools *t)
{
    return t->choice.first != NULL || t->choice.second_count != 0;
}

/* The stream being read. */
struct reading {
    struct command *command;
    struct snapshot snapshot;
    bool others; /* whether records of other types went by */
};

static enum record_answer take_line(void *self, const struct record_line *line,
                                    struct diag *d)
{
    struct reading *r = self;
    enum snapshot_news news;
    enum record_answer answer = snapshot_take(&r->snapshot, line, &news, d);
    if (answer != RECORD_TAKEN)
        return answer;
    if (news == SNAPSHOT_REPLACED) {
        struct diag note;
        diag_set(&note, line->source, line->number, 0,
                 "stands for an earlier verdict on the same tool");
        command_note(r->command, &note);
    }
    if (news == SNAPSHOT_OTHER) {
        r->others = true;
        command_write_record(r->command, line->text);
    }
    return command_output_ok(r->command) ? RECORD_TAKEN : RECORD_STOP;
}

static bool write_record(void *self, struct slice record)
{
    command_write_record(self, record);
    return command_output_ok(self);
}

/* That there is no pair is no fault, but seldom what was meant. */
static void note_nothing(const struct reading *r)
{
    struct diag d;
    if (r->snapshot.count == 0 && r->others)
        diag_set(&d, NULL, 0, 0,
                 "no verdict among the records: vscore makes them");
    else
        diag_set(&d, NULL, 0, 0, "nothing to compare: %s in the input",
                 r->snapshot.count == 0 ? "no verdict" : "only one tool");
    command_note(r->command, &d);
}

static void write_comparisons(const struct compare_tools *t,
                              const struct reading *r, bool brief)
{
    struct command *c = r->command;
    const struct diff_sink sink = {write_record, c};
    struct pair_list pairs = {0};
    struct diag d;
    bool unscored = r->snapshot.count == 0 && r->others;
    if (unscored)
        note_nothing(r);
    if (!choice_resolve(&t->choice, &r->snapshot, &pairs, &c->listener, &d)) {
        command_fail(c, &d);
    } else if (r->snapshot.count < 2 && !unscored) {
        note_nothing(r);
    } else if (diff_pairs(&r->snapshot, &pairs, brief, &sink) ==
               DIFF_NO_MEMORY) {
        diag_no_memory(&d);
        command_fail(c, &d);
    }
    pair_list_free(&pairs);
}

void compare_tools_run(const struct compare_tools *t, struct command *c,
                       bool brief)
{
    struct reading r = {.command = c};
    if (command_read_records(c, take_line, &r) && c->stream.unreadable == 0)
        write_comparisons(t, &r, brief);
    snapshot_free(&r.snapshot);
}
