/* JSON-LD with dirt in it, and what is made of it. */
#include "lib/parse/jsonld_repair.h"

#include <jansson.h>

#include "lib/base/utf8.h"
#include "tests/unit/random.h"
#include "tests/unit/tap.h"

/* All texts of a script, one a line; "@offset" as it stands. */
static void repair(const char *script, struct jsonld_counts *counts,
                   struct bytes *out)
{
    struct jsonld_repair r = {.script = slice_of(script), .counts = counts};
    while (jsonld_repair_next(&r)) {
        bytes_add_slice(out, bytes_slice(&r.out));
        bytes_add_byte(out, '\n');
    }
    jsonld_repair_free(&r);
    bytes_add_byte(out, '\0');
}

static const struct {
    const char *script, *text;
    size_t repaired;
} cases[] = {
    {"", "", 0},
    {"[]", "[]\n", 0},
    {"{}", "{\"@offset\":\"0\"}\n", 0},
    {" [\"a\", true,\nnull ]", "[\"a\",true,null]\n", 0},
    {"[4.50, -1e3, 12345678901234567890]",
     "[\"4.50\",\"-1e3\",\"12345678901234567890\"]\n", 0},
    {"[{\"a\":{}}]", "[{\"@offset\":\"1\",\"a\":{\"@offset\":\"6\"}}]\n", 0},
    {"[1,]", "[\"1\"]\n", 1},
    {"[1,,2]", "[\"1\",\"2\"]\n", 1},
    {"[,1]", "[\"1\"]\n", 1},
    {"{\"a\":\"b\",}", "{\"@offset\":\"0\",\"a\":\"b\"}\n", 1},
    {"[];", "[]\n", 1},
    {"[1;]", "[\"1\"]\n", 1},
    {"[1] [2]", "[\"1\"]\n[\"2\"]\n", 0},
    {"[1],[2]", "[\"1\"]\n[\"2\"]\n", 0},
    {"[1]]} [2]", "[\"1\"]\n[\"2\"]\n", 1},
    {"\xef\xbb\xbf[1]", "[\"1\"]\n", 1},
    {"<!-- [1] -->", "[\"1\"]\n", 2},
    {"<![CDATA[ [[1]] ]]>", "[[\"1\"]]\n", 2},
    {"//<![CDATA[\n[[1]]\n//]]>", "[[\"1\"]]\n", 2},
    {"/* a */ [1, // b\n 2 /* ] */]", "[\"1\",\"2\"]\n", 3},
    {"[\"http://a/*b*/\"]", "[\"http://a/*b*/\"]\n", 0},
    {"[\"a\tb\nc\x01\"]", "[\"a b c \"]\n", 3},
    {"[\"a\\\nb\\'c\\qd\"]", "[\"a b'c\\\\qd\"]\n", 4},
    {"[\"\\u0041\\n\\/\\\"\"]", "[\"\\u0041\\n\\/\\\"\"]\n", 0},
    {"[\"\\ud83d\\ude80\"]", "[\"\\ud83d\\ude80\"]\n", 0},
    {"[\"\\ud83d!\\ude80\"]", "[\"\uFFFD!\uFFFD\"]\n", 2},
    {"[\"\\u0000\"]", "[\"\uFFFD\"]\n", 1},
    {"[\"\\u12\"]", "[\"\\\\u12\"]\n", 1},
    {"{\"a\":{\"b\":\"c d",
     "{\"@offset\":\"0\",\"a\":{\"@offset\":\"5\",\"b\":\"c d\","
     "\"@truncated\":true},\"@truncated\":true}\n",
     1},
    {"{\"a\":", "{\"@offset\":\"0\",\"a\":null,\"@truncated\":true}\n", 1},
    {"{\"a", "{\"@offset\":\"0\",\"a\":null,\"@truncated\":true}\n", 1},
    {"{\"a\":12", "{\"@offset\":\"0\",\"a\":null,\"@truncated\":true}\n", 1},
    {"{\"a\":\"b\",", "{\"@offset\":\"0\",\"a\":\"b\",\"@truncated\":true}\n",
     1},
    {"[[\"a\\", "[[\"a\"]]\n", 1},
    {"[[\"a\\u00", "[[\"a\"]]\n", 2},
    {"var x = [1];", "[\"1\"]\n", 2},
    {"\"{\" [1]", "[\"1\"]\n", 1},
};

static void check_cases(void)
{
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct jsonld_counts counts = {0};
        struct bytes out = {0};
        repair(cases[i].script, &counts, &out);
        is_string(out.at, cases[i].text, "text of case %zu", i);
        is_number(counts.repaired, cases[i].repaired, "repairs of case %zu", i);
        bytes_free(&out);
    }
}

static json_t *load(struct slice text)
{
    return json_loadb(text.at, text.len, JSON_ALLOW_NUL, NULL);
}

/* A random value of JSON; numbers as strings, as they come out. */
static json_t *random_value(int depth)
{
    switch (random_below(depth == 0 ? 3 : 5)) {
    case 0:
        return json_sprintf("%d", (int)random_below(1000));
    case 1:
        return random_below(2) == 0 ? json_true() : json_null();
    case 2:
        return json_string(random_below(2) == 0 ? "a \"b\" \\ , ] // ; \n"
                                                : "é\U0001f680");
    case 3: {
        json_t *array = json_array();
        for (size_t n = random_below(4); n != 0; n--)
            json_array_append_new(array, random_value(depth - 1));
        return array;
    }
    default: {
        json_t *object = json_object();
        char key[2] = "a";
        for (size_t n = random_below(4); n != 0; n--, key[0]++)
            json_object_set_new(object, key, random_value(depth - 1));
        return object;
    }
    }
}

static void remove_offsets(json_t *value)
{
    const char *key;
    json_t *member;
    for (size_t i = 0; i < json_array_size(value); i++)
        remove_offsets(json_array_get(value, i));
    if (json_is_object(value))
        json_object_del(value, "@offset");
    json_object_foreach(value, key, member) remove_offsets(member);
}

/* Adds a text of JSON with dirt that changes nothing. */
static void add_dirty(struct bytes *out, const char *clean)
{
    static const char *const dirt[] = {" /* } */ ", " // ]\n", "\n", "\t",
                                       "\u00a0"};
    bool string = false;
    for (; *clean != '\0'; clean++) {
        if (!string && (*clean == ']' || *clean == '}') && one_in(3) &&
            strchr("[{,", out->at[out->len - 1]) == NULL)
            bytes_add_byte(out, ',');
        bytes_add_byte(out, *clean);
        if (*clean == '\\')
            bytes_add_byte(out, *++clean);
        else if (*clean == '"')
            string = !string;
        if (!string && strchr("[{,:]}", *clean) != NULL && one_in(4))
            bytes_add_string(out, dirt[random_below(5)]);
    }
}

static void check_random(void)
{
    bool same = true, valid = true;
    for (size_t round = 0; round < 20000; round++) {
        json_t *value = json_array(), *read;
        json_array_append_new(value, random_value(4));
        char *clean = json_dumps(value, JSON_COMPACT);
        struct bytes dirty = {0};
        struct jsonld_counts counts = {0};
        add_dirty(&dirty, clean);
        struct jsonld_repair r = {.script = bytes_slice(&dirty),
                                  .counts = &counts};
        bool next = jsonld_repair_next(&r);
        read = load(bytes_slice(&r.out));
        remove_offsets(read);
        if (!next || !json_equal(read, value)) {
            fprintf(stderr, "# %.*s\n# %.*s\n", (int)dirty.len, dirty.at,
                    (int)r.out.len, r.out.at);
            same = false;
        }
        json_decref(read);
        jsonld_repair_free(&r);
        /* Cut off anywhere it still is valid. */
        struct jsonld_repair cut = {
            .script = slice_from(dirty.at, random_below(dirty.len)),
            .counts = &counts};
        cut.script.len = utf8_valid(cut.script);
        if (jsonld_repair_next(&cut)) {
            read = load(bytes_slice(&cut.out));
            valid = valid && read != NULL;
            if (read == NULL)
                fprintf(stderr, "# cut: %.*s\n# %.*s\n", (int)cut.script.len,
                        cut.script.at, (int)cut.out.len, cut.out.at);
            json_decref(read);
        }
        jsonld_repair_free(&cut);
        bytes_free(&dirty);
        free(clean);
        json_decref(value);
        if (!same || !valid)
            break;
    }
    ok(same, "dirt changes no value");
    ok(valid, "a text that breaks off becomes valid");
}

static void check_limits(void)
{
    struct bytes deep = {0};
    struct jsonld_counts counts = {0};
    bytes_add_repeated(&deep, '[', 100000);
    struct jsonld_repair r = {.script = bytes_slice(&deep), .counts = &counts};
    ok(jsonld_repair_next(&r), "a deep text is read");
    json_t *read = load(bytes_slice(&r.out));
    ok(read != NULL, "what is left of it is valid");
    is_number(counts.left_out, 1, "what is too deep is left out");
    json_decref(read);
    jsonld_repair_free(&r);
    bytes_free(&deep);
}

int main(void)
{
    check_cases();
    check_random();
    check_limits();
    return done_testing();
}
