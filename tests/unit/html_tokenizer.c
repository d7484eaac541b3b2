/*
 * The tokenizer on the cases of html5lib-tests, which are read from
 * $SHARED/suites/html/tokenizer (../shared when SHARED is not set).
 */
#include "lib/parse/html/tokenizer.h"

#include <dirent.h>
#include <jansson.h>
#include <stdlib.h>

#include "lib/base/bytes.h"
#include "tests/unit/tap.h"

/* -- strings ------------------------------------------------------------ */

/* Surrogates, which some cases hold, are written as if they were characters. */
static void add_codepoint(struct bytes *out, unsigned long c)
{
    if (c < 0xd800 || c > 0xdfff) {
        bytes_add_codepoint(out, c);
        return;
    }
    bytes_add_byte(out, (char)(0xe0 | c >> 12));
    bytes_add_byte(out, (char)(0x80 | (c >> 6 & 0x3f)));
    bytes_add_byte(out, (char)(0x80 | (c & 0x3f)));
}

static unsigned long hex4(const char *at)
{
    char digits[5] = {0};
    memcpy(digits, at, 4);
    return strtoul(digits, NULL, 16);
}

/* Adds a string in which \uXXXX may stand for characters once more. */
static void add_string(struct bytes *out, const char *at, size_t len,
                       bool escaped)
{
    for (size_t i = 0; i < len; i++) {
        if (!escaped || len - i < 6 || at[i] != '\\' || at[i + 1] != 'u') {
            bytes_add_byte(out, at[i]);
            continue;
        }
        unsigned long c = hex4(at + i + 2);
        i += 5;
        if (c >= 0xd800 && c < 0xdc00 && len - i > 6 && at[i + 1] == '\\') {
            unsigned long low = hex4(at + i + 3);
            if (low >= 0xdc00 && low <= 0xdfff) {
                c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
                i += 6;
            }
        }
        add_codepoint(out, c);
    }
}

/* -- tokens, one a line ------------------------------------------------- */

/* Control characters are escaped, so that a line is a line. */
static void add_shown(struct bytes *out, struct slice s)
{
    for (size_t i = 0; i < s.len; i++) {
        unsigned char c = (unsigned char)s.at[i];
        if (c < ' ' || c == '\\')
            bytes_add_format(out, "\\x%02x", c);
        else
            bytes_add_byte(out, (char)c);
    }
}

static void add_optional(struct bytes *out, struct slice s)
{
    bytes_add_string(out, slice_known(s) ? " '" : " none");
    if (slice_known(s))
        add_shown(out, s);
}

/* The list of tokens that a case expects or the tokenizer gave. */
struct list {
    struct bytes shown;
    bool characters; /* the last line is text, and more may follow */
};

static void begin_token(struct list *list, const char *kind)
{
    bytes_add_string(&list->shown, list->characters ? "\n" : "");
    bytes_add_string(&list->shown, kind);
    list->characters = false;
}

static void list_characters(struct list *list, struct slice text)
{
    if (!list->characters)
        begin_token(list, "text ");
    list->characters = true;
    add_shown(&list->shown, text);
}

static void end_token(struct list *list)
{
    bytes_add_byte(&list->shown, '\n');
}

static int by_name(const void *left, const void *right)
{
    const struct html_attribute *a = left, *b = right;
    return slice_compare(a->name, b->name);
}

static void list_start_tag(struct list *list, struct slice name,
                           struct html_attribute *attributes, size_t count,
                           bool self_closing)
{
    begin_token(list, "start ");
    add_shown(&list->shown, name);
    if (count != 0)
        qsort(attributes, count, sizeof *attributes, by_name);
    for (size_t i = 0; i < count; i++) {
        bytes_add_byte(&list->shown, ' ');
        add_shown(&list->shown, attributes[i].name);
        bytes_add_string(&list->shown, "='");
        add_shown(&list->shown, attributes[i].value);
        bytes_add_byte(&list->shown, '\'');
    }
    bytes_add_string(&list->shown, self_closing ? " /" : "");
    end_token(list);
}

static void list_doctype(struct list *list, struct slice name,
                         struct slice public_id, struct slice system_id,
                         bool quirks)
{
    begin_token(list, "doctype");
    add_optional(&list->shown, name);
    add_optional(&list->shown, public_id);
    add_optional(&list->shown, system_id);
    bytes_add_string(&list->shown, quirks ? " quirks" : "");
    end_token(list);
}

static void list_named(struct list *list, const char *kind, struct slice text)
{
    begin_token(list, kind);
    add_shown(&list->shown, text);
    end_token(list);
}

/* -- what a case expects ------------------------------------------------ */

/* Strings of a case as they are meant. */
struct strings {
    struct arena arena;
    bool escaped, failed;
};

static struct slice string_of(struct strings *s, const json_t *value)
{
    if (!json_is_string(value))
        return slice_from(NULL, 0);
    struct bytes made = {0};
    add_string(&made, json_string_value(value), json_string_length(value),
               s->escaped);
    struct slice copy = arena_copy(&s->arena, bytes_slice(&made), &s->failed);
    bytes_free(&made);
    return copy;
}

static void expect_start_tag(struct strings *s, struct list *list,
                             const json_t *token)
{
    struct html_attribute attributes[64];
    size_t count = 0;
    const char *name;
    json_t *value;
    json_object_foreach(json_array_get(token, 2), name, value)
    {
        json_t *key = json_string(name);
        attributes[count].name = string_of(s, key);
        attributes[count++].value = string_of(s, value);
        json_decref(key);
    }
    list_start_tag(list, string_of(s, json_array_get(token, 1)), attributes,
                   count, json_is_true(json_array_get(token, 3)));
}

static void expect(struct strings *s, struct list *list, const json_t *token)
{
    const char *kind = json_string_value(json_array_get(token, 0));
    struct slice text = string_of(s, json_array_get(token, 1));
    if (strcmp(kind, "Character") == 0)
        list_characters(list, text);
    else if (strcmp(kind, "Comment") == 0)
        list_named(list, "comment ", text);
    else if (strcmp(kind, "EndTag") == 0)
        list_named(list, "end ", text);
    else if (strcmp(kind, "StartTag") == 0)
        expect_start_tag(s, list, token);
    else
        list_doctype(list, text, string_of(s, json_array_get(token, 2)),
                     string_of(s, json_array_get(token, 3)),
                     !json_is_true(json_array_get(token, 4)));
}

/* -- what the tokenizer gives ------------------------------------------- */

static void list_token(struct list *list, const struct html_tokenizer *t,
                       const struct html_token *token)
{
    switch (token->kind) {
    case HTML_START_TAG:
        list_start_tag(list, token->name, t->attributes + token->attribute,
                       token->attribute_count, token->self_closing);
        break;
    case HTML_END_TAG:
        list_named(list, "end ", token->name);
        break;
    case HTML_CHARACTERS:
        list_characters(list, token->text);
        break;
    case HTML_COMMENT:
        list_named(list, "comment ", token->text);
        break;
    case HTML_DOCTYPE:
        list_doctype(list, token->name, token->public_id, token->system_id,
                     token->quirks);
        break;
    }
}

static void tokenize(struct list *list, struct slice page,
                     struct slice last_start, enum html_state state)
{
    struct arena arena = {0};
    struct html_tokenizer t;
    struct html_token token;
    html_tokenizer_init(&t, page, 256, &arena);
    t.comments = true;
    t.state = state;
    t.last_start = last_start;
    while (html_tokenizer_next(&t, &token))
        list_token(list, &t, &token);
    arena_free(&arena);
}

/* -- cases -------------------------------------------------------------- */

static enum html_state state_of(const char *name)
{
    static const char *const states[HTML_STATES] = {
        [HTML_STATE_DATA] = "Data state",
        [HTML_STATE_RCDATA] = "RCDATA state",
        [HTML_STATE_RAWTEXT] = "RAWTEXT state",
        [HTML_STATE_SCRIPT_DATA] = "Script data state",
        [HTML_STATE_PLAINTEXT] = "PLAINTEXT state",
        [HTML_STATE_CDATA] = "CDATA section state",
    };
    size_t state = 0;
    while (state < HTML_STATES && strcmp(states[state], name) != 0)
        state++;
    return (enum html_state)state;
}

/*
 * Four cases want what cannot stand in XML replaced, which is not the
 * tokenizer's to do: done here.
 */
static void replace(struct bytes *shown, const char *from, const char *to)
{
    size_t len = strlen(from);
    struct bytes made = {0};
    for (size_t i = 0; i < shown->len; i++) {
        bool here =
            shown->len - i >= len && memcmp(shown->at + i, from, len) == 0;
        bytes_add(&made, here ? to : shown->at + i, here ? strlen(to) : 1);
        i += here ? len - 1 : 0;
    }
    bytes_free(shown);
    *shown = made;
}

static void make_xml(struct bytes *shown)
{
    replace(shown, "\xef\xbf\xbf", "\xef\xbf\xbd");
    replace(shown, "\\x0c", " ");
    replace(shown, "--", "- -");
}

static bool run_state(const json_t *test, struct strings *s,
                      const struct bytes *expected, const char *state, bool xml)
{
    struct list given = {0};
    struct slice input = string_of(s, json_object_get(test, "input"));
    tokenize(&given, input, string_of(s, json_object_get(test, "lastStartTag")),
             state_of(state));
    if (xml)
        make_xml(&given.shown);
    bool same = slice_equal(bytes_slice(&given.shown), bytes_slice(expected));
    if (!same) {
        struct bytes shown = {0};
        add_shown(&shown, input);
        fprintf(stderr, "# %s, %s\n# input: %.*s\n# expected:\n%.*s\n",
                json_string_value(json_object_get(test, "description")), state,
                (int)shown.len, shown.at, (int)expected->len, expected->at);
        fprintf(stderr, "# given:\n%.*s\n", (int)given.shown.len,
                given.shown.at);
        bytes_free(&shown);
    }
    bytes_free(&given.shown);
    return same;
}

/* Runs a case in all its states; gives how many of these went wrong. */
static int run_case(const json_t *test, bool xml, int *runs)
{
    struct strings s = {
        .escaped = json_is_true(json_object_get(test, "doubleEscaped"))};
    struct list expected = {0};
    size_t i;
    json_t *value;
    json_array_foreach(json_object_get(test, "output"), i, value)
        expect(&s, &expected, value);
    int wrong = 0;
    json_t *states = json_object_get(test, "initialStates");
    if (states == NULL) {
        wrong += !run_state(test, &s, &expected.shown, "Data state", xml);
        ++*runs;
    }
    json_array_foreach(states, i, value)
    {
        wrong += !run_state(test, &s, &expected.shown, json_string_value(value),
                            xml);
        ++*runs;
    }
    bytes_free(&expected.shown);
    arena_free(&s.arena);
    return wrong;
}

static int run_file(const char *folder, const char *name, int *cases, int *runs)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    json_t *file = json_load_file(path, JSON_ALLOW_NUL, NULL);
    int wrong = 0, before = *cases;
    bool xml = json_object_get(file, "xmlViolationTests") != NULL;
    json_t *test;
    size_t i;
    json_array_foreach(
        json_object_get(file, xml ? "xmlViolationTests" : "tests"), i, test)
    {
        wrong += run_case(test, xml, runs);
        ++*cases;
    }
    is_number(wrong, 0, "%s: %d cases", name, *cases - before);
    json_decref(file);
    return wrong;
}

static void run_suite(void)
{
    const char *shared = getenv("SHARED");
    char folder[2048];
    snprintf(folder, sizeof folder, "%s/suites/html/tokenizer",
             shared == NULL ? "../shared" : shared);
    struct dirent **names;
    int count = scandir(folder, &names, NULL, alphasort);
    if (count < 0) {
        ok(true, "the tokenizer's cases # SKIP no folder %s", folder);
        return;
    }
    int cases = 0, runs = 0;
    for (int i = 0; i < count; i++) {
        if (strstr(names[i]->d_name, ".test") != NULL)
            run_file(folder, names[i]->d_name, &cases, &runs);
        free(names[i]);
    }
    free(names);
    ok(cases >= 6810, "%d cases in %d initial states", cases, runs);
}

int main(void)
{
    run_suite();
    return done_testing();
}
