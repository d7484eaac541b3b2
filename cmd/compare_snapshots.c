#include "cmd/compare_snapshots.h"

/* One stream being read into a snapshot. */
struct reading {
    struct command *command;
    struct snapshot *snapshot;
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
    r->others += news == SNAPSHOT_OTHER;
    return RECORD_TAKEN;
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

/* False when the snapshot is not whole: it would seem to lack tools. */
static bool read_snapshot(struct command *c, const char *source,
                          struct snapshot *s)
{
    struct reading reading = {c, s, 0};
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

void compare_snapshots_run(struct command *c, bool brief)
{
    struct snapshot old_snapshot = {0};
    struct snapshot new_snapshot = {.base = &old_snapshot};
    if (read_snapshot(c, c->inputs[0], &old_snapshot) &&
        read_snapshot(c, c->inputs[1], &new_snapshot)) {
        const struct diff_sink sink = {write_record, c};
        size_t count;
        check(c, diff_snapshots(&old_snapshot, &new_snapshot, brief, &sink,
                                &count));
        c->found = count != 0;
    }
    snapshot_free(&old_snapshot);
    snapshot_free(&new_snapshot);
}
