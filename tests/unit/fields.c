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
#include "tests/unit/random.h"
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

static void add_space(struct bytes *b)
{
    while (one_in(12))
        bytes_add_byte(b, " \t\r\n"[random_below(4)]);
}

/* \u0000 and lone surrogates among them. */
static void add_random_escape(struct bytes *b)
{
    static const char *const escapes[] = {
        "\\\"",          "\\\\",    "\\/",     "\\b",     "\\f",
        "\\n",           "\\r",     "\\t",     "\\u0001", "\\u00e9",
        "\\u00E9",       "\\uFFFF", "\\u0022", "\\u005c", "\\ud83d\\ude80",
        "\\uD83D\\uDE80"};
    static const char *const wrong[] = {
        "\\u0000",  "\\ud800", "\\udc00", "\\ud800\\u0041", "\\udbff\\udbff",
        "\\ud83dx", "\\u12",   "\\x41",   "\\u12g4",        "\\ud83d\\n"};
    if (one_in(60))
        bytes_add_string(b, wrong[random_below(10)]);
    else
        bytes_add_string(b, escapes[random_below(16)]);
}

/* Digits and letters, any code point, escapes, runs of plain text. */
static void add_random_string(struct bytes *b)
{
    bytes_add_byte(b, '"');
    size_t len = random_below(one_in(50) ? 300 : 8);
    for (size_t i = 0; i < len; i++) {
        unsigned long c = random_codepoint();
        if (one_in(4))
            add_random_escape(b);
        else if (one_in(3))
            bytes_add_string(b, "plain text");
        else if (c >= 0x20 && c != '"' && c != '\\')
            bytes_add_codepoint(b, c);
    }
    bytes_add_byte(b, '"');
}

static void add_digits(struct bytes *b, size_t count)
{
    for (size_t i = 0; i < count; i++)
        bytes_add_byte(b, "0123456789999"[random_below(13)]);
}

static void add_random_number(struct bytes *b)
{
    static const char *const special[] = {"0",
                                          "-0",
                                          "-0.0",
                                          "0e0",
                                          "0E+5",
                                          "1e308",
                                          "1e309",
                                          "-1e309",
                                          "1.7976931348623157e308",
                                          "1.7976931348623159e308",
                                          "1E-400",
                                          "4.9e-324",
                                          "9223372036854775807",
                                          "9223372036854775808",
                                          "-9223372036854775808",
                                          "-9223372036854775809",
                                          "1e99",
                                          "1e100",
                                          "999999999999999999",
                                          "1000000000000000000",
                                          "123456789012345678901",
                                          "01",
                                          "-",
                                          "-01",
                                          "1.",
                                          ".5",
                                          "1e",
                                          "1e+",
                                          "+1",
                                          "0x10",
                                          "1.e5",
                                          "Inf",
                                          "NaN",
                                          "-Infinity",
                                          "0.1e-7",
                                          "100.00",
                                          "1e-5",
                                          "2.5E00",
                                          "1e0000001"};
    enum { VALID = 21, ALL = sizeof special / sizeof *special };
    if (one_in(4)) {
        bytes_add_string(b, special[random_below(one_in(20) ? ALL : VALID)]);
        return;
    }
    if (one_in(3))
        bytes_add_byte(b, '-');
    bytes_add_byte(b, "123456789"[random_below(9)]);
    if (one_in(300))
        add_digits(b, 290 + random_below(30));
    add_digits(b, one_in(4) ? 16 + random_below(5) : random_below(5));
    if (one_in(3)) {
        bytes_add_byte(b, '.');
        add_digits(b, 1 + random_below(one_in(20) ? 130 : 4));
    }
    if (one_in(6)) {
        bytes_add_byte(b, "eE"[random_below(2)]);
        bytes_add_string(b, random_below(2) ? "" : one_in(2) ? "+" : "-");
        add_digits(b, 1 + random_below(3));
    }
}

static void add_random_key(struct bytes *b)
{
    static const char *const keys[] = {
        "\"type\"",       "\"tool\"",     "\"k\"",       "\"score\"",
        "\"\"",           "\"é\"",        "\"a\\\"b\"",  "\"\xf0\x9f\x9a\x80\"",
        "\"t\\u0079pe\"", "\"\\u006B\"",  "\"\\u00e9\"", "\"\\uD83D\\uDE80\"",
        "\"x\"",          "\"other\"",    "\"typ\"",     "\"types\"",
        "\"\\u0078\"",    "\"e\xcc\x81\""};
    if (one_in(10))
        add_random_string(b);
    else
        bytes_add_string(
            b, keys[random_below(one_in(3) ? sizeof keys / sizeof *keys : 8)]);
}

static void add_random_value(struct bytes *b, size_t depth);

static void add_random_object(struct bytes *b, size_t depth)
{
    bytes_add_byte(b, '{');
    add_space(b);
    size_t count = random_below(5);
    for (size_t i = 0; i < count; i++) {
        bytes_add_string(b, i == 0 ? "" : ",");
        add_space(b);
        add_random_key(b);
        add_space(b);
        bytes_add_byte(b, ':');
        add_space(b);
        add_random_value(b, depth + 1);
        add_space(b);
    }
    bytes_add_byte(b, '}');
}

static void add_random_array(struct bytes *b, size_t depth)
{
    bytes_add_byte(b, '[');
    add_space(b);
    size_t count = random_below(4);
    for (size_t i = 0; i < count; i++) {
        bytes_add_string(b, i == 0 ? "" : ",");
        add_space(b);
        add_random_value(b, depth + 1);
        add_space(b);
    }
    bytes_add_byte(b, ']');
}

/* Containers within containers, around the limits of both readers. */
static void add_nested(struct bytes *b)
{
    size_t depth = one_in(8) ? 2042 + random_below(10) : 58 + random_below(12);
    char kind[2052];
    for (size_t i = 0; i < depth; i++) {
        kind[i] = "[{"[random_below(2)];
        bytes_add_string(b, kind[i] == '{' ? "{\"x\":" : "[");
    }
    if (one_in(3) && depth != 0 && kind[depth - 1] == '[')
        ; /* an empty one inside */
    else if (one_in(2))
        bytes_add_string(b, "1");
    else
        bytes_add_string(b, "\"s\"");
    while (depth != 0)
        bytes_add_byte(b, kind[--depth] == '{' ? '}' : ']');
}

static void add_random_value(struct bytes *b, size_t depth)
{
    switch (random_below(depth > 4 ? 6 : 8)) {
    case 0:
        bytes_add_string(b, one_in(2) ? "true" : "false");
        break;
    case 1:
        bytes_add_string(b, "null");
        break;
    case 2:
    case 3:
        add_random_number(b);
        break;
    case 4:
    case 5:
        add_random_string(b);
        break;
    case 6:
        add_random_array(b, depth);
        break;
    default:
        add_random_object(b, depth);
    }
}

static void add_random_line(struct bytes *b)
{
    add_space(b);
    if (one_in(400)) {
        bytes_add_string(b, one_in(4) ? "[" : "{\"k\":");
        add_nested(b);
        bytes_add_string(b, b->at[0] == '[' ? "]" : ",\"type\":\"t\"}");
    } else if (one_in(50)) {
        add_random_array(b, 0);
    } else {
        add_random_object(b, 0);
    }
    add_space(b);
}

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

/* -- lines of one shape ------------------------------------------------- */

enum { SHAPES = 3000, LINES_A_SHAPE = 12, LEAVES_MOST = 40 };

/* Stands in a shape where a leaf is to be. */
static const char leaf_mark = '\x01';

static void add_shape_members(struct bytes *b, bool inside)
{
    static const char *const keys[] = {
        "\"type\"",
        "\"source\"",
        "\"k\"",
        "\"\"",
        "\"é\"",
        "\"at\"",
        "\"file\"",
        "\"line\"",
        "\"known\"",
        "\"mine\"",
        "\"a key that is far longer than any that a literal can hold\""};
    enum { KEYS = sizeof keys / sizeof *keys };
    size_t key = random_below(KEYS);
    bytes_add_byte(b, '{');
    add_space(b);
    for (size_t i = 0, count = random_below(inside ? 3 : 8); i < count; i++) {
        bytes_add_string(b, i == 0 ? "" : ",");
        add_space(b);
        bytes_add_string(b, keys[key]);
        add_space(b);
        bytes_add_byte(b, ':');
        add_space(b);
        if (!inside && one_in(4))
            add_shape_members(b, true);
        else
            bytes_add_byte(b, leaf_mark);
        add_space(b);
        /* Mostly each once. */
        key = (key + !one_in(20)) % (size_t)(KEYS - !one_in(30));
    }
    bytes_add_byte(b, '}');
}

/* A line of the shape, its leaves being anything. */
static void add_line_of(struct bytes *b, struct slice shape)
{
    for (size_t i = 0; i < shape.len; i++) {
        if (shape.at[i] != leaf_mark)
            bytes_add_byte(b, shape.at[i]);
        else if (one_in(10))
            add_random_value(b, 3);
        else if (one_in(2))
            add_random_string(b);
        else
            add_random_number(b);
    }
}

/*
 * A copy of the line that ends where its memory may end, with what looks like
 * more of it behind its end, or plain text that does not.
 */
static char *pad(struct slice line)
{
    static const char behind[] = "x\"\"\"}},:01e nul\\\n";
    size_t kinds = one_in(4) ? 1 : sizeof behind;
    char *padded = malloc(line.len + WIDE_BEHIND);
    if (padded != NULL && line.len != 0)
        memcpy(padded, line.at, line.len);
    for (size_t i = 0; padded != NULL && i < WIDE_BEHIND; i++)
        padded[line.len + i] = behind[random_below(kinds)];
    return padded;
}

/* With another set of registers each time. */
static void agrees_in_stream(struct field_stream *s, struct slice line,
                             size_t *taken, size_t *fitted, size_t *wrong)
{
    static size_t turn;
    s->reader.wide = wide_at(turn++);
    if (s->reader.wide == NULL)
        s->reader.wide = wide_at(turn = 0);
    bool took = false;
    char *padded = pad(line);
    const char *differs =
        padded == NULL
            ? "no memory"
            : differing_stream(s, slice_from(padded, line.len), &took);
    *taken += took;
    *fitted += took && s->shapes.missed == 0;
    if (differs == NULL)
        differs = differing_in_room(s, slice_from(padded, line.len), took);
    if (differs == NULL)
        differs = differing_first(s, line, took);
    if (differs != NULL)
        fprintf(stderr, "# %s: %.*s\n", differs, (int)line.len, line.at);
    *wrong += differs != NULL;
    free(padded);
}

static void check_shapes(void)
{
    static struct field_stream stream;
    struct bytes shape = {0}, other = {0}, line = {0};
    size_t wrong = 0, taken = 0, fitted = 0, damaged = 0;
    field_stream_init(&stream, &nested_names, true);
    for (size_t i = 0; i < SHAPES && wrong < 5; i++) {
        bytes_clear(&shape);
        add_shape_members(&shape, false);
        for (size_t j = 0; j < LINES_A_SHAPE; j++) {
            /* One of another shape now and then. */
            const struct bytes *of = i != 0 && one_in(8) ? &other : &shape;
            bytes_clear(&line);
            add_line_of(&line, bytes_slice(of));
            agrees_in_stream(&stream, bytes_slice(&line), &taken, &fitted,
                             &wrong);
            random_damage(&line);
            agrees_in_stream(&stream, bytes_slice(&line), &damaged, &damaged,
                             &wrong);
        }
        struct bytes swapped = shape;
        shape = other;
        other = swapped;
    }
    is_number(wrong, 0, "lines of some shapes, and the same damaged");
    ok(taken > SHAPES * LINES_A_SHAPE / 2, "most of them are read");
    ok(fitted > taken / 2, "most of these by their shape");
    field_stream_free(&stream);
    bytes_free(&shape);
    bytes_free(&other);
    bytes_free(&line);
}

/* What was set by one line is not there any more in the next. */
static void check_nothing_stays(void)
{
    static const char *const lines[] = {
        "{\"k\":1,\"source\":{\"file\":\"f\"},\"mine\":1}",
        "{\"k\":2,\"source\":{\"file\":\"g\"},\"mine\":2}", "{\"type\":\"t\"}",
        "{\"k\":3,\"source\":null}"};
    static struct field_stream stream;
    size_t wrong = 0, taken = 0, fitted = 0;
    field_stream_init(&stream, &nested_names, true);
    for (size_t i = 0; i < 64; i++)
        agrees_in_stream(&stream, slice_of(lines[(i ^ i / 4) % 4]), &taken,
                         &fitted, &wrong);
    ok(wrong == 0 && taken == 64 && fitted == 61,
       "lines of three shapes, one after the other");
    field_stream_free(&stream);
}

/* A line ends where it ends, even where what follows would make it whole. */
static void check_line_ends(void)
{
    static const struct {
        const char *text;
        size_t len; /* of the first line; 0: it is not taken */
    } chosen[] = {
        {"{\"type\":\"t\",\"k\":[1,2]}\n", 22},
        {"{\"type\":\"t\",\"k\":[1,2]}\r\n{", 22},
        {"{\"type\":\"t\",\"k\":[1,2]}", 22},
        {"{\"type\":\"t\",\"k\":{\"a\":2}}\n\n", 24},
        {"{\"type\":\"t\",\"k\":[1,\n2]}\n", 0},
        {"{\"type\":\"t\",\"k\":{\"a\":\n2}}\n", 0},
        {"{\"type\":\"t\",\"k\":[1,2]\n}\n", 0},
        {"{\"type\":\"t\",\n\"k\":[1,2]}\n", 0},
        {"{\"type\":\"t\n\",\"k\":[1,2]}\n", 0},
        {"{\"type\":\"t\",\"k\":[1,2]}\r", 0},
        {"{\"type\":\"t\",\"k\":[1,2]} \n", 0},
    };
    static struct field_stream stream;
    field_stream_init(&stream, &nested_names, true);
    for (size_t i = 0; i < sizeof chosen / sizeof *chosen; i++) {
        char text[64 + WIDE_BEHIND] = "";
        snprintf(text, 64, "%s", chosen[0].text);
        bool learnt =
            field_stream_walk(&stream, slice_from(text, chosen[0].len));
        snprintf(text, 64, "%s", chosen[i].text);
        struct slice line = slice_of(text);
        bool took = field_stream_walk_first(&stream, &line);
        ok(learnt && took == (chosen[i].len != 0) &&
               (!took || line.len == chosen[i].len),
           "line %zu of those that go on is %s", i + 1,
           took ? "taken" : "not taken");
    }
    field_stream_free(&stream);
}

/* Long strings of which it is seen whether folding leaves them as they are. */
static void check_folded(void)
{
    static const struct {
        const char *text;
        bool folded;
    } chosen[] = {
        {"A text of more than thirty-two bytes, as most are.", true},
        {"A \\\"text\\\" \\\\ of more than thirty-two bytes.", true},
        {"A café of more than thirty-two bytes – as here.", true},
        {" A text of more than thirty-two bytes, as most are.", false},
        {"A text of more than thirty-two bytes, as most are. ", false},
        {"A text of more than thirty-two  bytes, as most are.", false},
        {"A text of more than thirty-two bytes,  as most are", false},
        {"A text of more than thirty-two\\nbytes, as most are.", false},
        {"A text of more than thirty-two\\u0020 bytes, too.", false},
        {"A text of more than\xc2\xa0thirty-two bytes, as here.", false},
        {"A text of more than cafe\xcc\x81 thirty-two bytes.", false},
    };
    static struct field_stream stream;
    struct bytes line = {0};
    field_stream_init(&stream, &nested_names, true);
    for (size_t i = 0; i < sizeof chosen / sizeof *chosen; i++) {
        const struct field *f = &stream.fields[0];
        bool took = true;
        bytes_clear(&line);
        bytes_add_format(&line, "{\"type\":\"%s\"}", chosen[i].text);
        for (int times = 0; took && times < 2; times++) {
            char *padded = pad(bytes_slice(&line));
            took = padded != NULL &&
                   field_stream_walk(&stream, slice_from(padded, line.len));
            free(padded);
        }
        ok(took && f->folded == chosen[i].folded, "%sfolded: %s",
           chosen[i].folded ? "" : "not ", chosen[i].text);
    }
    field_stream_free(&stream);
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
    check_shapes();
    check_nothing_stays();
    check_line_ends();
    check_folded();
    return done_testing();
}
