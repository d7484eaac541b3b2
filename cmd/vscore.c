/* vscore: records of tools, reviews and votes to verdicts. */
#include "cmd/command.h"
#include "cmd/reports.h"
#include "lib/io/input.h"
#include "lib/score/previous.h"
#include "lib/score/score.h"

enum {
    OPTION_BRIEF = 1000,
    OPTION_POLICY,
    OPTION_PRINT_POLICY,
    OPTION_EXPLAIN,
    OPTION_INFER,
    OPTION_PREVIOUS
};

enum { POLICY_MOST = 1024 * 1024 };

struct vscore {
    struct command command;
    struct scorer *scorer;
    struct policy policy;
    struct sighting_reader reader;
    struct arena arena; /* of the line at hand */
    struct previous previous;
    struct reports reports;
    struct bytes text; /* of the record being written */
    const char *policy_name, *previous_name;
    unsigned infer;
    bool brief, explain, print_policy;
};

static const struct option names[] = {
    {"brief", no_argument, NULL, OPTION_BRIEF},
    {"policy", required_argument, NULL, OPTION_POLICY},
    {"print-policy", no_argument, NULL, OPTION_PRINT_POLICY},
    {"explain", no_argument, NULL, OPTION_EXPLAIN},
    {"infer", required_argument, NULL, OPTION_INFER},
    {"previous", required_argument, NULL, OPTION_PREVIOUS},
    REPORT_OPTIONS,
    {0}};

static bool read_inferences(const char *list, unsigned *infer, struct diag *d)
{
    static const struct {
        const char *name;
        unsigned bits;
    } inferences[] = {{"match", INFER_MATCH}, {"row", INFER_ROW},
                      {"panel", INFER_PANEL}, {"score", INFER_SCORE},
                      {"all", INFER_ALL},     {"none", 0}};
    *infer = 0;
    for (const char *at = list;; at++) {
        size_t len = strcspn(at, ","), i = 0;
        while (i < 6 && (strlen(inferences[i].name) != len ||
                         memcmp(inferences[i].name, at, len) != 0))
            i++;
        if (i == 6) {
            diag_set(d, NULL, 0, 0,
                     "--infer: '%.*s' is none of match, row, panel, score, "
                     "all, none",
                     (int)(len < 40 ? len : 40), at);
            return false;
        }
        *infer |= inferences[i].bits;
        at += len;
        if (*at == '\0')
            return true;
    }
}

static bool take_option(void *self, int option, const char *argument,
                        struct diag *d)
{
    struct vscore *v = self;
    switch (option) {
    case OPTION_BRIEF:
        v->brief = true;
        return true;
    case OPTION_POLICY:
        v->policy_name = argument;
        return true;
    case OPTION_PRINT_POLICY:
        v->print_policy = true;
        return true;
    case OPTION_EXPLAIN:
        v->explain = true;
        return true;
    case OPTION_PREVIOUS:
        v->previous_name = argument;
        return true;
    case OPTION_INFER:
        return read_inferences(argument, &v->infer, d);
    default:
        return reports_take(&v->reports, option, argument, d);
    }
}

static const struct program program = {
    .name = "vscore",
    .synopsis = "[options] [FILE...]",
    .about = "Turns tool, review and vote records into verdicts.",
    .options =
        "      --brief           leave out the reviews' texts and the sources\n"
        "      --policy=FILE     decide by the policy in FILE (JSON)\n"
        "      --print-policy    write the policy that decides, and stop\n"
        "      --explain         write the arithmetic behind each verdict, as "
        "text\n"
        "      --infer=LIST      what to infer: match,row,panel,score (all), "
        "none\n"
        "      --previous=FILE   the verdicts that the policy's margin holds "
        "on to\n" REPORT_HELP,
    .letters = "",
    .names = names,
    .take = take_option,
};

static enum record_answer take_line(void *self, const struct record_line *line,
                                    struct diag *d)
{
    struct vscore *v = self;
    struct sighting sighting;
    arena_reset(&v->arena);
    if (!sighting_read(&v->reader, line->text, line->source, line->number,
                       &v->arena, &sighting, d))
        return RECORD_REJECTED;
    if (sighting.type == SIGHTING_OTHER) {
        /* Explanations are text, which a record would only break. */
        if (!v->explain)
            command_write_record(&v->command, line->text);
        return command_output_ok(&v->command) ? RECORD_TAKEN : RECORD_STOP;
    }
    if (scorer_add(v->scorer, &sighting))
        return RECORD_TAKEN;
    diag_no_memory(d);
    return RECORD_STOP;
}

/* The policy's text, which --print-policy shows as it stands. */
static bool read_policy_text(const char *name, struct bytes *text,
                             struct diag *d)
{
    if (name == NULL) {
        bytes_add_slice(text, policy_default_text());
        return true;
    }
    int fd = input_open(name, d);
    if (fd < 0)
        return false;
    enum input_result result = input_read_all(fd, name, POLICY_MOST, text, d);
    if (result == INPUT_TOO_LARGE)
        diag_set(d, name, 0, 0, "too large for a policy");
    input_close(fd);
    return result == INPUT_READ;
}

static bool read_policy(struct vscore *v, struct diag *d)
{
    struct bytes text = {0};
    bool read = read_policy_text(v->policy_name, &text, d) &&
                policy_read(&v->policy, bytes_slice(&text), v->policy_name, d);
    if (read && v->print_policy)
        output_write(&v->command.output, bytes_slice(&text));
    bytes_free(&text);
    return read;
}

static enum record_answer
take_previous(void *self, const struct record_line *line, struct diag *d)
{
    return previous_take(self, line, d);
}

/* False, having said so, when it is not whole: verdicts would seem new. */
static bool read_previous(struct vscore *v)
{
    struct command *c = &v->command;
    struct diag d;
    if (v->previous_name == NULL)
        return true;
    if (v->policy.margin == 0) {
        diag_set(&d, NULL, 0, 0,
                 "--previous: the policy has no \"margin\", so no verdict is "
                 "held");
        command_note(c, &d);
    }
    if (!reports_input_is_free(c, "--previous", v->previous_name))
        return false;
    if (!record_stream_read(&c->stream, v->previous_name, take_previous,
                            &v->previous))
        c->broken = true;
    v->policy.previous = &v->previous;
    return !c->broken && c->stream.unreadable == 0;
}

static bool write_verdict(void *self, const struct verdict *verdict)
{
    struct vscore *v = self;
    struct bytes *text = &v->text;
    bytes_clear(text);
    if (v->explain) {
        score_explain(text, verdict, &v->policy);
        output_write(&v->command.output, bytes_slice(text));
    } else {
        struct json_writer w = {.out = text};
        verdict_write(&w, verdict, v->brief ? VERDICT_BRIEF : VERDICT_WHOLE);
        command_write_record(&v->command, bytes_slice(text));
    }
    return !text->failed && command_output_ok(&v->command);
}

static bool write_record(void *self, struct slice record)
{
    struct vscore *v = self;
    command_write_record(&v->command, record);
    return command_output_ok(&v->command);
}

static bool get_verdict(void *self, size_t index, struct verdict *verdict)
{
    struct vscore *v = self;
    arena_reset(&v->arena);
    return scorer_verdict(v->scorer, index, &v->arena, verdict);
}

static void finish(struct vscore *v)
{
    const struct report_sink sink = {write_verdict, write_record, v};
    struct verdict_list list = {.get = get_verdict, .self = v};
    struct command *c = &v->command;
    struct diag d;
    bool ok = scorer_settle(v->scorer, &list.count);
    if (ok)
        reports_write(&v->reports, c, &list, &sink);
    reports_finish(&v->reports, c);
    if (!ok || v->text.failed) {
        diag_no_memory(&d);
        command_fail(c, &d);
    } else if (scorer_unplaced(v->scorer) != 0) {
        size_t unplaced = scorer_unplaced(v->scorer);
        diag_set(&d, NULL, 0, 0,
                 unplaced == 1 ? "%zu record names no tool and matches none"
                               : "%zu records name no tool and match none",
                 unplaced);
        command_note(c, &d);
    }
}

/* Makes what the records are read into. */
static bool start(struct vscore *v, struct diag *d)
{
    enum report_kind kind = v->reports.report.kind;
    bool brief = v->brief || kind == REPORT_GROUPS || kind == REPORT_AGREEMENT;
    v->scorer = scorer_new(&v->policy, v->infer, brief);
    if (v->scorer == NULL)
        diag_no_memory(d);
    return v->scorer != NULL;
}

int main(int argc, char **argv)
{
    struct vscore v = {.infer = INFER_ALL};
    struct diag d;
    int status;
    if (!command_start(&v.command, &program, &v, argc, argv, &status)) {
        reports_free(&v.reports);
        return status;
    }
    v.reports.report.brief = v.brief;
    bool ready = read_policy(&v, &d);
    if (!ready)
        command_fail(&v.command, &d);
    else if (v.print_policy ||
             !reports_start(&v.reports, &v.command, v.explain, &v.policy))
        ready = false;
    if (ready && !start(&v, &d))
        command_fail(&v.command, &d);
    else if (ready && read_previous(&v) &&
             command_read_records(&v.command, take_line, &v))
        finish(&v);
    scorer_free(v.scorer);
    reports_free(&v.reports);
    policy_free(&v.policy);
    previous_free(&v.previous);
    sighting_reader_free(&v.reader);
    bytes_free(&v.text);
    arena_free(&v.arena);
    return command_finish(&v.command);
}
