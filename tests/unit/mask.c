/* What masking and escaping for the formats of documents let through. */
#include "lib/base/mask.h"
#include "lib/render/url.h"
#include "tests/unit/tap.h"

static void masks(const char *text, const char *wanted, const char *what)
{
    struct bytes out = {0};
    mask_add(&out, slice_of(text));
    bytes_add_byte(&out, '\0');
    is_string(out.at, wanted, "%s", what);
    bytes_free(&out);
}

#define BAD "\xef\xbf\xbd"

static void test_mask(void)
{
    masks("", "", "nothing");
    masks("plain text", "plain text", "plain text");
    masks("  a \t\r\n b  ", "a b", "white space is folded and trimmed");
    masks("a\xc2\xa0 \xe3\x80\x80z", "a z", "so is space of any kind");
    masks("\033[2J", BAD "[2J", "escape");
    masks("a\x7f\x01", "a" BAD BAD, "delete and a control");
    masks("a\xc2\x9bz", "a" BAD "z", "a control of the upper half");
    masks("\xe2\x80\xae"
          "a\xe2\x80\xac",
          BAD "a" BAD, "embeddings");
    masks("\xe2\x81\xa6"
          "a\xe2\x81\xa9",
          BAD "a" BAD, "isolates");
    masks("\xe2\x80\x8f\xe2\x80\x8e\xd8\x9c", BAD BAD BAD, "marks");
    masks("a\xe2\x80\xa8z", "a" BAD "z", "a line separator");
    masks("a\xe2\x80\x8bz", "a" BAD "z", "a space without width");
    masks("a\xef\xbb\xbfz", "a" BAD "z", "a byte order mark");
    masks("a\xe2\x80\x8dz", "a" BAD "z", "a joiner among Latin letters");
    masks("\xe0\xa4\x95\xe0\xa5\x8d\xe2\x80\x8d\xe0\xa4\xb7",
          "\xe0\xa4\x95\xe0\xa5\x8d\xe2\x80\x8d\xe0\xa4\xb7",
          "a joiner in Devanagari");
    masks("\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x92\xbb",
          "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x92\xbb",
          "a joiner in an emoji");
    masks("\xee\x80\x80", BAD, "private use");
    masks("a\xf3\xa0\x81\xa1", "a" BAD, "a tag");
    masks("a\xff\xfez", "a" BAD BAD "z", "what is not UTF-8");
    masks("e\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81"
          "\xcc\x81\xcc\x81z",
          "e\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81z",
          "a stack of marks is cut");
}

static void test_url(void)
{
    static const struct {
        const char *url;
        bool web;
    } cases[] = {
        {"https://example.org/a?b=c&d#e", true},
        {"HTTP://example.org", true},
        {"http://[2001:db8::1]/", true},
        {"https://", false},
        {"https:///path", false},
        {"javascript:alert(1)", false},
        {"data:text/html,x", false},
        {"//example.org", false},
        {"https://example.org/a b", false},
        {"https://example.org/\"x", false},
        {"https://example.org/<x", false},
        {"https://example.org/\n", false},
        {"https://ex\xc3\xa4mple.org/", false},
        {"", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        ok(url_is_web(slice_of(cases[i].url)) == cases[i].web, "%s: %s",
           cases[i].url, cases[i].web ? "a link" : "no link");
    ok(!url_is_web(slice_of(NULL)), "an unknown address: no link");
}

int main(void)
{
    test_mask();
    test_url();
    return done_testing();
}
