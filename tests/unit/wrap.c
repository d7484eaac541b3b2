/* Widths as a terminal counts them, lines broken by them, blocks of them. */
#include "lib/render/wrap.h"

#include "lib/render/block.h"
#include "lib/render/width.h"
#include "tests/unit/tap.h"

static void test_width(void)
{
    static const struct {
        const char *text;
        size_t columns;
        const char *what;
    } cases[] = {
        {"", 0, "nothing"},
        {"abc", 3, "Latin"},
        {"日本", 4, "ideographs"},
        {"e\xcc\x81", 1, "a combining mark"},
        {"한", 2, "a Hangul syllable"},
        {"\xe1\x84\x92\xe1\x85\xa1\xe1\x86\xab", 2, "the same of its parts"},
        {"🎉", 2, "an emoji"},
        {"👩🏽‍💻", 2, "an emoji of four code points"},
        {"🇩🇪🇫🇷", 4, "two flags"},
        {"☀️", 2, "a sign made an emoji"},
        {"น้ำ", 2, "Thai vowels and tones"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        is_number(width_of(slice_of(cases[i].text)), cases[i].columns, "%s",
                  cases[i].what);
}

/* The lines, each with a bar behind it. */
static void wraps(const char *text, size_t columns, const char *wanted,
                  const char *what)
{
    struct wrap wrap = {.text = slice_of(text)};
    struct slice line;
    struct bytes out = {0};
    size_t widest = 0;
    while (wrap_next(&wrap, columns, &line)) {
        bytes_add_slice(&out, line);
        bytes_add_byte(&out, '|');
        if (width_of(line) > widest)
            widest = width_of(line);
    }
    bytes_add_byte(&out, '\0');
    is_string(out.at, wanted, "%s", what);
    ok(widest <= columns, "%s: no line too wide", what);
    bytes_free(&out);
}

static void test_wrap(void)
{
    wraps("", 5, "", "nothing");
    wraps("one two six", 7, "one two|six|", "at spaces");
    wraps("one two", 3, "one|two|", "a word as wide as the line");
    wraps("abcdefgh", 3, "abc|def|gh|", "a word too long");
    wraps("see abcdefgh", 6, "see|abcdef|gh|", "it begins a line of its own");
    wraps("well-known", 6, "well-|known|", "behind a hyphen");
    wraps("-flag 10-12", 5, "-flag|10-12|", "not behind every hyphen");
    wraps("and/or else", 5, "and/|or|else|", "behind a slash");
    wraps("日本語", 4, "日本|語|", "between ideographs");
    wraps("日本。", 4, "日|本。|", "not before a full stop");
    wraps("日「本」", 4, "日|「本|」|", "an opening bracket keeps its word");
    wraps("👩🏽‍💻👩🏽‍💻", 2,
          "👩🏽‍💻|👩🏽‍💻|", "emoji stay whole");
}

static void prints(const struct bytes *out, const char *wanted,
                   const char *what)
{
    ok(slice_is(bytes_slice(out), wanted), "%s", what);
}

static void test_block(void)
{
    struct bytes out = {0};
    struct block blocks[2] = {{.color = false}, {.color = true}};
    const size_t starts[2] = {0, 6};
    block_line(&blocks[0]);
    block_add_padding(&blocks[0], 5);
    block_line(&blocks[0]);
    block_add_string(&blocks[0], STYLE_GREEN, "日本");
    block_add_spaces(&blocks[0], 2);
    block_line(&blocks[1]);
    block_line(&blocks[1]);
    block_add_string(&blocks[1], STYLE_GREEN, "x");
    block_print_columns(&out, blocks, starts, 2);
    prints(&out, "\n日本  \033[32mx\033[0m\n", "columns, colour, no padding");
    bytes_clear(&out);
    block_clear(&blocks[0]);
    block_add_bar(&blocks[0], 7500, 10);
    block_line(&blocks[0]);
    block_add_bar(&blocks[0], 99900, 4);
    block_line(&blocks[0]);
    block_add_bar(&blocks[0], -1, 4);
    block_print(&out, &blocks[0], 1);
    prints(&out, " ━━━━━━━╸──\n ━━━━\n ────\n", "bars");
    bytes_clear(&out);
    block_clear(&blocks[0]);
    block_add_string(&blocks[0], STYLE_PLAIN, "ab ");
    block_add_wrapped(&blocks[0], STYLE_PLAIN, slice_of("one two six"), 11);
    block_print(&out, &blocks[0], 0);
    prints(&out, "ab one two\n   six\n", "wrapped text hangs");
    bytes_free(&out);
    block_free(&blocks[0]);
    block_free(&blocks[1]);
}

int main(void)
{
    test_width();
    test_wrap();
    test_block();
    return done_testing();
}
