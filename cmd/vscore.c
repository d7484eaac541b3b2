/* vscore: records of tools, reviews and votes to verdicts. */
#include "cmd/command.h"
#include "cmd/finished.h"
#include "cmd/inferences.h"
#include "cmd/only_voted.h"
#include "cmd/partials.h"
#include "cmd/policies.h"
#include "cmd/reports.h"
#include "cmd/sighting_jobs.h"
#include "cmd/texts_again.h"
#include "cmd/verdict_jobs.h"
#include "lib/score/prepared.h"
#include "lib/score/score.h"
#include "lib/score/turns.h"

enum {
    OPTION_BRIEF = 1000,
    OPTION_POLICY,
    OPTION_PRINT_POLICY,
    OPTION_EXPLAIN,
    OPTION_INFER,
    OPTION_PREVIOUS,
    OPTION_FINISHED
};

struct vscore {
    struct command command;
    struct scorer *scorer;
    struct policies policies;
    struct sighting_reader reader;
    struct arena arena;       /* of the line at hand */
    struct verdict_room room; /* of the verdict being written */
    struct reports reports;
    struct partials partials;
    struct finished finished;
    struct turns turns; /* with --sorted */
    struct texts_again again;
    uint64_t place;  /* where the text at hand can be read again */
    size_t unplaced; /* records that name no tool and match none */
    struct only_voted only_voted;
    enum turn turn;    /* of the sighting taken last */
    struct bytes text; /* of the record being written */
    bool prepares;     /* sightings, before their turn comes */
    struct sighting_jobs jobs;
    size_t workers;
    struct inferences infer;
    bool brief, explain;
};

static const struct option names[] = {
    {"jobs", required_argument, NULL, 'j'},
    {"brief", no_argument, NULL, OPTION_BRIEF},
    {"policy", required_argument, NULL, OPTION_POLICY},
    {"print-policy", no_argument, NULL, OPTION_PRINT_POLICY},
    {"explain", no_argument, NULL, OPTION_EXPLAIN},
    {"infer", required_argument, NULL, OPTION_INFER},
    {"previous", required_argument, NULL, OPTION_PREVIOUS},
    {"finished", no_argument, NULL, OPTION_FINISHED},
    REPORT_OPTIONS,
    PARTIALS_OPTIONS,
    {0}};

static bool take_option(void *self, int option, const char *argument,
                        struct diag *d)
{
    struct vscore *v = self;
    switch (option) {
    case 'j':
        return command_read_jobs(argument, &v->workers, d);
    case OPTION_BRIEF:
        v->brief = true;
        return true;
    case OPTION_POLICY:
        v->policies.name = argument;
        return true;
    case OPTION_PRINT_POLICY:
        v->policies.print = true;
        return true;
    case OPTION_EXPLAIN:
        v->explain = true;
        return true;
    case OPTION_PREVIOUS:
        v->policies.previous_name = argument;
        return true;
    case OPTION_FINISHED:
        v->finished.asked = true;
        return true;
    case OPTION_INFER:
        return inferences_take(&v->infer, argument, d);
    default:
        if (option >= OPTION_PARTIAL)
            return partials_take(&v->partials, option, argument, d);
        return reports_take(&v->reports, option, argument, d);
    }
}

static const struct program program = {
    .name = "vscore",
    .synopsis = "[options] [FILE...]",
    .about = "Turns tool, review and vote records into verdicts.",
    .options =
        "  -j, --jobs=N          work with N threads; 0: one a processor\n"
        "      --brief           leave out the reviews' texts and the sources\n"
        "      --policy=FILE     decide by the policy in FILE (JSON)\n"
        "      --print-policy    write the policy that decides, and stop\n"
        "      --explain         write the arithmetic behind each verdict, as "
        "text\n"
        "      --infer=LIST      what to infer: match,row,panel,score (all), "
        "none\n"
        "      --previous=FILE   the verdicts that the policy's margin holds "
        "on to\n"
        "      --finished        read verdicts, and report on them as they "
        "are\n" REPORT_HELP PARTIALS_HELP,
    .letters = "j:",
    .names = names,
    .take = take_option,
};

static const struct slice no_key = {NULL, 0};

static void finish_tools(struct vscore *v);

/* Makes what sightings are read into. */
static bool start_scorer(struct vscore *v)
{
    enum report_kind kind = v->reports.report.kind;
    bool brief = v->brief || kind == REPORT_GROUPS || kind == REPORT_AGREEMENT;
    v->scorer = scorer_new(&v->policies.policy, v->infer.bits, brief);
    if (v->scorer == NULL)
        return false;
    scorer_read_again(v->scorer,
                      (struct text_again){texts_again_read, &v->again,
                                          v->again.reader_count});
    return true;
}

/* Takes a sighting of the tool whose turn it is; another's ends it. */
static bool take_in_turn(struct vscore *v, const struct sighting *s)
{
    bytes_clear(&v->text);
    if (!sighting_add_key(&v->text, s)) {
        v->unplaced++;
        return true;
    }
    v->turn = v->text.failed ? TURN_NO_MEMORY
                             : turns_take(&v->turns, bytes_slice(&v->text));
    if (v->turn == TURN_NEXT) {
        finish_tools(v);
        if (!command_output_ok(&v->command) || v->command.broken)
            return false;
        if (!start_scorer(v))
            v->turn = TURN_NO_MEMORY;
    }
    return (v->turn == TURN_SAME || v->turn == TURN_NEXT) &&
           scorer_add_at(v->scorer, s, v->place);
}

static bool take_sighting(void *self, const struct sighting *s)
{
    struct vscore *v = self;
    return v->partials.sorted ? take_in_turn(v, s)
                              : scorer_add_at(v->scorer, s, v->place);
}

/* Why a sighting was not taken. */
static enum record_answer stop(const struct vscore *v,
                               const struct record_line *line, struct diag *d)
{
    if (v->turn == TURN_AGAIN)
        diag_set(d, line->source, line->number, 1,
                 "--sorted: tool \"%.*s\" comes again",
                 (int)(v->text.len < 100 ? v->text.len : 100), v->text.at);
    else if (!command_output_ok(&v->command) || v->command.broken)
        d->message[0] = '\0';
    else
        diag_no_memory(d);
    return RECORD_STOP;
}

/* A record of a state, or of a type that goes through. */
static enum record_answer
take_other(struct vscore *v, const struct record_line *line, struct diag *d)
{
    const struct sighting_taker taker = {take_sighting, v};
    bool other;
    enum record_answer answer =
        partial_streams_take(&v->partials.streams, line, &taker, &other, d);
    if (answer == RECORD_STOP && d->message[0] == '\0')
        return stop(v, line, d);
    if (answer != RECORD_TAKEN || !other)
        return answer;
    /* Explanations are text, which a record would only break. */
    bool go_on = v->explain
                     ? command_output_ok(&v->command)
                     : partials_write_record(&v->partials, no_key, line->text);
    return go_on ? RECORD_TAKEN : RECORD_STOP;
}

static bool take_prepared(struct vscore *v, const struct record_line *line)
{
    const struct prepared_sighting *p = line->prepared;
    bool has_text = p->type == SIGHTING_REVIEW && p->review.text.len != 0;
    return scorer_add_prepared(
        v->scorer, p, has_text ? texts_again_place(&v->again, line) : NO_PLACE);
}

static enum record_answer take_line(void *self, const struct record_line *line,
                                    struct diag *d)
{
    struct vscore *v = self;
    struct sighting sighting;
    if (line->prepared != NULL)
        return take_prepared(v, line) ? RECORD_TAKEN : stop(v, line, d);
    arena_reset(&v->arena);
    if (!sighting_read(&v->reader, line->text, line->source, line->number,
                       &v->arena, &sighting, d))
        return RECORD_REJECTED;
    v->place = NO_PLACE;
    if (sighting.type == SIGHTING_OTHER)
        return take_other(v, line, d);
    if (sighting.type == SIGHTING_REVIEW && sighting.review.text.len != 0)
        v->place = texts_again_place(&v->again, line);
    if (v->partials.writes ? partials_add(&v->partials, line, &sighting)
                           : take_sighting(v, &sighting))
        return RECORD_TAKEN;
    return stop(v, line, d);
}

static bool write_verdict(void *self, const struct verdict *verdict)
{
    struct vscore *v = self;
    struct bytes *text = &v->text;
    struct json_writer w = {.out = text};
    bytes_clear(text);
    if (v->explain)
        score_explain(text, verdict, &v->policies.policy);
    else
        verdict_write(&w, verdict, v->brief ? VERDICT_BRIEF : VERDICT_WHOLE);
    if (text->failed)
        return false;
    if (!v->explain)
        return partials_write_record(&v->partials, verdict->tool,
                                     bytes_slice(text));
    output_write(&v->command.output, bytes_slice(text));
    return command_output_ok(&v->command);
}

static bool write_record(void *self, struct slice record)
{
    struct vscore *v = self;
    return partials_write_record(&v->partials, no_key, record);
}

static bool get_verdict(void *self, size_t index, struct verdict *verdict)
{
    struct vscore *v = self;
    arena_reset(&v->room.arena);
    return scorer_verdict(v->scorer, index, &v->room, verdict);
}

static bool take_lines(void *self, struct slice lines)
{
    struct vscore *v = self;
    command_write_lines(&v->command, lines);
    return command_output_ok(&v->command);
}

/* Whether every verdict is written as it is, which several threads can do. */
static bool writes_all(const struct vscore *v)
{
    return v->workers != 1 && !v->explain && !v->partials.key_tab &&
           reports_want_all(&v->reports);
}

static bool write_all_verdicts(struct vscore *v, size_t count)
{
    const struct verdict_jobs jobs = {.workers = v->workers,
                                      .scorer = v->scorer,
                                      .count = count,
                                      .parts = v->brief ? VERDICT_BRIEF
                                                        : VERDICT_WHOLE,
                                      .take = take_lines,
                                      .self = v};
    return verdict_jobs_run(&jobs);
}

/* Judges the tools whose sightings were taken. */
static void finish_tools(struct vscore *v)
{
    const struct report_sink sink = {write_verdict, write_record, v};
    struct verdict_list list = {.get = get_verdict, .self = v};
    struct command *c = &v->command;
    bool ok = scorer_settle(v->scorer, v->workers, &list.count);
    if (ok && writes_all(v))
        ok = write_all_verdicts(v, list.count);
    else if (ok)
        reports_write(&v->reports, c, &list, &sink);
    if (!ok || v->text.failed) {
        struct diag d;
        diag_no_memory(&d);
        if (scorer_changed(v->scorer))
            texts_again_complain(&v->again, &d);
        command_fail(c, &d);
    }
    if (ok)
        only_voted_add(&v->only_voted, v->scorer);
    v->unplaced += scorer_unplaced(v->scorer);
    scorer_free(v->scorer);
    v->scorer = NULL;
}

static void finish(struct vscore *v)
{
    const struct sighting_taker taker = {take_sighting, v};
    struct diag d;
    v->place = NO_PLACE;
    if (!partials_finish(&v->partials, &taker))
        return;
    if (v->partials.writes)
        partials_write(&v->partials, v->policies.policy.name);
    else
        finish_tools(v);
    reports_finish(&v->reports, &v->command);
    only_voted_tell(&v->only_voted, &v->command);
    if (v->command.broken || v->unplaced == 0)
        return;
    diag_set(&d, NULL, 0, 0,
             v->unplaced == 1 ? "%zu record names no tool and matches none"
                              : "%zu records name no tool and match none",
             v->unplaced);
    command_note(&v->command, &d);
}

static bool start(struct vscore *v, struct diag *d)
{
    /* What is prepared goes to the scorer alone, and to one scorer. */
    v->prepares = !v->partials.writes && !v->partials.sorted;
    if (!v->prepares)
        v->workers = 1;
    if (v->partials.sorted && !inferences_limit_to_one_tool(&v->infer, d))
        return false;
    if (texts_again_start(&v->again, v->workers, v->command.stream.line_most) &&
        start_scorer(v) &&
        (!v->prepares || sighting_jobs_start(&v->jobs, v->scorer, v->workers)))
        return true;
    diag_no_memory(d);
    return false;
}

static bool read_records(struct vscore *v)
{
    if (v->prepares)
        v->command.stream.preparer = &v->jobs.preparer;
    return command_read_records(&v->command, take_line, v);
}

int main(int argc, char **argv)
{
    struct vscore v = {
        .infer.bits = INFER_ALL, .workers = 1, .reader.padded = true};
    struct diag d;
    int status;
    if (!command_start(&v.command, &program, &v, argc, argv, &status)) {
        reports_free(&v.reports);
        return status;
    }
    v.reports.report.brief = v.brief;
    bool ready = finished_fits(&v.finished, &v.policies, &v.partials,
                               &v.reports, v.explain || v.infer.given, &d) &&
                 policies_read(&v.policies, &v.command, &d);
    if (!ready)
        command_fail(&v.command, &d);
    else if (v.policies.print ||
             !reports_start(&v.reports, &v.command, v.explain,
                            &v.policies.policy) ||
             !partials_start(&v.partials, &v.command, &v.reports.report,
                             v.explain))
        ready = false;
    if (ready && v.finished.asked)
        finished_run(&v.finished, &v.command, &v.reports, &v.partials);
    else if (ready && !start(&v, &d))
        command_fail(&v.command, &d);
    else if (ready && policies_read_previous(&v.policies, &v.command) &&
             read_records(&v))
        finish(&v);
    scorer_free(v.scorer);
    reports_free(&v.reports);
    bytes_free(&v.only_voted.keys);
    partials_free(&v.partials);
    finished_free(&v.finished);
    turns_free(&v.turns);
    texts_again_free(&v.again);
    sighting_jobs_free(&v.jobs);
    policies_free(&v.policies);
    sighting_reader_free(&v.reader);
    bytes_free(&v.text);
    arena_free(&v.arena);
    verdict_room_free(&v.room);
    return command_finish(&v.command);
}
