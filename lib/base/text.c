#include "lib/base/text.h"

#include <stdlib.h>
#include <utf8proc.h>

#include "lib/base/ascii.h"
#include "lib/base/folding.h"
#include "lib/base/utf8.h"

bool text_is_space(uint32_t c)
{
    if (c < 0x80)
        return c == ' ' || (c >= '\t' && c <= '\r');
    return c == 0x85 || c == 0xa0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200a) || c == 0x2028 || c == 0x2029 ||
           c == 0x202f || c == 0x205f || c == 0x3000;
}

/*
 * How many bytes at `at` are a code point that neither combines nor
 * decomposes in NFC: those below U+0300 and the punctuation from U+2010 to
 * U+205E.  0 for all others.
 */
static size_t plain_length(struct slice s, size_t at)
{
    unsigned char c = (unsigned char)s.at[at];
    if (c < 0x80)
        return 1;
    if (c < 0xcc)
        return 2;
    if (c != 0xe2)
        return 0;
    unsigned char second = (unsigned char)s.at[at + 1];
    unsigned char third = (unsigned char)s.at[at + 2];
    return (second == 0x80 && third >= 0x90) || (second == 0x81 && third < 0x9f)
               ? 3
               : 0;
}

static bool is_plainly_composed(struct slice s)
{
    size_t at = 0;
    while (at < s.len) {
        size_t len = plain_length(s, at);
        if (len == 0)
            return false;
        at += len;
    }
    return true;
}

bool text_is_folded(struct slice s)
{
    return text_is_folded_by(wide_best(), s);
}

bool text_is_folded_by(const struct wide *wide, struct slice s)
{
    if (wide->is_folded != NULL && s.len >= FOLDED_LEAST)
        return wide->is_folded(s);
    struct folding folding = FOLDING_START;
    for (size_t at = 0; at < s.len; at += SIXTYFOUR) {
        uint64_t controls;
        uint64_t odd = folding_odd(&folding, slice_after(s, at), &controls);
        if ((odd | controls) != 0)
            return false;
    }
    return s.len == 0 || s.at[s.len - 1] != ' ';
}

static void add_space_folded(struct bytes *out, struct slice s)
{
    size_t start = out->len;
    size_t at = 0;
    bool pending = false;
    while (at < s.len) {
        size_t from = at;
        if (text_is_space(utf8_next(s, &at))) {
            pending = out->len > start;
            continue;
        }
        if (pending)
            bytes_add_byte(out, ' ');
        pending = false;
        bytes_add(out, s.at + from, at - from);
    }
}

/* Nobody writes so many marks on one letter. */
enum { MARKS_MOST = 30 };

/*
 * utf8proc sorts the marks on a letter, which takes long when there are very
 * many: as UAX #15 has it for streams, a combining grapheme joiner is put
 * after every thirtieth.  Gives s itself when there is no such run.
 */
static struct slice limit_marks(struct slice s, struct bytes *limited)
{
    static const struct slice joiner = SLICE("\u034f");
    size_t at = 0, copied = 0, marks = 0;
    while (at < s.len) {
        size_t from = at;
        utf8proc_int32_t c = (utf8proc_int32_t)utf8_next(s, &at);
        bool mark =
            c >= 0x300 && utf8proc_get_property(c)->combining_class != 0;
        marks = mark ? marks + 1 : 0;
        if (marks <= MARKS_MOST)
            continue;
        bytes_add(limited, s.at + copied, from - copied);
        bytes_add_slice(limited, joiner);
        copied = from;
        marks = 1;
    }
    if (copied == 0)
        return s;
    bytes_add(limited, s.at + copied, s.len - copied);
    return bytes_slice(limited);
}

/* s in NFC and more, as `options` say; the caller frees it.  at: NULL when
 * there is no memory. */
static struct slice normalize(struct slice s, int options)
{
    struct bytes limited = {0};
    utf8proc_uint8_t *normal = NULL;
    s = limit_marks(s, &limited);
    utf8proc_ssize_t len =
        limited.failed
            ? UTF8PROC_ERROR_NOMEM
            : utf8proc_map((const utf8proc_uint8_t *)s.at,
                           (utf8proc_ssize_t)s.len, &normal,
                           (utf8proc_option_t)(UTF8PROC_STABLE |
                                               UTF8PROC_COMPOSE | options));
    bytes_free(&limited);
    if (len >= 0)
        return slice_from((char *)normal, (size_t)len);
    free(normal);
    return slice_from(NULL, 0);
}

void text_add_folded(struct bytes *out, struct slice s)
{
    if (is_plainly_composed(s)) {
        add_space_folded(out, s);
        return;
    }
    struct slice composed = normalize(s, 0);
    if (composed.at == NULL)
        out->failed = true;
    else
        add_space_folded(out, composed);
    free((char *)composed.at);
}

/* How long the space is that s begins with; 0: none. */
static size_t leading_space(struct slice s)
{
    size_t len = 0;
    return s.len != 0 && text_is_space(utf8_next(s, &len)) ? len : 0;
}

/* How long the space is that s ends with; 0: none. */
static size_t trailing_space(struct slice s)
{
    size_t from = s.len;
    while (from > 0 && s.len - from < 3 &&
           ((unsigned char)s.at[from - 1] & 0xc0) == 0x80)
        from--;
    if (from == 0)
        return 0;
    size_t at = from - 1;
    bool space = text_is_space(utf8_next(s, &at));
    return space && at == s.len ? s.len - (from - 1) : 0;
}

struct slice text_trim(struct slice s)
{
    for (size_t len; (len = leading_space(s)) != 0;)
        s = slice_after(s, len);
    for (size_t len; (len = trailing_space(s)) != 0;)
        s.len -= len;
    return s;
}

bool text_is_letter_or_digit(uint32_t c)
{
    switch (utf8proc_category((utf8proc_int32_t)c)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
        return true;
    default:
        return false;
    }
}

/* The slug of ASCII, which is normal as it stands. */
static void add_ascii_slug(struct bytes *out, struct slice s)
{
    if (s.len == 0 || !bytes_reserve(out, s.len))
        return;
    char *start = out->at + out->len, *to = start;
    bool pending = false;
    for (size_t i = 0; i < s.len; i++) {
        char c = ascii_small(s.at[i]);
        if (!(c >= 'a' && c <= 'z') && !ascii_is_digit(c)) {
            pending = to != start;
            continue;
        }
        if (pending)
            *to++ = '-';
        pending = false;
        *to++ = c;
    }
    out->len += (size_t)(to - start);
}

static void add_slug(struct bytes *out, struct slice s)
{
    size_t start = out->len, at = 0;
    bool pending = false;
    while (at < s.len) {
        size_t from = at;
        if (!text_is_letter_or_digit(utf8_next(s, &at))) {
            pending = out->len > start;
            continue;
        }
        if (pending)
            bytes_add_byte(out, '-');
        pending = false;
        bytes_add(out, s.at + from, at - from);
    }
}

void text_add_slug(struct bytes *out, struct slice name)
{
    if (utf8_is_ascii(name)) {
        add_ascii_slug(out, name);
        return;
    }
    struct slice s = normalize(name, UTF8PROC_CASEFOLD);
    if (s.at == NULL)
        out->failed = true;
    else
        add_slug(out, s);
    free((char *)s.at);
}

void text_find_place(struct slice text, size_t offset, size_t *line,
                     size_t *column)
{
    *line = *column = 1;
    for (size_t i = 0; i < offset && i < text.len; i++) {
        ++*column;
        if (text.at[i] == '\n') {
            ++*line;
            *column = 1;
        }
    }
}

bool text_is_one_character(struct slice s)
{
    enum { ASCII_MOST = 0x7f };
    if (s.len == 0)
        return false;
    /* Two of ASCII are two characters, but for a line end. */
    if (s.len > 1 && (unsigned char)s.at[0] <= ASCII_MOST &&
        (unsigned char)s.at[1] <= ASCII_MOST && s.at[0] != '\r')
        return false;
    size_t at = 0;
    utf8proc_int32_t state = 0;
    utf8proc_int32_t before = (utf8proc_int32_t)utf8_next(s, &at);
    while (at < s.len) {
        utf8proc_int32_t c = (utf8proc_int32_t)utf8_next(s, &at);
        if (utf8proc_grapheme_break_stateful(before, c, &state))
            return false;
        before = c;
    }
    return true;
}
