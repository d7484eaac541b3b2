/* Pages as bytes to pages as UTF-8. */
#include "lib/parse/decode.h"

#include "lib/base/utf8.h"
#include "tests/unit/random.h"
#include "tests/unit/tap.h"

/* A page of which nothing is said. */
static struct page page_of(struct slice bytes)
{
    return (struct page){
        .file = "page", .name = "page", .bytes = bytes, .line = 1};
}

static struct decoding decodes(struct slice raw, const char *wanted,
                               const char *what)
{
    struct bytes out = {0};
    struct slice text;
    struct page page = page_of(raw);
    struct decoding d = decode_page(&page, &out, &text);
    struct bytes shown = {0};
    bytes_add_slice(&shown, text);
    bytes_add_byte(&shown, '\0');
    is_string(shown.at, wanted, "%s", what);
    bytes_free(&out);
    bytes_free(&shown);
    return d;
}

static void check_whole_pages(void)
{
    struct decoding d = decodes(slice_of("plain"), "plain", "ASCII");
    ok(!d.windows_1252 && !d.cut && d.damaged == 0, "nothing to say of it");
    decodes(slice_of(""), "", "an empty page");
    decodes(slice_of("é “日本” 🚀"), "é “日本” 🚀", "UTF-8");
    d = decodes(slice_of("\xef\xbb\xbf"
                         "a"),
                "a", "a byte order mark goes");
    ok(!d.windows_1252 && !d.cut && d.damaged == 0, "and is no damage");
    decodes(slice_of("\xef\xbb\xbf"), "", "a byte order mark alone");
    decodes(slice_of("a\xef\xbb\xbf"), "a\xef\xbb\xbf", "inside it stays");
    d = decodes(slice_of("\xef\xbf\xbd"), "\xef\xbf\xbd", "a real U+FFFD");
    is_number(d.damaged, 0, "is no damage");
}

static void check_windows_1252(void)
{
    struct decoding d =
        decodes(slice_of("caf\xe9 \x93quoted\x94 \x80 5 \x96 6"),
                "café “quoted” € 5 – 6", "windows-1252");
    ok(d.windows_1252 && d.damaged == 0, "which is said, and is no damage");
    is_number(d.first, 3, "and where it shows first");
    d = decodes(slice_of("\x81\x8d\x8f\x90\x9d "),
                "\xc2\x81\xc2\x8d\xc2\x8f\xc2\x90\xc2\x9d ",
                "its unassigned bytes are control characters");
    ok(d.windows_1252, "which is windows-1252 still");
    char all[129];
    for (int i = 0; i < 128; i++)
        all[i] = (char)(0x80 + i);
    all[128] = ' ';
    struct bytes out = {0};
    struct slice text;
    struct page page = page_of(slice_from(all, sizeof all));
    d = decode_page(&page, &out, &text);
    ok(d.windows_1252 && utf8_valid(text) == text.len &&
           utf8_count(text) == sizeof all,
       "every byte past 127 is one character");
    bytes_free(&out);
}

static void check_damage(void)
{
    struct decoding d = decodes(slice_of("é\xff"
                                         "a\xe2\x82"
                                         "b"),
                                "é\xef\xbf\xbd"
                                "a\xef\xbf\xbd\xef\xbf\xbd"
                                "b",
                                "damaged UTF-8");
    ok(!d.windows_1252 && d.damaged == 3 && d.first == 2,
       "each byte counts, and the first is named");
    struct slice nul = SLICE("a\0b");
    d = decodes(nul,
                "a\xef\xbf\xbd"
                "b",
                "a NUL byte");
    ok(!d.windows_1252 && d.damaged == 1 && d.first == 1, "is damage");
    struct slice both = SLICE("a\0\xe9"
                              "b");
    d = decodes(both,
                "a\xef\xbf\xbd"
                "éb",
                "a NUL in windows-1252");
    ok(d.windows_1252 && d.first == 1, "is replaced too");
    struct slice mark = SLICE("\xef\xbb\xbf"
                              "é\0\0");
    d = decodes(mark, "é\xef\xbf\xbd\xef\xbf\xbd", "behind a byte order mark");
    ok(d.damaged == 2 && d.first == 5, "offsets count it");
}

static void check_cuts(void)
{
    static const char *const cut[] = {"a\xc3", "a\xe2\x82", "a\xf0\x9f\x9a",
                                      "a\xf0\x9f", "a\xf0"};
    for (size_t i = 0; i < sizeof cut / sizeof *cut; i++) {
        struct decoding d =
            decodes(slice_of(cut[i]), "a", "a page cut inside a character");
        ok(d.cut && d.damaged == 0 && !d.windows_1252 && d.first == 1,
           "which is said");
    }
    struct decoding d =
        decodes(slice_of("é\xff\xe2\x82"), "é\xef\xbf\xbd", "damage and a cut");
    ok(d.cut && d.damaged == 1, "are both said");
    d = decodes(slice_of("\xe2\x82"), "", "a page of a cut character");
    ok(d.cut, "is cut");
}

/* Whatever comes in, what comes out is UTF-8 without NUL. */
static void check_random_pages(void)
{
    struct bytes raw = {0}, out = {0};
    struct slice text;
    size_t wrong = 0, changed = 0;
    for (int i = 0; i < 100000; i++) {
        bytes_clear(&raw);
        for (size_t n = random_below(12); n != 0; n--)
            bytes_add_codepoint(&raw, random_codepoint());
        bool damaged = one_in(2);
        if (damaged)
            random_damage(&raw);
        struct page page = page_of(bytes_slice(&raw));
        struct decoding d = decode_page(&page, &out, &text);
        wrong += utf8_valid(text) != text.len ||
                 (text.len != 0 && memchr(text.at, '\0', text.len) != NULL);
        wrong += !damaged && (d.cut || d.damaged != 0 || d.windows_1252);
        wrong += d.first > raw.len;
        changed += d.damaged != 0;
    }
    bytes_free(&raw);
    bytes_free(&out);
    is_number(wrong, 0, "random pages become UTF-8 without NUL");
    ok(changed > 1000, "many of them damaged");
}

int main(void)
{
    check_whole_pages();
    check_windows_1252();
    check_damage();
    check_cuts();
    check_random_pages();
    return done_testing();
}
