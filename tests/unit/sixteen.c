/* Looking at sixteen bytes at once finds what a look at each byte finds. */
#include "lib/base/folding.h"
#include "lib/base/text.h"
#include "lib/base/utf8.h"
#include "lib/json/write.h"
#include "lib/parse/lines.h"
#include "tests/unit/random.h"
#include "tests/unit/tap.h"

enum { ROUNDS = 200000, MOST = 70 };

static void check_scanning(void)
{
    size_t wrong = 0;
    for (int i = 0; i < ROUNDS; i++) {
        char bytes[SIXTEEN];
        char byte = (char)random_below(256);
        unsigned char most = (unsigned char)random_below(256);
        unsigned char least = (unsigned char)random_below(most + 1u);
        uint32_t equal = 0, up_to = 0, between = 0, tops = 0, ends = 0;
        for (size_t j = 0; j < SIXTEEN; j++) {
            bytes[j] = one_in(3) ? byte : (char)random_below(256);
            unsigned char c = (unsigned char)bytes[j];
            equal |= (uint32_t)(bytes[j] == byte) << j;
            up_to |= (uint32_t)(c <= most) << j;
            between |= (uint32_t)(c >= least && c <= most) << j;
            ends |= (uint32_t)(c < ' ' || c == '"' || c == '\\') << j;
            tops |= (uint32_t)(c >= 0x80) << j;
        }
        struct sixteen block = scan16_load(bytes);
        wrong +=
            scan16_equal(block, byte) != equal ||
            scan16_up_to(block, most) != up_to ||
            scan16_tops(scan16_where_between(block, least, most)) != between ||
            scan16_string_ends(block) != ends || scan16_tops(block) != tops;
    }
    is_number(wrong, 0, "masks of random bytes");
}

static void check_loading(void)
{
    char some[SIXTEEN], loaded[SIXTEEN];
    size_t wrong = 0, len;
    for (size_t i = 0; i < SIXTEEN; i++)
        some[i] = (char)(0xf0 + i);
    for (size_t left = 0; left <= SIXTEEN; left++) {
        char wanted[SIXTEEN] = {0};
        memcpy(wanted, some, left);
        scan16_store(scan16_next(some, left, &len), loaded);
        wrong += len != left || memcmp(loaded, wanted, SIXTEEN) != 0;
    }
    is_number(wrong, 0, "fewer bytes than sixteen");
}

static uint32_t some_codepoint(void)
{
    static const uint32_t some[] = {
        ' ',    ' ',    '\t',   '\n',   '\r',   0x1f,   0x7f,   '"',    '\\',
        0x80,   0x85,   0xa0,   0xa1,   0xb7,   0xc5,   0xe0,   0xe5,   0x2e2,
        0x2ff,  0x300,  0x301,  0x323,  0x340,  0x200a, 0x2010, 0x2013, 0x201d,
        0x2027, 0x2028, 0x2029, 0x202a, 0x202f, 0x2030, 0x203f, 0x2040, 0x205f,
        0x2126, 0x3000, 0xac00, 0x1100, 0x1f600};
    if (!one_in(4))
        return 'a' + (uint32_t)random_below(26);
    return one_in(20) ? (uint32_t)random_codepoint()
                      : some[random_below(sizeof some / sizeof *some)];
}

/* Valid UTF-8 at any place in memory, mostly of small letters. */
static struct slice some_text(struct bytes *b)
{
    bytes_clear(b);
    size_t skip = random_below(SIXTEEN);
    bytes_add_repeated(b, 'x', skip);
    for (size_t n = random_below(MOST); n != 0; n--)
        bytes_add_codepoint(b, some_codepoint());
    return slice_after(bytes_slice(b), skip);
}

static void check_folding(void)
{
    struct bytes b = {0}, folded = {0};
    size_t wrong = 0, quick = 0;
    for (int i = 0; i < ROUNDS; i++) {
        struct slice s = some_text(&b);
        bytes_clear(&folded);
        text_add_folded(&folded, s);
        if (!text_is_folded(s))
            continue;
        quick++;
        wrong += !slice_equal(bytes_slice(&folded), s);
    }
    is_number(wrong, 0, "what looks folded is folded");
    ok(quick > ROUNDS / 20, "much that is folded looks so");
    ok(text_is_folded(slice_of("“Plain” text – d’été · 5…")), "typography too");
    bytes_free(&b);
    bytes_free(&folded);
}

static size_t plainly_find_end(struct slice s, size_t at)
{
    while (at < s.len && s.at[at] != '\n' && s.at[at] != '\r')
        at++;
    return at;
}

static bool lines_are(struct slice page, const struct page_lines *lines)
{
    struct bytes folded = {0};
    size_t at = 0, count = 0;
    bool right = true, gap = false;
    for (size_t number = 1; at < page.len && right; number++) {
        size_t end = plainly_find_end(page, at);
        bytes_clear(&folded);
        text_add_folded(&folded, slice_from(page.at + at, end - at));
        if (folded.len != 0) {
            const struct page_line *line = &lines->at[count++];
            right = count <= lines->count && line->number == number &&
                    line->offset == at && line->gap == gap &&
                    line->ended == (end < page.len) &&
                    slice_equal(line->text, bytes_slice(&folded));
        }
        gap = folded.len == 0;
        bool pair = end + 1 < page.len && page.at[end] == '\r' &&
                    page.at[end + 1] == '\n';
        at = end + 1 + pair;
    }
    bytes_free(&folded);
    return right && count == lines->count;
}

static void check_lines(void)
{
    struct bytes b = {0};
    struct arena arena = {0};
    size_t wrong = 0;
    for (int i = 0; i < ROUNDS; i++) {
        struct page_lines lines;
        struct slice page = some_text(&b);
        arena_reset(&arena);
        wrong +=
            !page_lines_read(&lines, page, &arena) || !lines_are(page, &lines);
    }
    is_number(wrong, 0, "lines of random pages");
    arena_free(&arena);
    bytes_free(&b);
}

static void check_slugs(void)
{
    static const struct slice apart = SLICE("·");
    struct bytes b = {0}, slug = {0}, other = {0};
    size_t wrong = 0;
    for (int i = 0; i < ROUNDS; i++) {
        bytes_clear(&b);
        for (size_t n = random_below(MOST); n != 0; n--)
            bytes_add_byte(&b, (char)random_below(0x80));
        bytes_clear(&slug);
        bytes_clear(&other);
        text_add_slug(&slug, bytes_slice(&b));
        /* What separates is no part of it, and no ASCII. */
        bytes_add_slice(&b, apart);
        text_add_slug(&other, bytes_slice(&b));
        wrong += !slice_equal(bytes_slice(&slug), bytes_slice(&other));
    }
    is_number(wrong, 0, "slugs of ASCII as of other text");
    bytes_free(&b);
    bytes_free(&slug);
    bytes_free(&other);
}

static void add_plainly(struct bytes *out, struct slice s)
{
    bytes_add_byte(out, '"');
    for (size_t i = 0; i < s.len; i++) {
        static const char short_forms[] = "b\bf\fn\nr\rt\t\"\"\\\\";
        const char *found = NULL;
        for (const char *at = short_forms; *at != '\0'; at += 2)
            found = at[1] == s.at[i] ? at : found;
        if (found != NULL)
            bytes_add_format(out, "\\%c", *found);
        else if ((unsigned char)s.at[i] < 0x20)
            bytes_add_format(out, "\\u%04X", (unsigned)s.at[i]);
        else
            bytes_add_byte(out, s.at[i]);
    }
    bytes_add_byte(out, '"');
}

static void check_strings(void)
{
    struct bytes b = {0}, json = {0}, plain = {0};
    size_t wrong = 0;
    for (int i = 0; i < ROUNDS; i++) {
        struct slice s = some_text(&b);
        bytes_clear(&plain);
        /* The room that is left differs from time to time. */
        if (one_in(8))
            bytes_free(&json);
        bytes_clear(&json);
        json_add_string(&json, s);
        add_plainly(&plain, s);
        wrong += !slice_equal(bytes_slice(&json), bytes_slice(&plain));
    }
    is_number(wrong, 0, "JSON strings");
    bytes_free(&b);
    bytes_free(&json);
    bytes_free(&plain);
}

static void check_ascii(void)
{
    struct bytes b = {0};
    size_t wrong = 0;
    for (int i = 0; i < ROUNDS; i++) {
        struct slice s = some_text(&b);
        bool past = false;
        for (size_t j = 0; j < s.len; j++)
            past = past || (unsigned char)s.at[j] >= 0x80;
        wrong += utf8_is_ascii(s) == past || utf8_valid(s) != s.len;
    }
    is_number(wrong, 0, "ASCII and valid UTF-8");
    bytes_free(&b);
}

int main(void)
{
    check_scanning();
    check_loading();
    check_folding();
    check_lines();
    check_slugs();
    check_strings();
    check_ascii();
    return done_testing();
}
