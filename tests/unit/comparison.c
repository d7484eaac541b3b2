/* What is read of comparison and change records. */
#include "lib/record/comparison.h"

#include "lib/base/decimal.h"
#include "lib/record/change.h"
#include "tests/unit/tap.h"

#define VERDICT(letter)                                                        \
    "{\"tool\":\"" letter "\",\"name\":null,\"tagline\":null,"                 \
    "\"category\":null,\"verdict\":\"ship\",\"reviews\":1,\"ship\":1,"         \
    "\"skip\":0,\"mixed\":0,\"ship_pct\":100,\"basis\":\"computed\","          \
    "\"score\":{\"n\":1,\"mean\":87.5,\"median\":87.5,\"min\":87.5,"           \
    "\"max\":87.5,\"sd\":null},\"interval\":[20.65,100],\"split\":{"           \
    "\"range\":0,\"polarization\":0},\"community\":{\"votes\":0,\"ship\":0,"   \
    "\"skip\":0,\"ship_pct\":null},\"entry\":null,\"pricing\":null,"           \
    "\"stated\":{\"verdict\":null,\"ship\":null,\"skip\":null,"                \
    "\"ship_pct\":null},\"agrees\":null,\"policy\":\"panel-1\",\"pages\":1,"   \
    "\"mark\":[1]}"

static const char comparison[] =
    "{\"type\":\"comparison\",\"title\":\"A vs B\",\"a\":" VERDICT(
        "a") ","
             "\"b\":" VERDICT("b") ",\"decision\":[{\"field\":\"Score\","
                                   "\"a\":\"87.5\",\"b\":null,\"better\":null},"
                                   "{\"field\":\"Community\","
                                   "\"a\":null,\"b\":null,\"better\":\"tie\"}],"
                                   "\"scorecard\":[{"
                                   "\"reviewer\":\"Builder\",\"a\":{\"score\":"
                                   "87.5,\"verdict\":\"ship\","
                                   "\"text\":\"Good.\"},\"b\":null,\"delta\":"
                                   "null}],\"winner\":\"b\","
                                   "\"margin\":{\"ship_pct\":25,\"score\":-1."
                                   "25},\"why\":\"B leads.\","
                                   "\"agree\":[\"Builder\"],\"split\":[],"
                                   "\"mark\":{\"a\":1}}";

static const char change[] =
    "{\"type\":\"change\",\"tool\":\"a\",\"name\":\"A\",\"kind\":\"flipped\","
    "\"field\":\"verdict\",\"old\":\"ship\",\"new\":{\"any\":[null,1.5]},"
    "\"reviewer\":\"Builder\",\"cause\":{\"came\":[\"x\",null],\"went\":[],"
    "\"changed\":[\"y\"],\"policy\":[null,\"panel-1\"]},\"words\":[[\"=\","
    "\"It is \"],[\"-\",\"old\"],[\"+\",\"new\"]]}";

/* What a comparison says that was read, a member a line. */
static void add_comparison(struct bytes *out, const struct comparison *c)
{
    const struct scorecard_row *row = &c->scorecard[0];
    const struct slice texts[] = {c->title,
                                  c->a.tool,
                                  c->b.tool,
                                  c->why,
                                  c->decision[0].field,
                                  c->decision[0].a,
                                  row->reviewer,
                                  row->a.text,
                                  c->agree[0],
                                  c->others,
                                  c->a.others};
    const int64_t numbers[] = {c->a.ship_pct,
                               (int64_t)c->decision_count,
                               c->decision[0].better,
                               c->decision[1].better,
                               (int64_t)c->scorecard_count,
                               row->a.score,
                               row->a.verdict,
                               row->b.known,
                               row->delta == DECIMAL_UNKNOWN,
                               c->winner,
                               c->margin_ship_pct,
                               c->margin_score,
                               (int64_t)c->agree_count,
                               (int64_t)c->split_count,
                               (int64_t)c->a.panel_count,
                               (int64_t)c->b.panel_count,
                               slice_known(c->decision[0].b),
                               c->brief};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        bytes_add_slice(out, texts[i]);
        bytes_add_byte(out, '\n');
    }
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        bytes_add_format(out, " %lld", (long long)numbers[i]);
}

static const char comparison_read_as[] =
    "A vs B\na\nb\nB leads.\nScore\n87.5\nBuilder\nGood.\nBuilder\n"
    ",\"mark\":{\"a\":1}\n,\"mark\":[1]\n"
    " 10000 2 0 3 1 8750 1 0 1 2 2500 -125 1 0 1 0 0 0";

/* What a record was read as, or what is wrong with it. */
static void add_read(struct bytes *out, const char *text)
{
    struct slice line = slice_of(text);
    struct arena arena = {0};
    struct diag d = {0};
    struct json_writer w = {.out = out};
    bool failed = false;
    struct object o = {.value =
                           json_line_read(line, NULL, 0, &arena, &failed, &d)};
    struct comparison c;
    struct change ch;
    bool is_change = slice_is(object_string(&o, "type"), "change");
    bool read = is_change ? change_read(&o, &arena, &ch)
                          : comparison_read(&o, &arena, &c);
    if (!read || !object_check(&o, line, "-", 1, &d))
        bytes_add_format(out, "%zu: %s", d.column, d.message);
    else if (is_change)
        change_write(&w, &ch);
    else
        add_comparison(out, &c);
    bytes_add_byte(out, '\0');
    arena_free(&arena);
}

static void check(const char *text, const char *expected, const char *about)
{
    struct bytes got = {0};
    add_read(&got, text);
    is_string(got.at, expected, "%s", about);
    bytes_free(&got);
}

/*
 * The record with its first `piece` replaced must be refused, where the value
 * of its member `key` begins.
 */
static void check_refused(const char *record, const char *piece,
                          const char *replacement, const char *key,
                          const char *message)
{
    struct bytes text = {0}, name = {0}, expected = {0};
    const char *at = strstr(record, piece);
    bytes_add(&text, record, (size_t)(at - record));
    bytes_add_string(&text, replacement);
    bytes_add_string(&text, at + strlen(piece));
    bytes_add_byte(&text, '\0');
    bytes_add_format(&name, "\"%s\":%c", key, '\0');
    size_t column = (size_t)(strstr(text.at, name.at) - text.at) + name.len;
    bytes_add_format(&expected, "%zu: %s%c", column, message, '\0');
    check(text.at, expected.at, message);
    bytes_free(&text);
    bytes_free(&name);
    bytes_free(&expected);
}

int main(void)
{
    check(comparison, comparison_read_as, "a comparison");
    check(change, change, "a change");
    check_refused(comparison, "\"A vs B\"", "7", "title",
                  "\"title\" must be a string or null");
    check_refused(comparison, "\"winner\":\"b\"", "\"winner\":\"B\"", "winner",
                  "\"winner\" must be \"a\", \"b\", \"tie\" or null");
    check_refused(comparison, "\"a\":{", "\"a\":{\"x\":1},\"y\":{", "a",
                  "\"tool\" in \"a\" must be a string");
    check_refused(comparison, "{\"field\":\"Score\"", "3,{\"field\":\"Score\"",
                  "decision", "\"decision\" must be an array of objects");
    check_refused(comparison, "\"delta\":null", "\"delta\":\"0\"", "scorecard",
                  "\"delta\" in \"scorecard\" must be a number or null");
    check_refused(comparison, "[\"Builder\"]", "[null]", "agree",
                  "\"agree\" must be an array of strings");
    check_refused(change, "\"flipped\"", "\"flopped\"", "kind",
                  "\"kind\" must be \"added\", \"removed\", \"flipped\", "
                  "\"score\", \"panel\", \"pricing\", \"text\" or \"fact\"");
    check_refused(change, "[null,\"panel-1\"]", "[\"panel-1\"]", "cause",
                  "\"policy\" in \"cause\" must be an array of two strings");
    check_refused(change, "[\"-\"", "[\"~\"", "words",
                  "\"words\" must be an array of pairs of sign and text");
    return done_testing();
}
