/* Looking at many bytes at once finds what a look at each byte finds. */
#include "lib/base/wide.h"

#include <stdlib.h>

#include "lib/base/text.h"
#include "lib/base/utf8.h"
#include "tests/unit/random.h"
#include "tests/unit/tap.h"

enum { ROUNDS = 100000, MOST = 150, ALIGNMENTS = 32 };

static const char *plainly_find_end(const char *at, const char *end, bool *past)
{
    for (; at < end; at++) {
        unsigned char c = (unsigned char)*at;
        if (c == '"' || c == '\\' || c < 0x20)
            break;
        *past = *past || c >= 0x80;
    }
    return at;
}

static bool same_end(const struct wide *wide, struct slice s)
{
    bool past = false, wanted_past = false;
    const char *end = s.at + s.len;
    return wide->plain_end(s.at, end, &past) ==
               plainly_find_end(s.at, end, &wanted_past) &&
           past == wanted_past;
}

/*
 * Texts end where their memory ends, so that a sanitizer sees when more of it
 * is looked at.
 */
static char *random_memory(size_t skip, size_t len)
{
    char *memory = malloc(skip + len + (skip + len == 0));
    bool ascii = one_in(2), few_ends = !one_in(8);
    for (size_t i = 0; memory != NULL && i < skip + len; i++) {
        unsigned char c = (unsigned char)random_below(ascii ? 0x80 : 0x100);
        bool ends = c == '"' || c == '\\' || c < 0x20;
        memory[i] = few_ends && ends && !one_in(10) ? 'x' : (char)c;
    }
    return memory;
}

static void check_random_texts(const struct wide *wide)
{
    size_t wrong = 0;
    for (size_t i = 0; i < ROUNDS; i++) {
        size_t skip = random_below(ALIGNMENTS), len = random_below(MOST);
        char *memory = random_memory(skip, len);
        if (memory == NULL || !same_end(wide, slice_from(memory + skip, len)))
            wrong++;
        free(memory);
    }
    is_number(wrong, 0, "%s: ends of random texts", wide->name);
}

/* Every byte at every place of texts of every length, at any alignment. */
static void check_each_byte(const struct wide *wide)
{
    size_t wrong = 0;
    for (size_t len = 1; len <= 3 * ALIGNMENTS; len++) {
        for (size_t place = 0; place < len; place++) {
            size_t skip = (len + place) % ALIGNMENTS;
            char *memory = malloc(skip + len);
            if (memory == NULL) {
                wrong++;
                continue;
            }
            memset(memory, 'x', skip + len);
            for (int c = 0; c < 0x100; c++) {
                memory[skip + place] = (char)c;
                wrong += !same_end(wide, slice_from(memory + skip, len));
            }
            free(memory);
        }
    }
    is_number(wrong, 0, "%s: each byte at each place", wide->name);
}

/* Whether what is certain is neither more nor much less than what is valid. */
static bool right_start(const struct wide *wide, struct slice s)
{
    size_t valid = utf8_valid_by(&wide_plain, s);
    if (utf8_valid_by(wide, s) != valid)
        return false;
    if (wide->utf8_start == NULL)
        return true;
    enum { BLOCK = 32, SEQUENCE = 3 };
    size_t start = wide->utf8_start(s);
    return start <= valid && start + BLOCK + SEQUENCE >= valid;
}

/* Whole texts, those with one injury, and those that are cut off. */
static void check_utf8(const struct wide *wide)
{
    size_t wrong = 0;
    for (size_t i = 0; i < ROUNDS; i++) {
        struct bytes text = {0};
        bytes_add_repeated(&text, 'a', random_below(ALIGNMENTS));
        for (size_t n = random_below(60); n != 0; n--)
            bytes_add_codepoint(&text, one_in(3) ? 'a' : random_codepoint());
        bytes_add_repeated(&text, 'z', random_below(2 * ALIGNMENTS));
        if (one_in(2))
            random_damage(&text);
        struct slice s = bytes_slice(&text);
        s.len -= s.len == 0 ? 0 : random_below(s.len) / 2;
        char *exact = malloc(s.len + 1);
        if (exact != NULL)
            memcpy(exact + 1, s.at, s.len);
        wrong +=
            exact == NULL || !right_start(wide, slice_from(exact + 1, s.len));
        free(exact);
        bytes_free(&text);
    }
    is_number(wrong, 0, "%s: valid UTF-8", wide->name);
}

/* Words with a space between them, and one thing now and then that is odd. */
static void add_words(struct bytes *text)
{
    static const char *const characters[] = {
        "a",      "word",   "\u00e9",  "\u2013", "\u2026",
        "\u00a0", "\u2028", "e\u0301", "\u4e00", "\U0001f680",
        "\n",     "\x7f",   " ",       "  "};
    enum { PLAIN = 5, ALL = sizeof characters / sizeof *characters };
    size_t odd = one_in(2) ? 0 : 15;
    for (size_t n = random_below(60); n != 0; n--) {
        size_t kinds = odd != 0 && one_in(odd) ? ALL : PLAIN;
        bytes_add_string(text, characters[random_below(kinds)]);
        if (one_in(3) && text->at[text->len - 1] != ' ' && n != 1)
            bytes_add_byte(text, ' ');
    }
}

/* Texts end where their memory ends. */
static void check_folding(const struct wide *wide)
{
    size_t wrong = 0, folded = 0;
    for (size_t i = 0; i < ROUNDS; i++) {
        struct bytes text = {0};
        add_words(&text);
        char *exact = malloc(text.len + 1);
        if (exact != NULL && text.len != 0)
            memcpy(exact + 1, text.at, text.len);
        struct slice s = slice_from(exact + 1, text.len);
        bool is = exact != NULL && text_is_folded_by(wide, s);
        wrong += exact == NULL || is != text_is_folded_by(&wide_plain, s);
        folded += is;
        free(exact);
        bytes_free(&text);
    }
    is_number(wrong, 0, "%s: folded text", wide->name);
    ok(folded > ROUNDS / 4 && folded < ROUNDS * 3 / 4,
       "some of it is and some is not");
}

int main(void)
{
    const struct wide *wide;
    for (size_t i = 0; (wide = wide_at(i)) != NULL; i++) {
        check_random_texts(wide);
        check_each_byte(wide);
        check_utf8(wide);
        check_folding(wide);
    }
    ok(wide_best() == wide_at(0), "%s is the best here", wide_best()->name);
    return done_testing();
}
