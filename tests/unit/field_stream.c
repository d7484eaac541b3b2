/*
 * The field reader for lines that are alike, against jansson: on random lines
 * of random shapes, whole and damaged, and on chosen ones.
 */
#include "lib/json/field_stream.h"

#include "tests/unit/random_json.h"
#include "tests/unit/stream_agreement.h"
#include "tests/unit/tap.h"

/* -- random shapes ------------------------------------------------------- */

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

/* -- chosen lines -------------------------------------------------------- */

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
        size_t len = field_stream_walk_first(&stream, slice_of(text));
        ok(learnt && len == chosen[i].len, "line %zu of those that go on is %s",
           i + 1, len != 0 ? "taken" : "not taken");
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
    check_shapes();
    check_nothing_stays();
    check_line_ends();
    check_folded();
    return done_testing();
}
