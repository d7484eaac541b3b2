/* Text as records hold it: folding, NFC, slugs, characters. */
#include "lib/base/text.h"

#include "lib/base/utf8.h"
#include "tests/unit/random.h"
#include "tests/unit/tap.h"

typedef void maker(struct bytes *out, struct slice s);

static void makes(maker *make, const char *from, const char *wanted,
                  const char *what)
{
    struct bytes b = {0};
    make(&b, slice_of(from));
    bytes_add_byte(&b, '\0');
    is_string(b.at, wanted, "%s", what);
    bytes_free(&b);
}

static void check_folding(void)
{
    makes(text_add_folded, "", "", "nothing");
    makes(text_add_folded, " \t\r\n\f\v ", "", "white space alone");
    makes(text_add_folded, "  a \t\n b  ", "a b", "runs become one space");
    makes(text_add_folded, "a\xc2\xa0\xe2\x80\x83\xe3\x80\x80z", "a z",
          "spaces past ASCII");
    makes(text_add_folded, "e\xcc\x81", "é", "an accent is composed");
    makes(text_add_folded, "a\xcc\xa3\xcc\x82", "\xe1\xba\xad",
          "two accents are composed in their order");
    makes(text_add_folded, "\xe2\x84\xab", "Å",
          "a compatible sign is replaced");
    makes(text_add_folded, "\xe1\x84\x92\xe1\x85\xa1\xe1\x86\xab", "한",
          "Hangul is composed");
    makes(text_add_folded, "“a” – b…", "“a” – b…", "typography stays");
    makes(text_add_folded, "ﬁ ² ½", "ﬁ ² ½", "compatibility forms stay");
    makes(text_add_folded,
          "a\xe2\x80\x8b"
          "b",
          "a\xe2\x80\x8b"
          "b",
          "a zero-width space is no white space");
    makes(text_add_folded, "\xe0\xa5\x98", "\xe0\xa4\x95\xe0\xa4\xbc",
          "what NFC excludes stays apart");
}

static void check_white_space(void)
{
    static const uint32_t spaces[] = {
        0x9,    0xa,    0xb,    0xc,    0xd,    0x20,   0x85,   0xa0,   0x1680,
        0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008,
        0x2009, 0x200a, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000};
    size_t found = 0, wrong = 0;
    for (uint32_t c = 0; c <= 0x10ffff; c++) {
        if (!text_is_space(c))
            continue;
        wrong += found == 25 || spaces[found] != c;
        found++;
    }
    ok(found == 25 && wrong == 0, "the 25 code points that are White_Space");
}

static void add_trimmed(struct bytes *out, struct slice s)
{
    bytes_add_slice(out, text_trim(s));
}

static void check_trimming(void)
{
    makes(add_trimmed, " a  b ", "a  b", "ends are trimmed, the middle stays");
    makes(add_trimmed, "\xc2\xa0x\xe3\x80\x80", "x", "spaces past ASCII too");
    makes(add_trimmed, " \n ", "", "white space alone is trimmed to nothing");
}

/* Folding is done once: again, or in pieces joined, changes nothing. */
static void check_folding_properties(void)
{
    static const uint32_t marks[] = {0x301, 0x323, 0x302, 0x327, 0x345, 0x20d0};
    struct bytes s = {0}, once = {0}, twice = {0};
    size_t again = 0, quick = 0, spaces = 0, looked = 0;
    for (int i = 0; i < 50000; i++) {
        bytes_clear(&s);
        bytes_clear(&once);
        bytes_clear(&twice);
        for (size_t n = random_below(12); n != 0; n--) {
            if (one_in(4))
                bytes_add_codepoint(&s, marks[random_below(6)]);
            else if (one_in(4))
                bytes_add_byte(&s, " \n"[random_below(2)]);
            else
                bytes_add_codepoint(&s, one_in(2) ? 'a' + random_below(26)
                                                  : random_codepoint());
        }
        text_add_folded(&once, bytes_slice(&s));
        text_add_folded(&twice, bytes_slice(&once));
        again += !slice_equal(bytes_slice(&once), bytes_slice(&twice));
        bool folded = text_is_folded(bytes_slice(&s));
        looked += folded;
        quick += folded && !slice_equal(bytes_slice(&once), bytes_slice(&s));
        spaces += memmem(bytes_slice(&once).at, once.len, "  ", 2) != NULL;
    }
    bytes_free(&s);
    bytes_free(&once);
    bytes_free(&twice);
    is_number(again, 0, "folded text stays as it is");
    is_number(quick, 0, "the quick look never errs");
    ok(looked > 1000, "the quick look often knows");
    is_number(spaces, 0, "no two spaces side by side");
}

/*
 * What the quick way takes for composed must be so to the letter: each code
 * point beside letters and marks that it might compose with.
 */
static void check_quick_composition(void)
{
    size_t wrong = 0;
    struct bytes s = {0}, folded = {0};
    for (uint32_t c = 0x21; c < 0x2060; c++) {
        if (text_is_space(c) || (c >= 0x300 && c < 0x2010))
            continue;
        for (int i = 0; i < 2; i++) {
            bytes_clear(&s);
            bytes_clear(&folded);
            bytes_add_codepoint(&s, c);
            /* A mark makes the slow way decide. */
            bytes_add_string(&s, i == 0 ? "" : "\xe2\x83\x9d");
            text_add_folded(&folded, bytes_slice(&s));
            wrong += !slice_equal(bytes_slice(&s), bytes_slice(&folded));
        }
    }
    bytes_free(&s);
    bytes_free(&folded);
    is_number(wrong, 0, "code points taken for composed are composed");
}

static void check_slugs(void)
{
    makes(text_add_slug, "SmolLM3", "smollm3", "letters and digits");
    makes(text_add_slug, "  Llama 4: (Compact)!  ", "llama-4-compact",
          "other runs become one hyphen, none at the ends");
    makes(text_add_slug, "C++", "c", "signs at the end");
    makes(text_add_slug, "***", "", "no letters at all");
    makes(text_add_slug, "STRASSE Straße", "strasse-strasse", "case is folded");
    makes(text_add_slug, "ΟΔΟΣ οδος οδός", "οδοσ-οδοσ-οδόσ",
          "Greek, both sigmas alike");
    makes(text_add_slug, "日本語ツール", "日本語ツール", "Japanese");
    makes(text_add_slug, "हिन्दी", "हिन्दी", "Devanagari keeps its vowel signs");
    makes(text_add_slug, "Привет МИР", "привет-мир", "Cyrillic");
    makes(text_add_slug, "مرحبا بك", "مرحبا-بك", "Arabic");
    makes(text_add_slug, "안녕 하세요", "안녕-하세요", "Hangul");
    makes(text_add_slug, "١٢٣ Ⅷ ²", "١٢٣-ⅷ-²", "digits of other kinds");
    makes(text_add_slug,
          "E\xcc\x81"
          "cole École",
          "école-école", "composed and decomposed alike");
    makes(text_add_slug, "🚀 Rocket 🚀", "rocket", "emoji are no letters");
    makes(text_add_slug, "İstanbul", "i̇stanbul", "a dotted capital I");
    makes(text_add_slug, "a_b.c/d", "a-b-c-d", "underscore, dot and slash");
}

static void check_slug_properties(void)
{
    struct bytes s = {0}, once = {0}, twice = {0};
    size_t again = 0, hyphens = 0;
    for (int i = 0; i < 30000; i++) {
        bytes_clear(&s);
        bytes_clear(&once);
        bytes_clear(&twice);
        for (size_t n = random_below(10); n != 0; n--)
            bytes_add_codepoint(&s, random_codepoint());
        text_add_slug(&once, bytes_slice(&s));
        text_add_slug(&twice, bytes_slice(&once));
        struct slice slug = bytes_slice(&once);
        again += !slice_equal(slug, bytes_slice(&twice));
        hyphens += memmem(slug.at, slug.len, "--", 2) != NULL ||
                   slice_starts(slug, slice_of("-")) ||
                   slice_ends(slug, slice_of("-"));
    }
    bytes_free(&s);
    bytes_free(&once);
    bytes_free(&twice);
    is_number(again, 0, "the slug of a slug is itself");
    is_number(hyphens, 0, "no hyphen at an end or beside another");
}

static void check_characters(void)
{
    ok(text_is_one_character(slice_of("G")), "a letter is one character");
    ok(text_is_one_character(slice_of("語")), "an ideograph");
    ok(text_is_one_character(slice_of("e\xcc\x81")),
       "a letter with its accent");
    ok(text_is_one_character(slice_of("👍🏽")),
       "an emoji with its skin tone");
    ok(text_is_one_character(slice_of("👩‍💻")), "emoji joined into one");
    ok(text_is_one_character(slice_of("🇩🇪")), "a flag");
    ok(!text_is_one_character(slice_of("")), "nothing is none");
    ok(!text_is_one_character(slice_of("ab")), "two letters are two");
    ok(!text_is_one_character(slice_of("🇩🇪🇫🇷")), "two flags are two");
    ok(!text_is_one_character(slice_of("👍👍")), "two emoji are two");
}

int main(void)
{
    check_folding();
    check_white_space();
    check_trimming();
    check_folding_properties();
    check_quick_composition();
    check_slugs();
    check_slug_properties();
    check_characters();
    return done_testing();
}
