/* Word diffs: what every one must fulfil, on generated texts. */
#include "lib/diff/words.h"

#include <stdint.h>
#include <stdlib.h>

#include "lib/base/bytes.h"
#include "lib/diff/edits.h"
#include "tests/unit/tap.h"

static uint64_t state = 1;

static size_t below(size_t limit)
{
    state = state * UINT64_C(6364136223846793005) + 1442695040888963407u;
    return (size_t)(state >> 33) % limit;
}

static const char *const words[] = {"ship", "skip", "größer", "é", "日本",
                                    "42",   " ",    "  ",     " ", ",",
                                    ".",    "“",    "👍",      "\n"};

static void add_words(struct bytes *text, size_t count)
{
    for (size_t i = 0; i < count; i++)
        bytes_add_string(text, words[below(sizeof words / sizeof *words)]);
}

/* The text with pieces of it left out and others put in. */
static void add_edited(struct bytes *text, struct slice s, size_t one_in)
{
    size_t at = 0;
    while (at < s.len) {
        size_t end = at + 1;
        while (end < s.len && ((unsigned char)s.at[end] & 0xc0) == 0x80)
            end++;
        size_t what = below(one_in);
        if (what == 0)
            add_words(text, 1 + below(3));
        if (what != 1)
            bytes_add(text, s.at + at, end - at);
        at = end;
    }
}

struct runs {
    struct change_words *at;
    size_t count;
};

static struct runs compare(struct slice a, struct slice b, struct arena *arena)
{
    struct runs r;
    if (words_compare(a, b, WORDS_EFFORT_MOST, arena, &r.at, &r.count) ==
        WORDS_NO_MEMORY)
        abort();
    return r;
}

static bool rebuilds(const struct runs *r, char sign, struct slice text)
{
    size_t at = 0;
    for (size_t i = 0; i < r->count; i++) {
        struct slice piece = r->at[i].text;
        if (r->at[i].sign != '=' && r->at[i].sign != sign)
            continue;
        if (at + piece.len > text.len || piece.len == 0 ||
            memcmp(piece.at, text.at + at, piece.len) != 0)
            return false;
        at += piece.len;
    }
    return at == text.len;
}

static bool is_in_order(const struct runs *r)
{
    for (size_t i = 1; i < r->count; i++) {
        char before = r->at[i - 1].sign, sign = r->at[i].sign;
        if (before == sign || (before == '+' && sign == '-'))
            return false;
    }
    return true;
}

/* Both lists have the same runs but for the signs' exchange. */
static bool is_mirrored(const struct runs *r, const struct runs *mirror)
{
    struct bytes sides[2] = {{0}, {0}};
    const struct runs *both[2] = {r, mirror};
    for (int side = 0; side < 2; side++) {
        /* '-' and '+' of one change in a fixed order, whichever comes first. */
        static const char orders[2][2] = {{'-', '+'}, {'+', '-'}};
        for (size_t i = 0; i < both[side]->count;) {
            size_t end = i;
            while (end < both[side]->count && both[side]->at[end].sign != '=')
                end++;
            for (int o = 0; o < 2; o++)
                for (size_t j = i; j < end; j++)
                    if (both[side]->at[j].sign == orders[side][o])
                        bytes_add_format(&sides[side], "%d%.*s|", o,
                                         (int)both[side]->at[j].text.len,
                                         both[side]->at[j].text.at);
            if (end < both[side]->count)
                bytes_add_format(&sides[side], "=%.*s|",
                                 (int)both[side]->at[end].text.len,
                                 both[side]->at[end].text.at);
            i = end + 1;
        }
    }
    bool equal = slice_equal(bytes_slice(&sides[0]), bytes_slice(&sides[1]));
    bytes_free(&sides[0]);
    bytes_free(&sides[1]);
    return equal;
}

static bool holds(struct slice a, struct slice b)
{
    struct arena arena = {0};
    struct runs r = compare(a, b, &arena), mirror = compare(b, a, &arena);
    bool good = rebuilds(&r, '-', a) && rebuilds(&r, '+', b) &&
                is_in_order(&r) && is_mirrored(&r, &mirror);
    arena_free(&arena);
    return good;
}

static void check_generated(size_t times, size_t length, size_t one_in)
{
    struct bytes a = {0}, b = {0};
    size_t good = 0;
    for (size_t i = 0; i < times; i++) {
        bytes_clear(&a);
        bytes_clear(&b);
        add_words(&a, below(length));
        add_edited(&b, bytes_slice(&a), one_in);
        good += holds(bytes_slice(&a), bytes_slice(&b));
    }
    is_number(good, times, "%zu texts of up to %zu words, one in %zu changed",
              times, length, one_in);
    bytes_free(&a);
    bytes_free(&b);
}

/* The runs as "=a -b +c", to compare with what is expected. */
static void check_runs(const char *a, const char *b, const char *expected)
{
    struct arena arena = {0};
    struct bytes got = {0};
    struct runs r = compare(slice_of(a), slice_of(b), &arena);
    for (size_t i = 0; i < r.count; i++)
        bytes_add_format(&got, "%c[%.*s]", r.at[i].sign, (int)r.at[i].text.len,
                         r.at[i].text.at);
    bytes_add_byte(&got, '\0');
    is_string(got.at, expected, "'%s' to '%s'", a, b);
    bytes_free(&got);
    arena_free(&arena);
}

/* The number of edits by the plain table of all prefixes. */
static size_t distance(const size_t *a, size_t a_len, const size_t *b,
                       size_t b_len)
{
    size_t row[64];
    for (size_t j = 0; j <= b_len; j++)
        row[j] = j;
    for (size_t i = 1; i <= a_len; i++) {
        size_t corner = row[0];
        row[0] = i;
        for (size_t j = 1; j <= b_len; j++) {
            size_t above = row[j];
            size_t least = above < row[j - 1] ? above + 1 : row[j - 1] + 1;
            row[j] = a[i - 1] == b[j - 1] ? corner : least;
            corner = above;
        }
    }
    return row[b_len];
}

static void check_fewest(void)
{
    struct arena arena = {0};
    size_t good = 0, times = 3000;
    for (size_t n = 0; n < times; n++) {
        size_t ids[2][63], lengths[2] = {below(40), below(40)};
        bool changed[2][63] = {{false}};
        for (int side = 0; side < 2; side++)
            for (size_t i = 0; i < lengths[side]; i++)
                ids[side][i] = below(2 + n % 7);
        struct sequence a = {ids[0], (ptrdiff_t)lengths[0], changed[0]};
        struct sequence b = {ids[1], (ptrdiff_t)lengths[1], changed[1]};
        size_t edits = 0;
        if (edits_find(&a, &b, 100000, &arena) != EDITS_FOUND)
            break;
        for (size_t i = 0; i < 63; i++)
            edits += (size_t)changed[0][i] + (size_t)changed[1][i];
        good += edits == distance(ids[0], lengths[0], ids[1], lengths[1]);
        arena_reset(&arena);
    }
    is_number(good, times, "no fewer edits are possible");
    arena_free(&arena);
}

/* Texts without a word in common, so long that the search is given up. */
static void check_effort(void)
{
    struct bytes a = {0}, b = {0};
    struct arena arena = {0};
    for (int i = 0; i < 100000; i++) {
        bytes_add_format(&a, "%d ", i);
        bytes_add_format(&b, "x%d,", i);
    }
    struct runs r = compare(bytes_slice(&a), bytes_slice(&b), &arena);
    ok(r.count == 2 && r.at[0].sign == '-' && r.at[1].sign == '+' &&
           rebuilds(&r, '-', bytes_slice(&a)) &&
           rebuilds(&r, '+', bytes_slice(&b)),
       "long texts with nothing in common");
    arena_free(&arena);
    bytes_free(&a);
    bytes_free(&b);
}

int main(void)
{
    check_runs("same text", "same text", "=[same text]");
    check_runs("", "", "");
    check_runs("", "new", "+[new]");
    check_runs("old", "", "-[old]");
    check_runs("It is fast.", "It is slow.", "=[It is ]-[fast]+[slow]=[.]");
    check_runs("a quick brown fox", "a slow red fox",
               "=[a ]-[quick brown]+[slow red]=[ fox]");
    check_runs("one two", "one  two", "=[one]-[ ]+[  ]=[two]");
    check_runs("naïve", "naive", "-[naïve]+[naive]");
    check_runs("step 1\u20dd is", "step 2\u20dd is",
               "=[step ]-[1\u20dd]+[2\u20dd]=[ is]");
    check_runs("don’t, ever", "don’t ever", "=[don’t]-[,]=[ ever]");
    check_generated(2000, 8, 3);
    check_generated(500, 60, 10);
    check_generated(20, 3000, 50);
    check_fewest();
    check_effort();
    return done_testing();
}
