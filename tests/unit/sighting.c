/* Reading sightings: types, ranges, and what is said of wrong members. */
#include "lib/record/sighting.h"

#include "tests/unit/tap.h"

static struct arena arena;
static struct sighting s;
static struct diag d;

static struct sighting_reader reader = {.padded = true};
static char padded[2048];

static bool read_once(struct slice line)
{
    arena_reset(&arena);
    d = (struct diag){0};
    return sighting_read(&reader, line, "in", 3, &arena, &s, &d);
}

/* A line is read twice: the second time it has a shape, if it is to be had. */
static bool reads(const char *text)
{
    struct slice line = slice_from(padded, strlen(text));
    if (line.len + WIDE_BEHIND > sizeof padded)
        return false;
    memcpy(padded, text, line.len);
    struct diag first;
    bool read = read_once(line);
    first = d;
    if (read_once(line) != read || d.column != first.column ||
        strcmp(d.message, first.message) != 0)
        ok(false, "%s is read otherwise the second time", text);
    return read;
}

static void refuses(const char *line, size_t column, const char *message)
{
    bool read = reads(line);
    ok(!read && d.line == 3 && d.source != NULL && strcmp(d.source, "in") == 0,
       "%s is refused", line);
    is_string(d.message, message, "with this message");
    is_number(d.column, column, "and this column");
}

static void check_tool(void)
{
    ok(reads("{\"type\":\"tool\",\"tool\":\"a.123456\",\"name\":\"A\","
             "\"tagline\":\"t\\u00e9\",\"category\":null,\"stated\":{"
             "\"verdict\":\"mixed\",\"ship\":2,\"skip\":3,\"ship_pct\":50.5},"
             "\"community\":{\"votes\":13,\"ship_pct\":62},\"entry\":\"free\","
             "\"pricing\":\"$8\",\"aggregate\":{\"value\":4.5,\"best\":5,"
             "\"worst\":1,\"count\":99},\"page\":\"0123456789abcdef\","
             "\"col\":1,\"source\":{\"file\":\"f\",\"line\":7,\"offset\":8,"
             "\"url\":null,\"fetched\":\"2024-01-01T00:00:00Z\"},"
             "\"mine\":[1, 2]}"),
       "a tool with everything");
    const struct tool_record *t = &s.tool;
    ok(s.type == SIGHTING_TOOL && slice_is(t->tool, "a.123456") &&
           slice_is(t->name, "A") && slice_is(t->tagline, "té") &&
           !slice_known(t->category) && slice_is(t->entry, "free") &&
           slice_is(t->pricing, "$8") && slice_is(t->page, "0123456789abcdef"),
       "its strings");
    ok(t->stated.verdict == JUDGEMENT_MIXED && t->stated.ship == 2 &&
           t->stated.skip == 3 && t->stated.ship_pct == 5050 &&
           t->community_votes == 13 && t->community_ship_pct == 6200 &&
           t->col == 1 && !t->truncated,
       "its numbers");
    ok(t->has_aggregate && t->aggregate.value == 450 &&
           t->aggregate.best == 500 && t->aggregate.worst == 100 &&
           t->aggregate.count == 99,
       "its rating");
    ok(slice_is(t->source.file, "f") && t->source.line == 7 &&
           !slice_known(t->source.url) &&
           slice_is(t->source.fetched, "2024-01-01T00:00:00Z"),
       "its source");
    ok(slice_is(s.others, ",\"mine\":[1, 2]"), "a user's member as it stood");
}

static void check_absent_members(void)
{
    ok(reads("{\"type\":\"tool\",\"policy\":\"mine\",\"my\":1,\"panel\":[]}") &&
           slice_is(s.others, ",\"my\":1"),
       "what a verdict has of its own is not passed through");
    ok(reads("{\"type\":\"tool\"}"), "a tool with nothing");
    const struct tool_record *t = &s.tool;
    ok(!slice_known(t->tool) && !slice_known(t->name) &&
           t->stated.verdict == JUDGEMENT_UNKNOWN && t->stated.ship == -1 &&
           t->stated.ship_pct == DECIMAL_UNKNOWN && t->community_votes == -1 &&
           !t->has_aggregate && !t->truncated && t->col == -1 &&
           t->source.line == -1 && s.others.len == 0,
       "of which nothing is known");
    ok(reads("{\"type\":\"review\",\"stated\":[],\"score\":null}"),
       "a review minds no members of a tool");
    ok(s.type == SIGHTING_REVIEW && s.review.score == DECIMAL_UNKNOWN &&
           s.review.verdict == JUDGEMENT_UNKNOWN &&
           !slice_known(s.review.inferred) && s.review.row == -1,
       "and nothing is known of it either");
}

static void check_review(void)
{
    ok(reads("{\"type\":\"review\",\"tool\":\"a\",\"name\":\"A\","
             "\"reviewer\":\"Builder\",\"score\":87.55,\"verdict\":\"skip\","
             "\"text\":\"line\\none\",\"truncated\":true,\"id\":\"00\","
             "\"inferred\":{\"reviewer\":\"row\"},\"page\":\"p\",\"row\":2,"
             "\"col\":0}"),
       "a review with everything");
    const struct review_record *r = &s.review;
    ok(s.type == SIGHTING_REVIEW && slice_is(r->reviewer, "Builder") &&
           r->score == 8755 && r->verdict == JUDGEMENT_SKIP &&
           slice_is(r->text, "line\none") && r->truncated &&
           slice_is(r->inferred, "{\"reviewer\":\"row\"}") && r->row == 2 &&
           r->col == 0,
       "and all of it");
}

/* The key and a long text, as the review's id is the hash of both. */
static void check_keyed_text(void)
{
    static const struct {
        const char *key, *text, *keyed; /* NULL: not to be had */
        size_t len;
    } chosen[] = {
#define WORDS "words enough to be more than a register holds"
        {"a-key", WORDS, "a-key\0\0" WORDS, sizeof "a-key\0\0" WORDS - 1},
        {"a-key", "\\\"" WORDS "\\u00e9 \\ud83d\\ude00\\t",
         "a-key\0\0\"" WORDS "\xc3\xa9 \xf0\x9f\x98\x80\t",
         sizeof "a-key\0\0\"" WORDS "\xc3\xa9 \xf0\x9f\x98\x80\t" - 1},
        {"a-key-of-more-than-thirty-two-bytes-and-up-to-62-as-here-in-all",
         WORDS, NULL, 0},
        {"a-key-of-more-than-thirty-two-bytes-and-up-to-62-as-here-in-al",
         WORDS,
         "a-key-of-more-than-thirty-two-bytes-and-up-to-62-as-here-in-al"
         "\0\0" WORDS,
         62 + 2 + sizeof WORDS - 1},
        {"a-key", "few words", NULL, 0},
#undef WORDS
    };
    for (size_t i = 0; i < sizeof chosen / sizeof *chosen; i++) {
        char line[1024];
        struct slice wanted = slice_from(chosen[i].keyed, chosen[i].len);
        snprintf(line, sizeof line,
                 "{\"type\":\"review\",\"text\":\"%s\",\"tool\":\"%s\"}",
                 chosen[i].text, chosen[i].key);
        ok(reads(line) && slice_equal(s.review.keyed_text, wanted) &&
               slice_is(s.review.tool, chosen[i].key),
           "%s stands before %s", chosen[i].key, chosen[i].text);
    }
}

static void check_other_types(void)
{
    ok(reads("{\"type\":\"vote\",\"tool\":\"a\",\"vote\":\"ship\","
             "\"voter\":\"v\",\"at\":\"t\"}") &&
           s.type == SIGHTING_VOTE && s.vote.vote == JUDGEMENT_SHIP &&
           slice_is(s.vote.voter, "v") && slice_is(s.vote.at, "t"),
       "a vote");
    ok(reads("{\"type\":\"verdict\",\"score\":\"any\"}") &&
           s.type == SIGHTING_OTHER,
       "a record of another type, whatever is in it");
    ok(reads("{}") && s.type == SIGHTING_OTHER, "a record without a type");
    ok(reads("{\"type\":\"to\\u006fl\"}") && s.type == SIGHTING_TOOL,
       "an escaped type");
    ok(reads("{\"type\":\"vote\",\"type\":\"tool\"}") &&
           s.type == SIGHTING_TOOL,
       "of a repeated member the last counts");
}

static void check_ranges(void)
{
    ok(reads("{\"type\":\"review\",\"score\":0}") && s.review.score == 0,
       "a score of 0");
    ok(reads("{\"type\":\"review\",\"score\":100}") && s.review.score == 10000,
       "a score of 100");
    ok(reads("{\"type\":\"review\",\"score\":1e2}") && s.review.score == 10000,
       "a score of 1e2");
    ok(reads("{\"type\":\"review\",\"score\":100.004}") &&
           s.review.score == 10000,
       "a score that rounds to 100");
    ok(reads("{\"type\":\"review\",\"row\":1000000000000000}") &&
           s.review.row == INT64_C(1000000000000000),
       "a large whole number");
    refuses("{\"type\":\"review\",\"score\":100.005}", 26,
            "\"score\" must be a number from 0 to 100 or null");
    refuses("{\"type\":\"review\",\"score\":-1}", 26,
            "\"score\" must be a number from 0 to 100 or null");
    refuses("{\"type\":\"review\",\"score\":1e300}", 26,
            "\"score\" must be a number or null");
    refuses("{\"type\":\"review\",\"row\":1.5}", 24,
            "\"row\" must be a whole number or null");
    refuses("{\"type\":\"review\",\"row\":-1}", 24,
            "\"row\" must be a whole number or null");
    refuses("{\"type\":\"review\",\"col\":1.0}", 24,
            "\"col\" must be a whole number or null");
}

static void check_wrong_types(void)
{
    refuses("{\"type\":7}", 9, "\"type\" must be a string or null");
    refuses("{\"type\":\"tool\", \"name\": [1]}", 25,
            "\"name\" must be a string or null");
    refuses("{\"type\":\"tool\",\"tool\":true}", 23,
            "\"tool\" must be a string or null");
    refuses("{\"type\":\"review\",\"score\":\"9\"}", 26,
            "\"score\" must be a number or null");
    refuses("{\"type\":\"review\",\"verdict\":\"unrated\"}", 28,
            "\"verdict\" must be \"ship\", \"mixed\", \"skip\" or null");
    refuses("{\"type\":\"review\",\"verdict\":\"Ship\"}", 28,
            "\"verdict\" must be \"ship\", \"mixed\", \"skip\" or null");
    refuses("{\"type\":\"review\",\"truncated\":1}", 30,
            "\"truncated\" must be true, false or null");
    refuses("{\"type\":\"review\",\"inferred\":\"row\"}", 29,
            "\"inferred\" must be an object or null");
    refuses("{\"type\":\"tool\",\"source\":[]}", 25,
            "\"source\" must be an object or null");
    refuses("{\"type\":\"tool\",\"stated\":{\"ship\":\"2\"}}", 33,
            "\"ship\" in \"stated\" must be a number or null");
    refuses(
        "{\"type\":\"tool\",\"stated\": {\"ship_pct\":101}}", 38,
        "\"ship_pct\" in \"stated\" must be a number from 0 to 100 or null");
    refuses("{\"type\":\"tool\",\"community\":{\"votes\":0.5}}", 37,
            "\"votes\" in \"community\" must be a whole number or null");
    refuses("{\"type\":\"tool\",\"aggregate\":{\"value\":{}}}", 37,
            "\"value\" in \"aggregate\" must be a number or null");
    refuses("{\"type\":\"vote\",\"tool\":\"a\",\"vote\":\"mixed\"}", 34,
            "\"vote\" must be \"ship\" or \"skip\"");
    refuses("{\"type\":\"vote\",\"vote\":\"ship\"}", 1,
            "\"tool\" must be a string");
    refuses("{\"name\":1,\"type\":\"tool\",\"tool\":2}", 32,
            "\"tool\" must be a string or null");
    refuses("[{\"type\":\"tool\"}]", 1, "not a record: an object is needed");
    refuses("{\"type\":\"tool\"", 14, "JSON that ends too early");
    refuses("{\"type\":\"t\xff\"}", 11, "not UTF-8: byte 0xff");
}

int main(void)
{
    check_tool();
    check_absent_members();
    check_review();
    check_keyed_text();
    check_other_types();
    check_ranges();
    check_wrong_types();
    sighting_reader_free(&reader);
    arena_free(&arena);
    return done_testing();
}
