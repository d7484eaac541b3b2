/* The encodings of pages: labels, what pages say, and what they are. */
#include <dirent.h>
#include <stdlib.h>

#include "lib/parse/decode.h"
#include "tests/unit/tap.h"

static struct slice read_file(const char *path, struct bytes *out)
{
    char block[4096];
    size_t got;
    FILE *file = fopen(path, "rb");
    bytes_clear(out);
    while (file != NULL && (got = fread(block, 1, sizeof block, file)) != 0)
        bytes_add(out, block, got);
    if (file != NULL)
        fclose(file);
    return bytes_slice(out);
}

/* Up to a mark, which is passed; the rest when there is none. */
static struct slice take_until(struct slice *s, const char *mark)
{
    const char *at =
        s->len == 0 ? NULL : memmem(s->at, s->len, mark, strlen(mark));
    struct slice taken = *s;
    if (at == NULL) {
        *s = slice_after(*s, s->len);
        return taken;
    }
    taken.len = (size_t)(at - s->at);
    *s = slice_after(*s, taken.len + strlen(mark));
    return taken;
}

/* The cases of one file of the html5lib suite: a page, and its encoding. */
static int test_suite_file(const char *path)
{
    struct bytes bytes = {0};
    struct slice rest = read_file(path, &bytes);
    int count = 0;
    take_until(&rest, "#data\n");
    while (rest.len != 0) {
        struct slice one = take_until(&rest, "\n#data\n");
        struct slice page = take_until(&one, "\n#encoding\n");
        struct slice label = take_until(&one, "\n");
        const struct charset *wanted = charset_find(label);
        size_t len;
        const struct charset *got = charset_of_mark(page, &len);
        if (got == NULL)
            got = charset_of_html(page);
        is_string(got == NULL ? "windows-1252" : got->name,
                  wanted == NULL ? "no such label" : wanted->name, "%s: %.*s",
                  strrchr(path, '/') + 1, (int)(strcspn(page.at, "\n") % 70),
                  page.at);
        count++;
    }
    bytes_free(&bytes);
    return count;
}

static void test_suite(void)
{
    static const char *const files[] = {"tests1.dat", "tests2.dat",
                                        "test-yahoo-jp.dat"};
    const char *shared = getenv("SHARED");
    int count = 0;
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        char path[4096];
        snprintf(path, sizeof path, "%s/suites/html/encoding/%s",
                 shared == NULL ? "../shared" : shared, files[i]);
        count += test_suite_file(path);
    }
    if (count == 0)
        ok(true, "the cases of html5lib # SKIP they are not here");
    else
        is_number(count, 82, "cases of html5lib");
}

static void test_labels(void)
{
    static const char *const labels[][2] = {
        {"utf-8", "UTF-8"},
        {" UTF8\t", "UTF-8"},
        {"ISO-8859-1", "windows-1252"},
        {"latin1", "windows-1252"},
        {"US-ASCII", "windows-1252"},
        {"iso-8859-9", "windows-1254"},
        {"latin-1", NULL},
        {"utf", NULL},
        {"", NULL},
        {"utf-8 utf8", NULL},
        {"gb2312", "GBK"},
        {"x-sjis", "Shift_JIS"},
        {"iso-10646-ucs-2", "UTF-16LE"},
        {"a-label-that-is-far-longer-than-all-others", NULL}};
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
        const struct charset *c = charset_find(slice_of(labels[i][0]));
        is_string(c == NULL ? NULL : c->name, labels[i][1], "label '%s'",
                  labels[i][0]);
    }
}

struct example {
    const char *what;
    struct slice bytes;
    const char *charset, *type; /* of the transport */
    const char *text, *read_as;
    size_t damaged;
};

#define HTML_SAYS(label) "<meta charset=" label ">"

static const struct example examples[] = {
    {"nothing said, ASCII", SLICE("abc"), NULL, NULL, "abc", "UTF-8", 0},
    {"nothing said, UTF-8", SLICE("\xc3\xa9"), NULL, NULL, "\xc3\xa9", "UTF-8",
     0},
    {"nothing said, Latin-1", SLICE("caf\xe9!"), NULL, NULL, "caf\xc3\xa9!",
     "windows-1252", 0},
    {"a mark before all", SLICE("\xef\xbb\xbf\xc3\xa9"), "koi8-r", NULL,
     "\xc3\xa9", "UTF-8", 0},
    {"UTF-16 by its mark",
     SLICE("\xff\xfe"
           "a\0\xe9\0"),
     NULL, NULL, "a\xc3\xa9", "UTF-16LE", 0},
    {"UTF-16 without a mark", SLICE("\0r\0e\0v\0i\0e\0w\0s"), NULL, NULL,
     "reviews", "UTF-16BE", 0},
    {"the transport", SLICE("\xc1\xc2"), "KOI8-R", NULL, "\xd0\xb0\xd0\xb1",
     "KOI8-R", 0},
    {"the transport before the page", SLICE(HTML_SAYS("koi8-r") "\xe0"),
     "windows-1251", "text/html", HTML_SAYS("koi8-r") "\xd0\xb0",
     "windows-1251", 0},
    {"the page", SLICE(HTML_SAYS("shift_jis") "\x83\x65\x83\x58\x83\x67"), NULL,
     NULL, HTML_SAYS("shift_jis") "\xe3\x83\x86\xe3\x82\xb9\xe3\x83\x88",
     "Shift_JIS", 0},
    {"text about a page", SLICE("say " HTML_SAYS("koi8-r") " \xe9."), NULL,
     NULL, "say " HTML_SAYS("koi8-r") " \xc3\xa9.", "windows-1252", 0},
    {"Latin-1 that is UTF-8", SLICE("\xe2\x80\x9cwell\xe2\x80\x9d"),
     "iso-8859-1", NULL, "\xe2\x80\x9cwell\xe2\x80\x9d", "UTF-8", 0},
    {"UTF-8 that is Latin-1", SLICE("caf\xe9!"), "utf-8", NULL, "caf\xc3\xa9!",
     "windows-1252", 0},
    {"two-byte words that pass for UTF-8", SLICE("\xc1\xaa\xcd\xa8"), "gbk",
     NULL, "\xe8\x81\x94\xe9\x80\x9a", "GBK", 0},
    {"bytes that are no Shift_JIS",
     SLICE("a\xa0"
           "b\x85"
           "<i>\xfd"
           "c"),
     "shift_jis", NULL,
     "a\xef\xbf\xbd"
     "b\xef\xbf\xbd<i>\xef\xbf\xbd"
     "c",
     "Shift_JIS", 3},
    {"NUL", SLICE("a\0b"), "windows-1252", NULL,
     "a\xef\xbf\xbd"
     "b",
     "windows-1252", 1},
    {"a letter that waits for an accent", SLICE("\xe0"), "windows-1255", NULL,
     "\xd7\x90", "windows-1255", 0},
    {"a charset that is none", SLICE("\xc3\xa9"), "klingon", NULL, "\xc3\xa9",
     "UTF-8", 0},
    {"UTF-16 that is UTF-8", SLICE("abc"), "utf-16", NULL, "abc", "UTF-8", 0},
};

static void test_example(const struct example *e)
{
    struct bytes out = {0};
    struct slice text;
    struct page page = {.file = "page",
                        .name = "page",
                        .bytes = e->bytes,
                        .charset = slice_of(e->charset),
                        .type = slice_of(e->type)};
    struct decoding decoding = decode_page(&page, &out, &text);
    char got[200];
    snprintf(got, sizeof got, "%.*s", (int)text.len, text.at);
    is_string(got, e->text, "%s: text", e->what);
    is_string(decoding.charset->name, e->read_as, "%s: charset", e->what);
    is_number(decoding.damaged, e->damaged, "%s: damage", e->what);
    bytes_free(&out);
}

int main(void)
{
    test_labels();
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++)
        test_example(&examples[i]);
    test_suite();
    return done_testing();
}
