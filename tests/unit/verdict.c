/* Reading verdicts: what is taken, what is refused, and what comes out. */
#include "lib/record/verdict.h"

#include "tests/unit/tap.h"

static struct bytes written;
static struct diag d;

/* Whether the record is taken; it is written again then. */
static bool reads(const char *line)
{
    struct arena arena = {0};
    struct verdict v;
    struct json_writer w = {.out = &written};
    d = (struct diag){0};
    bytes_clear(&written);
    bool failed = false;
    struct object o = {
        .value = json_line_read(slice_of(line), "in", 3, &arena, &failed, &d)};
    bool good = o.value != NULL && verdict_read(&o, &arena, &v) &&
                object_check(&o, slice_of(line), "in", 3, &d);
    if (good)
        verdict_write(&w, &v, VERDICT_WHOLE);
    bytes_add_byte(&written, '\0');
    arena_free(&arena);
    return good;
}

static bool holds(const char *piece)
{
    return strstr(written.at, piece) != NULL;
}

static void refuses(const char *line, size_t column, const char *message)
{
    ok(!reads(line), "%s is refused", line);
    is_string(d.message, message, "with this message");
    is_number(d.column, column, "and this column");
}

static void check_what_is_taken(void)
{
    ok(reads("{\"type\":\"verdict\",\"tool\":\"a\",\"conflicts\":[{\"field\":"
             "\"entry\",\"values\":[null,\"free\",null]}]}") &&
           holds("\"values\":[null,\"free\",null]"),
       "values of a conflict that are null stay");
    ok(reads("{\"type\":\"verdict\",\"tool\":\"a\",\"panel\":[{\"inferred\":"
             "null,\"mine\":null}]}") &&
           !holds("inferred") && holds("\"mine\":null"),
       "what was not inferred is left out, a user's member is not");
    ok(reads("{\"tool\":\"a\",\"x\":[0.1,{\"y\":-1.10}],\"z\":"
             "0.30000000000000004}") &&
           holds("\"x\":[0.1,{\"y\":-1.1}],\"z\":0.30000000000000004"),
       "a user's numbers keep their value, with no digits more than before");
    ok(reads("{\"tool\":\"a\",\"pages\":1000000000000000}") &&
           holds("\"pages\":1000000000000000"),
       "a large count");
}

static void check_ranges(void)
{
    refuses("{\"tool\":\"a\",\"ship\":1000000000000001}", 20,
            "\"ship\" must be a whole number or null");
    refuses("{\"tool\":\"a\",\"ship\":9223372036854775807}", 20,
            "\"ship\" must be a whole number or null");
    refuses("{\"tool\":\"a\",\"ship\":1.0}", 20,
            "\"ship\" must be a whole number or null");
    refuses("{\"tool\":\"a\",\"ship_pct\":1e16}", 24,
            "\"ship_pct\" must be a number or null");
    refuses("{\"tool\":\"a\",\"interval\":[1e300,1]}", 24,
            "\"interval\" must be two numbers or null");
    refuses("{\"tool\":\"a\",\"interval\":[1,2,3]}", 24,
            "\"interval\" must be two numbers or null");
    refuses("{\"tool\":\"a\",\"panel\":[{\"inferred\":\"row\"}]}", 21,
            "\"inferred\" in \"panel\" must be an object or null");
    refuses("{}", 1, "\"tool\" must be a string");
}

int main(void)
{
    check_what_is_taken();
    check_ranges();
    bytes_free(&written);
    return done_testing();
}
