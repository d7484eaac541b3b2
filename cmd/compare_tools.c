#include "cmd/compare_tools.h"

#include <stdlib.h>

#include "cmd/verdict_lines.h"
#include "lib/io/input.h"

enum { LIST_MOST = 256 * 1024 * 1024 };

/* The names themselves are arguments of main. */
static bool take_second(struct compare_tools *t, const char *name,
                        struct diag *d)
{
    struct choice *choice = &t->what.choice;
    size_t count = choice->second_count;
    const char **larger = realloc(t->second, (count + 1) * sizeof *t->second);
    if (larger == NULL) {
        diag_no_memory(d);
        return false;
    }
    larger[count] = name;
    t->second = larger;
    choice->second = larger;
    choice->second_count = count + 1;
    return true;
}

static bool take_first(struct compare_tools *t, const char *name,
                       struct diag *d)
{
    if (t->what.choice.first != NULL) {
        diag_set(d, NULL, 0, 0, "--first may be given only once");
        return false;
    }
    t->what.choice.first = name;
    return true;
}

static bool take_top(struct compare_tools *t, const char *argument,
                     struct diag *d)
{
    unsigned long long number;
    if (!command_read_number("--top", argument, 1, UINT32_MAX, &number, d))
        return false;
    t->what.top = (size_t)number;
    return true;
}

static bool take_order(struct compare_tools *t, const char *argument,
                       struct diag *d)
{
    static const char *const orders[] = {[ORDER_CLOSEST] = "closest",
                                         [ORDER_SPLIT] = "split",
                                         [ORDER_MARGIN] = "margin"};
    t->order = argument;
    for (int i = ORDER_CLOSEST; i <= ORDER_MARGIN; i++) {
        if (strcmp(argument, orders[i]) == 0) {
            t->what.order = (enum pair_order)i;
            return true;
        }
    }
    diag_set(d, NULL, 0, 0, "--order: '%s' is none of closest, split, margin",
             argument);
    return false;
}

static void take_pairs(struct compare_tools *t, const char *argument)
{
    t->pairs = argument;
    t->what.choice.pairs = strcmp(argument, "all") == 0        ? CHOICE_ALL
                           : strcmp(argument, "category") == 0 ? CHOICE_CATEGORY
                                                               : CHOICE_LISTED;
}

bool compare_tools_take(struct compare_tools *t, int option,
                        const char *argument, struct diag *d)
{
    switch (option) {
    case 'a':
        return take_first(t, argument, d);
    case 'b':
        return take_second(t, argument, d);
    case 'j':
        return command_read_jobs(argument, &t->what.workers, d);
    case OPTION_TOP_PAIRS:
        return take_top(t, argument, d);
    case OPTION_ORDER:
        return take_order(t, argument, d);
    case OPTION_PAIRS:
        take_pairs(t, argument);
        return true;
    case OPTION_FIND:
        t->find = argument;
        return true;
    default:
        t->what.matrix = true;
        return true;
    }
}

void compare_tools_free(struct compare_tools *t)
{
    free(t->second);
    bytes_free(&t->list);
    *t = (struct compare_tools){0};
}

static bool has_names(const struct compare_tools *t)
{
    return t->what.choice.first != NULL || t->what.choice.second_count != 0;
}

bool compare_tools_asked(const struct compare_tools *t)
{
    return has_names(t) || t->pairs != NULL || t->order != NULL ||
           t->what.top != 0 || t->what.matrix || t->find != NULL;
}

/* What is wrong with the options taken together; NULL: nothing. */
static const char *find_fault(const struct compare_tools *t)
{
    const struct choice *choice = &t->what.choice;
    bool both = choice->first != NULL && choice->second_count != 0;
    if (t->find != NULL && (has_names(t) || t->pairs != NULL ||
                            t->what.top != 0 || t->what.matrix))
        return "--find compares nothing: no other choice goes with it";
    if (t->order != NULL && t->what.top == 0)
        return "--order is the order of --top=N";
    if (t->what.matrix && t->what.top != 0)
        return "--matrix has no pairs for --top";
    if (choice->pairs == CHOICE_LISTED && t->what.matrix)
        return "--matrix has no pairs for --pairs=FILE";
    if (choice->pairs == CHOICE_LISTED && has_names(t))
        return "--pairs=FILE names the tools, so --first and --second cannot";
    if (choice->pairs == CHOICE_CATEGORY && (both || t->what.matrix) &&
        has_names(t))
        return "--pairs=category leaves nothing to --first with --second, "
               "nor to --matrix with either";
    return NULL;
}

/* The list of pairs, unless standard input has the records. */
static bool read_list(struct compare_tools *t, const struct command *c,
                      struct diag *d)
{
    const char *name = t->pairs;
    if (!command_input_is_free(c, "--pairs", name, d))
        return false;
    int fd = input_open(name, d);
    if (fd < 0)
        return false;
    enum input_result result = input_read_all(fd, name, LIST_MOST, &t->list, d);
    if (result == INPUT_TOO_LARGE)
        diag_set(d, name, 0, 0, "too large for a list of pairs");
    input_close(fd);
    t->what.choice.list = bytes_slice(&t->list);
    t->what.choice.list_name = name;
    return result == INPUT_READ;
}

static bool start(struct compare_tools *t, struct command *c)
{
    struct diag d;
    const char *fault = find_fault(t);
    if (fault != NULL)
        diag_set(&d, NULL, 0, 0, "%s", fault);
    else if (t->what.choice.pairs != CHOICE_LISTED || read_list(t, c, &d))
        return true;
    command_fail(c, &d);
    return false;
}

/* The stream being read. */
struct reading {
    struct command *command;
    struct snapshot snapshot;
    bool others; /* whether records of other types went by... */
    bool silent; /* ...and nothing is written of them */
};

static enum record_answer take_line(void *self, const struct record_line *line,
                                    struct diag *d)
{
    struct reading *r = self;
    bool other;
    enum record_answer answer =
        verdict_line_take(r->command, &r->snapshot, line, &other, d);
    if (answer != RECORD_TAKEN)
        return answer;
    if (other) {
        r->others = true;
        if (!r->silent)
            command_write_record(r->command, line->text);
    }
    return command_output_ok(r->command) ? RECORD_TAKEN : RECORD_STOP;
}

static bool write_lines(void *self, struct slice lines)
{
    command_write_lines(self, lines);
    return command_output_ok(self);
}

/* That there is no pair is no fault, but seldom what was meant. */
static void note_nothing(const struct compare_tools *t, const struct reading *r)
{
    struct diag d;
    const char *lacking = t->what.choice.pairs == CHOICE_LISTED
                              ? "no pair in the list"
                              : "no two tools of one category";
    if (r->snapshot.count < 2)
        lacking = r->snapshot.count == 0 ? "no verdict in the input"
                                         : "only one tool in the input";
    diag_set(&d, NULL, 0, 0, "nothing to compare: %s", lacking);
    command_note(r->command, &d);
}

static void note_no_verdict(const struct reading *r)
{
    struct diag d;
    diag_set(&d, NULL, 0, 0, "no verdict among the records: vscore makes them");
    command_note(r->command, &d);
}

static void write_comparisons(const struct compare_tools *t,
                              const struct reading *r)
{
    struct command *c = r->command;
    const struct comparing_sink sink = {write_lines, c};
    size_t count = 0;
    struct diag d;
    bool unscored = r->snapshot.count == 0 && r->others;
    if (unscored)
        note_no_verdict(r);
    if (!compare_snapshot(&r->snapshot, &t->what, &sink, &c->listener, &count,
                          &d))
        command_fail(c, &d);
    else if (count == 0 && !unscored)
        note_nothing(t, r);
}

static bool is_line(struct slice key)
{
    for (size_t i = 0; i < key.len; i++)
        if ((unsigned char)key.at[i] < ' ' || key.at[i] == 0x7f)
            return false;
    return true;
}

/* The key that a name stands for, as a line of text. */
static void write_key(const struct compare_tools *t, const struct reading *r)
{
    struct command *c = r->command;
    struct lineup lineup = {0};
    struct names names = {.lineup = &lineup};
    struct diag d = {0};
    size_t place;
    if (r->snapshot.count == 0 && r->others)
        note_no_verdict(r);
    if (!lineup_make(&lineup, &r->snapshot)) {
        diag_no_memory(&d);
        command_fail(c, &d);
    } else if (!names_resolve(&names, slice_of(t->find), &place, &c->listener,
                              &d)) {
        command_fail(c, &d);
    } else if (!is_line(lineup.tools[place]->key)) {
        diag_set(&d, NULL, 0, 0, "the key of '%s' is no line of text", t->find);
        command_fail(c, &d);
    } else {
        output_write(&c->output, lineup.tools[place]->key);
        output_write(&c->output, slice_of("\n"));
    }
    names_free(&names);
    lineup_free(&lineup);
}

void compare_tools_run(struct compare_tools *t, struct command *c, bool brief)
{
    struct reading r = {.command = c, .silent = t->find != NULL};
    t->what.brief = brief;
    t->what.choice.distinct = t->what.matrix;
    if (t->what.workers == 0)
        t->what.workers = 1;
    if (start(t, c) && command_read_records(c, take_line, &r) &&
        c->stream.unreadable == 0) {
        if (t->find != NULL)
            write_key(t, &r);
        else
            write_comparisons(t, &r);
    }
    snapshot_free(&r.snapshot);
}
