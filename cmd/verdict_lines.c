#include "cmd/verdict_lines.h"

enum record_answer verdict_line_take(struct command *c,
                                     struct snapshot *snapshot,
                                     const struct record_line *line,
                                     bool *other, struct diag *d)
{
    enum snapshot_news news;
    enum record_answer answer = snapshot_take(snapshot, line, &news, d);
    *other = answer == RECORD_TAKEN && news == SNAPSHOT_OTHER;
    if (answer == RECORD_TAKEN && news == SNAPSHOT_REPLACED) {
        struct diag note;
        diag_set(&note, line->source, line->number, 0,
                 "stands for an earlier verdict on the same tool");
        command_note(c, &note);
    }
    return answer;
}
