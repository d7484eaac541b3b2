/* Relative addresses: the examples of RFC 3986, section 5.4, and odd ones. */
#include "lib/base/address.h"

#include "tests/unit/tap.h"

static void resolves(const char *base, const char *reference,
                     const char *wanted)
{
    struct bytes got = {0};
    ok(address_add_resolved(&got, slice_of(base), slice_of(reference)) &&
           slice_is(bytes_slice(&got), wanted),
       "'%s' on %s is %s, and not %.*s", reference, base, wanted, (int)got.len,
       got.len == 0 ? "" : got.at);
    bytes_free(&got);
}

static void check_examples(void)
{
    static const char *const examples[][2] = {
        /* 5.4.1, normal */
        {"g:h", "g:h"},
        {"g", "http://a/b/c/g"},
        {"./g", "http://a/b/c/g"},
        {"g/", "http://a/b/c/g/"},
        {"/g", "http://a/g"},
        {"//g", "http://g"},
        {"?y", "http://a/b/c/d;p?y"},
        {"g?y", "http://a/b/c/g?y"},
        {"#s", "http://a/b/c/d;p?q#s"},
        {"g#s", "http://a/b/c/g#s"},
        {"g?y#s", "http://a/b/c/g?y#s"},
        {";x", "http://a/b/c/;x"},
        {"g;x", "http://a/b/c/g;x"},
        {"g;x?y#s", "http://a/b/c/g;x?y#s"},
        {"", "http://a/b/c/d;p?q"},
        {".", "http://a/b/c/"},
        {"./", "http://a/b/c/"},
        {"..", "http://a/b/"},
        {"../", "http://a/b/"},
        {"../g", "http://a/b/g"},
        {"../..", "http://a/"},
        {"../../", "http://a/"},
        {"../../g", "http://a/g"},
        /* 5.4.2, abnormal */
        {"../../../g", "http://a/g"},
        {"../../../../g", "http://a/g"},
        {"/./g", "http://a/g"},
        {"/../g", "http://a/g"},
        {"g.", "http://a/b/c/g."},
        {".g", "http://a/b/c/.g"},
        {"g..", "http://a/b/c/g.."},
        {"..g", "http://a/b/c/..g"},
        {"./../g", "http://a/b/g"},
        {"./g/.", "http://a/b/c/g/"},
        {"g/./h", "http://a/b/c/g/h"},
        {"g/../h", "http://a/b/c/h"},
        {"g;x=1/./y", "http://a/b/c/g;x=1/y"},
        {"g;x=1/../y", "http://a/b/c/y"},
        {"g?y/./x", "http://a/b/c/g?y/./x"},
        {"g?y/../x", "http://a/b/c/g?y/../x"},
        {"g#s/./x", "http://a/b/c/g#s/./x"},
        {"g#s/../x", "http://a/b/c/g#s/../x"},
        {"http:g", "http:g"},
    };
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++)
        resolves("http://a/b/c/d;p?q", examples[i][0], examples[i][1]);
}

static void check_odd(void)
{
    struct bytes got = {0};
    resolves("http://a", "g", "http://a/g");
    resolves("http://a?q", "g", "http://a/g");
    resolves("http://a", "", "http://a");
    resolves("http://a/b#s", "?", "http://a/b?");
    resolves("http://a/b/", "c//d/..", "http://a/b/c//");
    resolves("http://a/b", "//", "http://");
    resolves("mailto:ada@a", "ben", "mailto:ben");
    resolves("urn:a:b", "../c", "urn:c");
    ok(!address_add_resolved(&got, slice_of("/b"), slice_of("g")) &&
           got.len == 0,
       "a base must be absolute");
    char text[ADDRESS_MOST + 1];
    memset(text, '/', sizeof text);
    ok(!address_add_resolved(&got, slice_of("http://a"),
                             slice_from(text, sizeof text)),
       "what is too long is not resolved");
    const size_t most = ADDRESS_MOST - ADDRESS_MOST % 3;
    for (size_t i = 0; i < most; i += 3)
        memcpy(text + i, "/..", 3);
    ok(address_add_resolved(&got, slice_of("http://a/b"),
                            slice_from(text, most)) &&
           slice_is(bytes_slice(&got), "http://a/"),
       "nothing is above the root");
    bytes_free(&got);
}

int main(void)
{
    ok(address_is_absolute(slice_of("a+b.c-1:x")), "a scheme");
    ok(!address_is_absolute(slice_of("1a:x")), "not with a digit first");
    ok(!address_is_absolute(slice_of("a/b:x")), "not behind a slash");
    ok(!address_is_absolute(slice_from(NULL, 0)), "not of nothing");
    check_examples();
    check_odd();
    return done_testing();
}
