#include "lib/parse/html/references.h"

#include "lib/base/ascii.h"
#include "lib/base/utf8.h"
#include "lib/base/windows_1252.h"
#include "lib/parse/html/reference_names.h"
#include "lib/parse/html/scan.h"

/* -- numbers ------------------------------------------------------------ */

static int digit_value(char c, unsigned base)
{
    return base == 16 || ascii_is_digit(c) ? ascii_hex_value(c) : -1;
}

static uint32_t character_of_number(uint32_t number)
{
    if (number == 0 || number > 0x10ffff ||
        (number >= 0xd800 && number <= 0xdfff))
        return 0xfffd;
    if (number >= 0x80 && number < 0xa0)
        return windows_1252[number - 0x80];
    return number;
}

/* Reads what follows "&#"; gives where it ends, or NULL. */
static const char *read_number(const char *at, const char *end, char **out)
{
    unsigned base = at < end && (*at | 0x20) == 'x' ? 16 : 10;
    if (base == 16)
        at++;
    const char *from = at;
    uint32_t number = 0;
    int digit;
    while (at < end && (digit = digit_value(*at, base)) >= 0) {
        /* Too large stays too large. */
        if (number <= 0x10ffff)
            number = number * base + (uint32_t)digit;
        at++;
    }
    if (at == from)
        return NULL;
    *out = utf8_put(*out, character_of_number(number));
    return at < end && *at == ';' ? at + 1 : at;
}

/* -- names -------------------------------------------------------------- */

/* The names that still fit: a run in the table. */
struct candidates {
    const char *names; /* of the letter's group */
    uint32_t low, high;
};

/* The byte of name `i` at `place`; -1 behind its end. */
static int byte_at(const struct candidates *c, uint32_t i, uint32_t place)
{
    const struct reference_name *name = &reference_names[i];
    return place < name->length ? (unsigned char)c->names[name->at + place]
                                : -1;
}

/* The first candidate whose byte at `place` is at least `byte`. */
static uint32_t lower_bound(const struct candidates *c, uint32_t place,
                            int byte)
{
    uint32_t low = c->low, high = c->high;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (byte_at(c, middle, place) < byte)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/*
 * Reads what follows "&": the longest name that stands there; gives where it
 * ends, or NULL.
 */
static const char *find_name(const char *at, const char *end, uint32_t *found)
{
    if (at == end || !html_byte_is(*at, BYTE_LETTER))
        return NULL;
    const struct reference_group *group = &reference_groups[*at - 'A'];
    struct candidates c = {group[0].names, group[0].first, group[1].first};
    const char *longest = NULL;
    at++;
    for (uint32_t place = 0; c.low < c.high; place++, at++) {
        if (reference_names[c.low].length == place) {
            *found = c.low;
            longest = at;
        }
        if (at == end)
            break;
        int byte = (unsigned char)*at;
        c.low = lower_bound(&c, place, byte);
        c.high = lower_bound(&c, place, byte + 1);
    }
    return longest;
}

/* Reads one of the names that most texts have. */
static const char *read_usual_name(const char *at, const char *end, char **out)
{
    static const struct {
        struct slice name;
        char meaning;
    } usual[] = {{SLICE("amp;"), '&'},
                 {SLICE("quot;"), '"'},
                 {SLICE("lt;"), '<'},
                 {SLICE("gt;"), '>'},
                 {SLICE("apos;"), '\''}};
    struct slice rest = slice_from(at, (size_t)(end - at));
    for (size_t i = 0; i < sizeof usual / sizeof *usual; i++)
        if (slice_starts(rest, usual[i].name)) {
            *(*out)++ = usual[i].meaning;
            return at + usual[i].name.len;
        }
    return NULL;
}

static const char *read_name(const char *at, const char *end, unsigned rules,
                             char **out)
{
    const char *usual = read_usual_name(at, end, out);
    if (usual != NULL)
        return usual;
    uint32_t found = 0;
    const char *behind = find_name(at, end, &found);
    if (behind == NULL)
        return NULL;
    /* "?a=1&copy=2" in an attribute is an address. */
    if ((rules & DECODE_ATTRIBUTE) != 0 && behind[-1] != ';' && behind < end &&
        (*behind == '=' || html_byte_is(*behind, BYTE_LETTER | BYTE_DIGIT)))
        return NULL;
    const struct reference_name *name = &reference_names[found];
    *out = utf8_put(*out, name->first);
    if (name->second != 0)
        *out = utf8_put(*out, reference_seconds[name->second]);
    return behind;
}

/* -- text --------------------------------------------------------------- */

/*
 * No name is so much shorter than what it stands for as "&nLt;", whose five
 * bytes become six; only a NUL grows more.
 */
size_t html_decoded_most(struct slice raw)
{
    if (raw.len != 0 && memchr(raw.at, '\0', raw.len) != NULL)
        return raw.len * 3;
    return raw.len + raw.len / 5 + 1;
}

/* The first byte from `at` on that is not to be taken as it is. */
static const char *plain_end(const char *at, const char *end)
{
    while (at < end) {
        size_t len;
        struct sixteen s = scan16_next(at, (size_t)(end - at), &len);
        uint32_t specials = html_specials(s) & scan16_before(len);
        if (specials != 0)
            return at + scan16_first(specials);
        at += len;
    }
    return at;
}

/* Takes an ampersand and what it begins. */
static const char *take_reference(const char *at, const char *end,
                                  unsigned rules, char **out)
{
    const char *behind = NULL;
    if ((rules & DECODE_REFERENCES) != 0 && at + 1 < end)
        behind = at[1] == '#' ? read_number(at + 2, end, out)
                              : read_name(at + 1, end, rules, out);
    if (behind != NULL)
        return behind;
    *(*out)++ = '&';
    return at + 1;
}

size_t html_decode(char *out, struct slice raw, unsigned rules)
{
    char *to = out;
    const char *at = raw.at, *end = raw.at + raw.len;
    while (at < end) {
        const char *plain = plain_end(at, end);
        memcpy(to, at, (size_t)(plain - at));
        to += plain - at;
        at = plain;
        if (at == end)
            break;
        if (*at == '&') {
            at = take_reference(at, end, rules, &to);
        } else if (*at == '\r') {
            at += at + 1 < end && at[1] == '\n' ? 2 : 1;
            *to++ = '\n';
        } else {
            to = utf8_put(to, (rules & DECODE_KEEP_NUL) != 0 ? 0 : 0xfffd);
            at++;
        }
    }
    return (size_t)(to - out);
}
