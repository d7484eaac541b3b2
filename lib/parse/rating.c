#include "lib/parse/rating.h"

#include "lib/base/ascii.h"
#include "lib/base/utf8.h"

enum {
    ONE = 100,        /* hundredths */
    NUMBER_MOST = 32, /* bytes of a number; longer ones are no rating */
    TEXT_MOST = 256   /* bytes in which a rating or count must begin */
};

static const struct slice full_stars[] = {SLICE("★"), SLICE("⭐"), SLICE("🌟"),
                                          SLICE("✭"), SLICE("✮")};
static const struct slice empty_stars[] = {SLICE("☆"), SLICE("✩"), SLICE("✰")};
static const struct slice half_stars[] = {SLICE("⯨"), SLICE("⯪"),
                                          SLICE("½")};
/* Behind an emoji and its like stands the mark that asks for colour. */
static const struct slice variations[] = {SLICE("\uFE0F"), SLICE("\uFE0E")};

/*
 * The beginning of a text.  Many reviews may refer to the same long one, which
 * must not be read again for each.
 */
static struct slice beginning(struct slice text)
{
    if (text.len > TEXT_MOST)
        text.len = TEXT_MOST;
    return text;
}

#define STARTS_WITH_ANY(s, list)                                               \
    starts_with_any(s, list, sizeof(list) / sizeof *(list))

/* How long the word is with which s starts; 0 when it starts with none. */
static size_t starts_with_any(struct slice s, const struct slice *words,
                              size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (slice_starts(s, words[i]))
            return words[i].len;
    return 0;
}

static bool is_digit(struct slice s, size_t at)
{
    return at < s.len && ascii_is_digit(s.at[at]);
}

static size_t digits(struct slice s, size_t at)
{
    size_t from = at;
    while (is_digit(s, at))
        at++;
    return at - from;
}

static size_t skip_spaces(struct slice s, size_t at)
{
    while (at < s.len) {
        size_t next = at;
        if (!(s.at[at] == ' ' || (s.at[at] >= '\t' && s.at[at] <= '\r') ||
              slice_starts(slice_after(s, at), slice_of("\u00a0")) ||
              slice_starts(slice_after(s, at), slice_of("\u202f"))))
            break;
        utf8_next(s, &next);
        at = next;
    }
    return at;
}

/* What a vulgar fraction at `*at` is worth, in hundredths; moves behind it. */
static int64_t take_fraction(struct slice s, size_t *at)
{
    static const struct {
        struct slice sign;
        int64_t worth;
    } fractions[] = {{SLICE("½"), 50}, {SLICE("¼"), 25}, {SLICE("¾"), 75}};
    for (size_t i = 0; i < sizeof fractions / sizeof *fractions; i++) {
        if (slice_starts(slice_after(s, *at), fractions[i].sign)) {
            *at += fractions[i].sign.len;
            return fractions[i].worth;
        }
    }
    return 0;
}

/*
 * The number at `*at`, a digit, and moves behind it.  A comma is read as a
 * point.  A second separator, or one followed by no digit, ends it.
 */
static bool take_number(struct slice s, size_t *at, int64_t *hundredths)
{
    char number[NUMBER_MOST + 1];
    size_t from = *at, whole = digits(s, from);
    while (whole > 1 && s.at[from] == '0') {
        from++;
        whole--;
    }
    size_t end = from + whole;
    if (end + 1 < s.len && (s.at[end] == '.' || s.at[end] == ','))
        end += is_digit(s, end + 1) ? 1 + digits(s, end + 1) : 0;
    *at = end;
    if (end - from > NUMBER_MOST)
        return false;
    for (size_t i = from; i < end; i++)
        number[i - from] = s.at[i] == ',' ? '.' : s.at[i];
    if (!decimal_read(slice_from(number, end - from), hundredths))
        return false;
    *hundredths += take_fraction(s, at);
    return true;
}

/* Moves to the first number; whether there is one. */
static bool find_number(struct slice s, size_t *at)
{
    while (*at < s.len && !is_digit(s, *at)) {
        size_t fraction = *at;
        if (take_fraction(s, &fraction) != 0)
            return true;
        utf8_next(s, at);
    }
    return *at < s.len;
}

static bool take_any_number(struct slice s, size_t *at, int64_t *hundredths)
{
    if (is_digit(s, *at)) {
        bool minus = *at != 0 && s.at[*at - 1] == '-' &&
                     (*at == 1 || s.at[*at - 2] == ' ');
        bool read = take_number(s, at, hundredths);
        if (read && minus)
            *hundredths = -*hundredths;
        return read;
    }
    *hundredths = take_fraction(s, at);
    return *hundredths != 0;
}

/* Stars that are drawn: the full ones count, all together are the best. */
static bool read_stars(struct slice s, struct rating *r)
{
    int64_t full = 0, half = 0, empty = 0;
    size_t at = 0;
    while (at < s.len) {
        struct slice rest = slice_after(s, at);
        size_t is_full = STARTS_WITH_ANY(rest, full_stars);
        size_t is_empty = STARTS_WITH_ANY(rest, empty_stars);
        size_t is_half = STARTS_WITH_ANY(rest, half_stars);
        size_t behind = STARTS_WITH_ANY(rest, variations);
        bool begun = full + half + empty != 0;
        if (is_full + is_empty + is_half + behind == 0) {
            if (begun && skip_spaces(s, at) == at)
                break;
            utf8_next(s, &at);
            continue;
        }
        full += is_full != 0;
        empty += is_empty != 0;
        half += is_half != 0 && begun;
        at += is_full + is_empty + is_half + behind;
    }
    if (full + half + empty == 0)
        return false;
    r->value = full * ONE + half * (ONE / 2);
    if (empty != 0)
        r->best = (full + half + empty) * ONE;
    return true;
}

static bool is_letter(struct slice s, size_t at)
{
    unsigned char c = at < s.len ? (unsigned char)s.at[at] : 0;
    return c >= 0x80 || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

/* The best, where `/ 10`, `out of 5` and the like follow at `at`. */
static void read_best(struct slice s, size_t at, struct rating *r)
{
    static const struct slice words[] = {
        SLICE("out of"), SLICE("of"), SLICE("von"), SLICE("sur"),
        SLICE("sobre"),  SLICE("de"), SLICE("su"),  SLICE("van"),
        SLICE("av"),     SLICE("af")};
    static const struct slice stars[] = {SLICE("stars "), SLICE("star "),
                                         SLICE("points ")};
    at = skip_spaces(s, at);
    at += STARTS_WITH_ANY(slice_after(s, at), stars);
    if (at < s.len && s.at[at] == '%') {
        r->best = 100 * ONE;
        r->worst = 0;
        return;
    }
    struct slice rest = slice_after(s, at);
    size_t word = STARTS_WITH_ANY(rest, words);
    if (rest.len != 0 && rest.at[0] == '/')
        word = 1;
    if (word == 0 || (rest.at[0] != '/' && is_letter(rest, word)))
        return;
    at = skip_spaces(s, at + word);
    if (is_digit(s, at))
        take_number(s, &at, &r->best);
}

bool rating_read(struct slice text, struct rating *r)
{
    *r = (struct rating){DECIMAL_UNKNOWN, DECIMAL_UNKNOWN, DECIMAL_UNKNOWN};
    size_t at = 0;
    text = beginning(text);
    if (!slice_known(text))
        return false;
    if (read_stars(text, r))
        return true;
    if (!find_number(text, &at) || !take_any_number(text, &at, &r->value))
        return false;
    read_best(text, at, r);
    return true;
}

int64_t rating_read_number(struct slice text)
{
    size_t at = 0;
    int64_t hundredths;
    text = beginning(text);
    return slice_known(text) && find_number(text, &at) &&
                   take_any_number(text, &at, &hundredths)
               ? hundredths
               : DECIMAL_UNKNOWN;
}

/* Digits in groups of three, as `6,780` has them: moves behind the groups. */
static void take_groups(struct slice s, size_t *at, int64_t *count)
{
    size_t len = digits(s, *at);
    bool may_group = len <= 3;
    for (size_t i = 0; i < len && *count < INT64_MAX / 1000000; i++)
        *count = *count * 10 + (s.at[*at + i] - '0');
    *at += len;
    while (may_group && *count < INT64_MAX / 1000000) {
        size_t next = *at;
        if (next < s.len && strchr(",.' ", s.at[next]) != NULL &&
            s.at[next] != '\0')
            next++;
        else
            next = skip_spaces(s, next);
        if (next == *at || digits(s, next) != 3)
            return;
        for (size_t i = 0; i < 3; i++)
            *count = *count * 10 + (s.at[next + i] - '0');
        *at = next + 3;
    }
}

static int64_t thousands(struct slice s, size_t at)
{
    if (at == s.len || is_letter(s, at + 1))
        return 1;
    switch (s.at[at]) {
    case 'k':
    case 'K':
        return 1000;
    case 'm':
    case 'M':
        return 1000000;
    default:
        return 1;
    }
}

int64_t rating_read_count(struct slice s)
{
    size_t at = 0;
    s = beginning(s);
    if (!slice_known(s))
        return -1;
    while (at < s.len && !is_digit(s, at))
        at++;
    if (at == s.len || (at != 0 && s.at[at - 1] == '-'))
        return -1;
    int64_t count = 0, hundredths;
    size_t behind = at;
    take_groups(s, &behind, &count);
    bool fraction = behind + 1 < s.len &&
                    (s.at[behind] == '.' || s.at[behind] == ',') &&
                    is_digit(s, behind + 1);
    if (!fraction)
        return count * thousands(s, behind);
    /* `1.2k`, and `89.0`, as some write whole numbers. */
    if (!take_number(s, &at, &hundredths))
        return -1;
    hundredths *= thousands(s, at);
    return hundredths % ONE == 0 ? hundredths / ONE : -1;
}

void rating_complete(struct rating *r)
{
    if (r->best == DECIMAL_UNKNOWN)
        r->best = r->value <= 5 * ONE    ? 5 * ONE
                  : r->value <= 10 * ONE ? 10 * ONE
                                         : 100 * ONE;
    if (r->worst == DECIMAL_UNKNOWN)
        r->worst = r->value < ONE || r->best >= 100 * ONE ? 0 : ONE;
}

int64_t rating_score(const struct rating *r)
{
    if (r->value == DECIMAL_UNKNOWN || r->best <= r->worst ||
        r->value < r->worst || r->value > r->best)
        return DECIMAL_UNKNOWN;
    return decimal_divide((decimal_wide)(r->value - r->worst) * 100 * ONE,
                          r->best - r->worst);
}

bool rating_is_score(const struct rating *r)
{
    return r->worst == 0 && r->best == 100 * ONE;
}
