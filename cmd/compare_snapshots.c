#include "cmd/compare_snapshots.h"

#include "lib/base/decimal.h"
#include "lib/diff/apply.h"

/* -- options ------------------------------------------------------------ */

static bool take_kind(struct compare_snapshots *s, struct slice word,
                      struct diag *d)
{
    enum change_kind kind = change_kind_named(word);
    if (kind != CHANGE_KINDS) {
        s->wanted.ignored[kind] = true;
        return true;
    }
    diag_set(d, NULL, 0, 0,
             "--ignore: '%.*s' is none of added, removed, flipped, score, "
             "panel, pricing, text, fact",
             DIAG_SHOWN(word));
    return false;
}

static bool take_kinds(struct compare_snapshots *s, const char *list,
                       struct diag *d)
{
    for (;;) {
        size_t len = strcspn(list, ",");
        if (!take_kind(s, slice_from(list, len), d))
            return false;
        if (list[len] == '\0')
            return true;
        list += len + 1;
    }
}

static bool take_score(struct compare_snapshots *s, const char *argument,
                       struct diag *d)
{
    int64_t *least = &s->wanted.score_least;
    if (decimal_read(slice_of(argument), least) && *least >= 0 &&
        *least <= 100 * 100)
        return true;
    diag_set(d, NULL, 0, 0,
             "--min-score: '%.60s' is not a number from 0 to 100", argument);
    return false;
}

bool compare_snapshots_take(struct compare_snapshots *s, int option,
                            const char *argument, struct diag *d)
{
    switch (option) {
    case OPTION_MIN_SCORE:
        return take_score(s, argument, d);
    case OPTION_IGNORE:
        return take_kinds(s, argument, d);
    case OPTION_SORTED:
        s->sorted = true;
        return true;
    case OPTION_SINCE_POLICY:
        s->since_policy = true;
        return true;
    default:
        s->apply = true;
        return true;
    }
}

bool compare_snapshots_asked(const struct compare_snapshots *s)
{
    return s->sorted || s->since_policy || s->apply ||
           news_leaves_out(&s->wanted);
}

bool compare_snapshots_check(const struct compare_snapshots *s,
                             const struct command *c, struct diag *d)
{
    size_t from_standard_input = 0;
    for (size_t i = 0; i < c->input_count; i++)
        from_standard_input += strcmp(c->inputs[i], "-") == 0;
    if (from_standard_input > 1)
        diag_set(d, NULL, 0, 0, "standard input cannot be both snapshots");
    else if (s->apply && c->input_count != 2)
        diag_set(d, NULL, 0, 0, "--apply needs a snapshot and its changes");
    else if (s->apply &&
             (s->sorted || s->since_policy || news_leaves_out(&s->wanted)))
        diag_set(d, NULL, 0, 0,
                 "--apply makes a snapshot: no other option on changes goes "
                 "with it");
    else if (c->input_count < 2)
        diag_set(d, NULL, 0, 0,
                 "--sorted, --since-policy, --min-score and --ignore are for "
                 "snapshots");
    else
        return true;
    return false;
}

/* -- changes ------------------------------------------------------------ */

static bool write_record(void *self, struct slice record)
{
    command_write_record(self, record);
    return command_output_ok(self);
}

/* False when nothing more is to be said: the reason was told. */
static bool check(struct command *c, enum diff_result result, struct diag *d)
{
    switch (result) {
    case DIFF_DONE:
        return c->stream.unreadable == 0;
    case DIFF_STOPPED:
        return false;
    case DIFF_STRICT:
        c->broken = true;
        return false;
    case DIFF_NO_MEMORY:
        diag_no_memory(d);
        break;
    default:
        break;
    }
    if (d->message[0] != '\0')
        command_fail(c, d);
    c->broken = true;
    return false;
}

/* What there is to say of what was read. */
static void note_read(struct command *c, const struct join_seen *seen,
                      bool applied)
{
    const char *what = applied ? "applied" : "compared";
    struct diag d;
    for (size_t i = 0; i < c->input_count; i++) {
        const char *source = c->inputs[i];
        if (seen[i].others == 0)
            continue;
        diag_set(&d, source, 0, 0, "records of other types, not %s: %zu", what,
                 seen[i].others);
        command_note(c, &d);
        if (seen[i].verdicts != 0)
            continue;
        /* All its tools would seem to be gone, or new. */
        diag_set(&d, source, 0, 0,
                 applied && i != 0
                     ? "no change among the records: vdiff OLD NEW makes them"
                     : "no verdict among the records: vscore makes them");
        command_fail(c, &d);
    }
}

static void add_left_out(struct bytes *text, size_t count, const char *what)
{
    if (count != 0)
        bytes_add_format(text, "%s%zu %s", text->len == 0 ? "" : ", ", count,
                         what);
}

/* What the options kept from being told. */
static void note_left_out(struct command *c, const struct news_count *count)
{
    struct bytes text = {0};
    struct diag d;
    size_t all = count->small_moves;
    for (int kind = 0; kind < CHANGE_KINDS; kind++) {
        all += count->ignored[kind];
        add_left_out(&text, count->ignored[kind],
                     change_kind_word((enum change_kind)kind));
    }
    add_left_out(&text, count->small_moves, "small moves of scores");
    diag_set(&d, NULL, 0, 0, "changes left out: %zu (%.*s)", all, (int)text.len,
             bytes_slice(&text).at);
    if (all != 0)
        command_note(c, &d);
    bytes_free(&text);
}

static void note_policy(struct command *c, const struct news_count *count)
{
    struct diag d;
    diag_set(&d, NULL, 0, 0,
             "changes that the policy alone made: %zu of %zu, on %zu tool%s",
             count->since_policy, count->told, count->since_policy_tools,
             count->since_policy_tools == 1 ? "" : "s");
    command_note(c, &d);
}

static void write_changes(const struct compare_snapshots *s, struct command *c,
                          bool brief)
{
    struct news_count count = {0};
    struct join_seen seen[SIDES_MOST] = {{0}};
    struct diag d = {0};
    const struct change_job job = {.stream = &c->stream,
                                   .sources = c->inputs,
                                   .source_count = c->input_count,
                                   .sorted = s->sorted,
                                   .brief = brief,
                                   .since_policy = s->since_policy,
                                   .wanted = s->wanted,
                                   .sink = {write_record, c},
                                   .count = &count,
                                   .seen = seen};
    bool done = check(c, diff_snapshots(&job, &d), &d);
    note_read(c, seen, false);
    if (!done)
        return;
    note_left_out(c, &count);
    if (s->since_policy)
        note_policy(c, &count);
    c->found = count.told != 0;
}

/* -- applying ----------------------------------------------------------- */

static enum diff_result result_of(enum side_result result)
{
    static const enum diff_result results[] = {
        [SIDE_DONE] = DIFF_DONE,
        [SIDE_STOPPED] = DIFF_STRICT,
        [SIDE_FAILED] = DIFF_FAILED,
        [SIDE_NO_MEMORY] = DIFF_NO_MEMORY,
    };
    return results[result];
}

static void apply_changes(struct command *c)
{
    struct apply apply = {.stream = &c->stream,
                          .sources = c->inputs,
                          .index = {.sides = 2},
                          .total = -1};
    const struct apply_sink sink = {write_record, c};
    struct diag d = {0};
    enum side_result result = apply_run(&apply, &sink, &d);
    bool done = !command_output_ok(c) || check(c, result_of(result), &d);
    note_read(c, apply.seen, true);
    if (done && apply.refused) {
        diag_set(&d, NULL, 0, 0, "nothing applied");
        command_fail(c, &d);
    }
    apply_free(&apply);
}

void compare_snapshots_run(const struct compare_snapshots *s, struct command *c,
                           bool brief)
{
    if (s->apply)
        apply_changes(c);
    else
        write_changes(s, c, brief);
}
