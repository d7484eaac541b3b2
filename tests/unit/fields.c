/*
 * The field reader against jansson: on the files of a suite of JSON texts,
 * and on random lines, whole and damaged.
 */
#include "lib/json/fields.h"

#include <dirent.h>
#include <fcntl.h>
#include <unistd.h>

#include "lib/io/input.h"
#include "tests/unit/agreement.h"
#include "tests/unit/random_json.h"
#include "tests/unit/tap.h"

static const char suite[] = "../shared/suites/json";

static const struct slice names[] = {
    SLICE("type"), SLICE("tool"), SLICE("k"),    SLICE("score"),
    SLICE(""),     SLICE("é"),    SLICE("a\"b"), SLICE("\xf0\x9f\x9a\x80")};

enum { NAMES = sizeof names / sizeof *names };

/* Says what differs, and on which line. */
static bool agrees(struct field_reader *r, struct slice line)
{
    const char *wrong = disagreement(r, line);
    if (wrong == NULL)
        return true;
    struct bytes shown = {0};
    for (size_t i = 0; i < line.len && i < 4000; i++) {
        unsigned char c = (unsigned char)line.at[i];
        bytes_add_format(&shown, c < ' ' || c > '~' ? "\\x%02x" : "%c", c);
    }
    bytes_add_byte(&shown, '\0');
    fprintf(stderr, "# %s: %s\n", wrong, shown.at);
    bytes_free(&shown);
    return false;
}

/* -- the suite ---------------------------------------------------------- */

/*
 * Of the valid texts jansson refuses those with a NUL in a string, and those
 * that are no container when they stand alone.
 */
static bool is_refused_by_choice(const char *name, struct slice text,
                                 bool wrapped)
{
    return strstr(name, "null_escape") != NULL ||
           strstr(name, "escaped_null") != NULL ||
           (!wrapped && memchr("[{ ", text.at[0], 3) == NULL);
}

static void check_text(struct field_reader *r, const char *name,
                       struct slice text, bool wrapped)
{
    struct bytes line = {0};
    bytes_add_string(&line, wrapped ? "{\"k\":" : "");
    bytes_add_slice(&line, text);
    bytes_add_string(&line, wrapped ? "}" : "");
    struct slice whole = bytes_slice(&line);
    bool alike = agrees(r, whole);
    json_t *value = reference_read(whole);
    bool right = true;
    if (name[0] == 'n')
        right = value == NULL;
    else if (name[0] == 'y')
        right = (value != NULL) != is_refused_by_choice(name, text, wrapped);
    ok(alike && right, "%s%s", name, wrapped ? " as a member" : "");
    json_decref(value);
    bytes_free(&line);
}

static void check_file(struct field_reader *r, int folder, const char *name)
{
    struct bytes text = {0};
    struct diag d;
    int fd = openat(folder, name, O_RDONLY | O_CLOEXEC);
    if (fd < 0 || input_read_all(fd, name, 1 << 24, &text, &d) != INPUT_READ) {
        ok(false, "%s can be read", name);
    } else {
        check_text(r, name, bytes_slice(&text), false);
        check_text(r, name, bytes_slice(&text), true);
    }
    if (fd >= 0)
        close(fd);
    bytes_free(&text);
}

static int is_case(const struct dirent *entry)
{
    return strstr(entry->d_name, ".json") != NULL;
}

static void check_suite(struct field_reader *r)
{
    struct dirent **entries;
    int count = scandir(suite, &entries, is_case, alphasort);
    int folder = open(suite, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (count < 0 || folder < 0) {
        ok(true, "suite of JSON texts # SKIP not here");
        return;
    }
    for (int i = 0; i < count; i++) {
        check_file(r, folder, entries[i]->d_name);
        free(entries[i]);
    }
    free(entries);
    close(folder);
}

/* -- random lines ------------------------------------------------------- */

enum { LINES = 60000 };

/* Whether the values of a line are those of the line, not of a tree. */
static bool points_into(struct slice line)
{
    struct arena arena = {0};
    struct diag d;
    bool failed = false;
    const struct json_value *v =
        json_line_read(line, "test", 7, &arena, &failed, &d);
    bool inside =
        v != NULL && v->text.at >= line.at && v->text.at < line.at + line.len;
    arena_free(&arena);
    return inside;
}

static void check_random_lines(struct field_reader *r)
{
    struct bytes line = {0};
    size_t whole = 0, damaged = 0, taken = 0, walked = 0, flat = 0;
    for (size_t i = 0; i < LINES && whole + damaged < 5; i++) {
        struct field fields[NAMES];
        bytes_clear(&line);
        add_random_line(&line);
        whole += !agrees(r, bytes_slice(&line));
        json_t *value = reference_read(bytes_slice(&line));
        taken += json_is_object(value);
        walked += fields_walk(r, bytes_slice(&line), fields, NULL, NULL);
        flat += points_into(bytes_slice(&line));
        json_decref(value);
        random_damage(&line);
        damaged += !agrees(r, bytes_slice(&line));
    }
    bytes_free(&line);
    is_number(whole, 0, "%s: %d random lines", r->wide->name, LINES);
    is_number(damaged, 0, "the same lines damaged");
    ok(taken > LINES / 2, "most of the lines are records");
    ok(walked > taken / 2 && flat > taken / 2,
       "most records are read without jansson");
}

/* -- chosen lines ------------------------------------------------------- */

static void check_chosen_lines(struct field_reader *r)
{
    static const struct {
        struct slice line;
        const char *what;
    } chosen[] = {
        {SLICE(""), "an empty line"},
        {SLICE("{}"), "an empty object"},
        {SLICE("[]"), "an array"},
        {SLICE("\xef\xbb\xbf{}"), "a byte order mark"},
        {SLICE("{} {}"), "two objects"},
        {SLICE("{\"k\":1}\0"), "a NUL behind the object"},
        {SLICE("{\"k\":1\0}"), "a NUL behind a number"},
        {SLICE("{\"k\":true\0}"), "a NUL behind a word"},
        {SLICE("{\"k\":[1\0,2]}"), "a NUL behind a number in an array"},
        {SLICE("{\"k\":\"\0\"}"), "a NUL in a string"},
        {SLICE("{\"k\":1,\"k\":\"2\"}"), "a member twice"},
        {SLICE("{\"\\u006b\":1,\"k\":2}"), "an escaped name first"},
        {SLICE("{\"k\":1,\"\\u006b\":2}"), "an escaped name second"},
        {SLICE("{\"x\":1,\"\\u0078\":2,\"x\":3}"), "others repeated"},
        {SLICE("{\"k\":1,}"), "a comma too many"},
        {SLICE("{\"k\":\"\x7f\"}"), "DEL in a string"},
        {SLICE("{\"k\":\"\xed\xa0\x80\"}"), "a surrogate in UTF-8"},
        {SLICE("{\"k\":\"\xc0\x80\"}"), "an overlong form"},
        {SLICE("{\"k\":\"\xf4\x90\x80\x80\"}"), "a code point too large"},
        {SLICE("{\"k\":tru}"), "half a word"},
        {SLICE("{\"k\":truely}"), "more than a word"},
        {SLICE("{\"k\":1true}"), "a number and a word"},
        {SLICE("{\"a\":{\"b\":1,\"\\u0062\":2},\"k\":{\"b\":3}}"),
         "a name repeated inside only"},
        {SLICE("{\"a\":{\"k\":1},\"k\":{\"k\":{\"k\":2}}}"),
         "a name of several objects"},
        {SLICE("[0,-0,-0.0,0.5,-1.25,123456789012345,1234567890123.5,"
               "0.1234567890123,0.12345678901234,12345678901234.25]"),
         "numbers as long as doubles hold, and longer"},
        {SLICE("[999999999999999999,9223372036854775807,-9223372036854775808,"
               "1e15,1E-7,0.30000000000000004,17.345,1e99]"),
         "numbers at the limits"},
        {SLICE("[9223372036854775808]"), "an integer past 64 bits"},
        {SLICE("[1e400]"), "a real past all"},
    };
    for (size_t i = 0; i < sizeof chosen / sizeof *chosen; i++)
        ok(agrees(r, chosen[i].line), "%s", chosen[i].what);
}

/* Objects of more members than are looked through, the last repeated or not. */
static void check_large_objects(struct field_reader *r)
{
    enum { MEMBERS = 300, DEPTH = 6 };
    struct bytes line = {0};
    bool right = true;
    for (size_t last = MEMBERS; last <= MEMBERS + 1; last++) {
        bytes_clear(&line);
        for (int depth = 0; depth < DEPTH; depth++) {
            bytes_add_byte(&line, '{');
            for (size_t i = 0; i < MEMBERS / (depth == 0 ? 1 : 3); i++)
                bytes_add_format(&line, "\"m%zu\":%zu,", i, i);
            bytes_add_string(&line, "\"inside\":");
        }
        bytes_add_string(&line, "[]");
        bytes_add_repeated(&line, '}', DEPTH - 1);
        bytes_add_format(&line, ",\"m%zu\":true}", last % (MEMBERS + 1));
        right = right && agrees(r, bytes_slice(&line));
    }
    ok(right, "objects of %d members", MEMBERS);
    bytes_free(&line);
}

int main(void)
{
    struct field_reader reader;
    const struct wide *wide;
    field_reader_init(&reader, names, NAMES);
    check_suite(&reader);
    check_chosen_lines(&reader);
    check_large_objects(&reader);
    for (size_t i = 0; (wide = wide_at(i)) != NULL; i++) {
        reader.wide = wide;
        check_random_lines(&reader);
    }
    return done_testing();
}
