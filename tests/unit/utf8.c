/* UTF-8: every code point, every pair and triple of border bytes, a suite. */
#include "lib/base/utf8.h"

#include <fcntl.h>
#include <stdlib.h>

#include "lib/base/bytes.h"
#include "lib/io/input.h"
#include "tests/unit/random.h"
#include "tests/unit/tap.h"

static const char suite[] = "../shared/suites/utf8/utf8tests.txt";

/* What is valid, spelled out from table 3-7 of the Unicode standard. */
static size_t sequence_length(const unsigned char *p, size_t left)
{
    static const struct {
        unsigned char low[4], high[4];
        size_t len;
    } table[] = {
        {{0x00}, {0x7f}, 1},
        {{0xc2, 0x80}, {0xdf, 0xbf}, 2},
        {{0xe0, 0xa0, 0x80}, {0xe0, 0xbf, 0xbf}, 3},
        {{0xe1, 0x80, 0x80}, {0xec, 0xbf, 0xbf}, 3},
        {{0xed, 0x80, 0x80}, {0xed, 0x9f, 0xbf}, 3},
        {{0xee, 0x80, 0x80}, {0xef, 0xbf, 0xbf}, 3},
        {{0xf0, 0x90, 0x80, 0x80}, {0xf0, 0xbf, 0xbf, 0xbf}, 4},
        {{0xf1, 0x80, 0x80, 0x80}, {0xf3, 0xbf, 0xbf, 0xbf}, 4},
        {{0xf4, 0x80, 0x80, 0x80}, {0xf4, 0x8f, 0xbf, 0xbf}, 4},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        size_t fits = 0;
        while (fits < table[i].len && fits < left &&
               p[fits] >= table[i].low[fits] && p[fits] <= table[i].high[fits])
            fits++;
        if (fits == table[i].len)
            return fits;
    }
    return 0;
}

static size_t plainly_valid(struct slice s)
{
    size_t at = 0;
    while (at < s.len) {
        size_t len =
            sequence_length((const unsigned char *)s.at + at, s.len - at);
        if (len == 0)
            break;
        at += len;
    }
    return at;
}

/* How much of it is valid, if all that can look at it say the same. */
static size_t valid(struct slice s)
{
    const struct wide *wide;
    size_t len = utf8_valid(s);
    for (size_t i = 0; (wide = wide_at(i)) != NULL; i++)
        if (utf8_valid_by(wide, s) != len)
            return SIZE_MAX;
    return len;
}

static void check_code_points(void)
{
    size_t wrong = 0;
    for (uint32_t c = 0; c <= 0x10ffff; c++) {
        if (c >= 0xd800 && c <= 0xdfff)
            continue;
        struct bytes b = {0};
        bytes_add_codepoint(&b, c);
        size_t at = 0;
        struct slice s = bytes_slice(&b);
        wrong += valid(s) != s.len || utf8_next(s, &at) != c || at != s.len ||
                 utf8_count(s) != 1;
        for (size_t cut = 1; cut < s.len; cut++) {
            struct slice part = slice_from(s.at, cut);
            wrong += valid(part) != 0 || !utf8_cut(part, 0);
        }
        bytes_free(&b);
    }
    is_number(wrong, 0, "every code point, whole and cut");
}

static void check_no_code_points(void)
{
    struct bytes b = {0};
    bytes_add_codepoint(&b, 0xd800);
    bytes_add_codepoint(&b, 0xdfff);
    bytes_add_codepoint(&b, 0x110000);
    ok(slice_is(bytes_slice(&b), "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"),
       "what is no code point is written as U+FFFD");
    bytes_free(&b);
}

/* Every sequence of up to four bytes from the borders of the table. */
static void check_borders(void)
{
    static const unsigned char borders[] = {
        0x00, 0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf,
        0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xec, 0xed, 0xee,
        0xef, 0xf0, 0xf1, 0xf3, 0xf4, 0xf5, 0xf8, 0xfe, 0xff};
    enum {
        BORDERS = sizeof borders,
        ALL = BORDERS * BORDERS * BORDERS * BORDERS
    };
    size_t wrong = 0;
    for (size_t i = 0; i < ALL; i++) {
        char s[4] = {(char)borders[i % BORDERS],
                     (char)borders[i / BORDERS % BORDERS],
                     (char)borders[i / BORDERS / BORDERS % BORDERS],
                     (char)borders[i / BORDERS / BORDERS / BORDERS]};
        struct slice four = slice_from(s, 4), three = slice_from(s, 3);
        wrong += valid(four) != plainly_valid(four);
        wrong += valid(three) != plainly_valid(three);
        /* Across the border of two blocks, too. */
        char text[70];
        memset(text, 'a', sizeof text);
        memcpy(text + 28 + i % 5, s, 4);
        struct slice all = slice_from(text, sizeof text);
        wrong += valid(all) != plainly_valid(all);
    }
    is_number(wrong, 0, "all sequences of border bytes");
}

/* Long strings with one injury, so that the quick way over ASCII counts. */
static void check_long_strings(void)
{
    size_t wrong = 0;
    struct bytes b = {0};
    for (int i = 0; i < 50000; i++) {
        bytes_clear(&b);
        for (size_t n = random_below(20); n != 0; n--) {
            bytes_add_repeated(&b, 'a', random_below(20));
            bytes_add_codepoint(&b, random_codepoint());
        }
        if (one_in(2))
            random_damage(&b);
        wrong += valid(bytes_slice(&b)) != plainly_valid(bytes_slice(&b));
    }
    bytes_free(&b);
    is_number(wrong, 0, "long strings, some of them damaged");
}

static void check_decoding_of_damage(void)
{
    struct slice s = slice_of("a\xe2\x82"
                              "b\xff\xc3\xa9");
    static const uint32_t wanted[] = {'a', 0xfffd, 0xfffd, 'b', 0xfffd, 0xe9};
    size_t at = 0, right = 0;
    for (size_t i = 0; i < 6 && at < s.len; i++)
        right += utf8_next(s, &at) == wanted[i];
    ok(right == 6 && at == s.len, "each damaged byte is one U+FFFD");
    ok(!utf8_cut(s, 1), "a broken sequence inside is not cut");
    ok(!utf8_cut(slice_of("\xe2\x28"), 0), "a wrong second byte is no cut");
    ok(!utf8_cut(slice_of("\xff"), 0), "a byte that begins nothing is no cut");
    ok(!utf8_cut(slice_of("\xed\xa0"), 0), "half a surrogate is no cut");
}

/* -- the suite: "number:valid:text", "number:invalid hex:C0 80:..." ------ */

static void unhex(struct bytes *out, const char *hex, const char *end)
{
    int high = -1;
    for (; hex < end; hex++) {
        const char *digits = "0123456789abcdef";
        const char *found = memchr(digits, *hex | 0x20, 16);
        if (*hex == ' ' || found == NULL)
            continue;
        int digit = (int)(found - digits);
        if (high >= 0)
            bytes_add_byte(out, (char)(high * 16 + digit));
        high = high >= 0 ? -1 : digit;
    }
}

static void check_suite_line(char *line)
{
    char *kind = strchr(line, ':');
    char *text = kind == NULL ? NULL : strchr(kind + 1, ':');
    if (*line == '#' || text == NULL)
        return;
    *kind++ = '\0';
    *text++ = '\0';
    struct bytes b = {0}, skipped = {0}, wanted = {0};
    char *behind = strchr(text, ':');
    if (strstr(kind, "hex") != NULL)
        unhex(&b, text, behind == NULL ? text + strlen(text) : behind);
    else
        bytes_add_string(&b, text);
    struct slice s = bytes_slice(&b);
    if (strstr(kind, "invalid") == NULL) {
        ok(valid(s) == s.len, "%s is valid", line);
    } else {
        char *end = behind == NULL ? NULL : strchr(behind + 1, ':');
        if (end != NULL &&
            memmem(behind, (size_t)(end - behind), "nothing", 7) == NULL)
            unhex(&wanted, behind + 1, end);
        for (size_t at = 0, from = 0; at < s.len; from = at)
            if (utf8_next(s, &at) != 0xfffd || at - from == 3)
                bytes_add(&skipped, s.at + from, at - from);
        ok(valid(s) < s.len &&
               slice_equal(bytes_slice(&skipped), bytes_slice(&wanted)),
           "%s is invalid, and the rest of it is read", line);
    }
    bytes_free(&b);
    bytes_free(&skipped);
    bytes_free(&wanted);
}

/* Of all that three bytes past ASCII may be, the same as is valid. */
static void check_short_lengths(void)
{
    enum { COMBINATIONS = 1 << 23, PAST_ASCII = 0x80 };
    size_t wrong = 0;
    for (unsigned i = 0; i < COMBINATIONS; i++) {
        const char at[] = {(char)(i >> 16 | PAST_ASCII), (char)(i >> 8),
                           (char)i};
        size_t length = utf8_short_length(at), wanted = 0;
        for (size_t len = 2; wanted == 0 && len <= sizeof at; len++)
            wanted = utf8_valid(slice_from(at, len)) == len ? len : 0;
        wrong += length != wanted;
    }
    is_number(wrong, 0, "the lengths of two bytes and three");
}

static void check_suite(void)
{
    FILE *file = fopen(suite, "r");
    char *line = NULL;
    size_t cap = 0;
    if (file == NULL) {
        ok(true, "suite of UTF-8 # SKIP not here");
        return;
    }
    while (getline(&line, &cap, file) > 0) {
        line[strcspn(line, "\n")] = '\0';
        check_suite_line(line);
    }
    free(line);
    fclose(file);
}

int main(void)
{
    check_code_points();
    check_no_code_points();
    check_borders();
    check_long_strings();
    check_decoding_of_damage();
    check_short_lengths();
    check_suite();
    return done_testing();
}
