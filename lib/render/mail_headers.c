/* Header fields of messages. */
#include <time.h>

#include "lib/base/mask.h"
#include "lib/base/text.h"
#include "lib/base/utf8.h"
#include "lib/render/mail.h"
#include "lib/render/url.h"

/* A line is folded where it would become longer, if it can be. */
enum { LINE_MOST = 76, ENCODED_WORD_MOST = 75, ADDRESS_MOST = 254 };

static const char word_begin[] = "=?UTF-8?Q?", word_end[] = "?=";

/* -- texts -------------------------------------------------------------- */

/* Letters and digits stand for themselves in every kind of encoded word. */
static bool is_plain(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c >= '0' && c <= '9');
}

static size_t encoded_len(struct slice character)
{
    if (character.len == 1 &&
        (is_plain(character.at[0]) || character.at[0] == ' '))
        return 1;
    return 3 * character.len;
}

static void add_encoded(struct bytes *out, struct slice character)
{
    for (size_t i = 0; i < character.len; i++) {
        char c = character.at[i];
        if (is_plain(c))
            bytes_add_byte(out, c);
        else if (c == ' ')
            bytes_add_byte(out, '_');
        else
            bytes_add_format(out, "=%02X", (unsigned char)c);
    }
}

/* Words of RFC 2047, a line each: no character is divided between two. */
static void add_encoded_words(struct bytes *out, struct slice text,
                              size_t column)
{
    size_t frame = sizeof word_begin - 1 + sizeof word_end - 1;
    size_t used = column + frame;
    bytes_add_string(out, word_begin);
    for (size_t at = 0; at < text.len;) {
        size_t from = at;
        utf8_next(text, &at);
        struct slice character = slice_from(text.at + from, at - from);
        size_t len = encoded_len(character);
        if (used + len > ENCODED_WORD_MOST) {
            bytes_add_string(out, word_end);
            bytes_add_string(out, "\n ");
            bytes_add_string(out, word_begin);
            used = 1 + frame;
        }
        add_encoded(out, character);
        used += len;
    }
    bytes_add_string(out, word_end);
}

/* Whether the text can stand as it is, in lines that are no longer. */
static bool is_simple(struct slice text)
{
    size_t word = 0;
    if (memmem(text.at, text.len, "=?", 2) != NULL)
        return false;
    for (size_t i = 0; i < text.len; i++) {
        word = text.at[i] == ' ' ? 0 : word + 1;
        if (text.at[i] < ' ' || text.at[i] > '~' || word > LINE_MOST / 2)
            return false;
    }
    return true;
}

static void add_folded(struct bytes *out, struct slice text, size_t column)
{
    for (size_t at = 0; at < text.len;) {
        size_t len = 0;
        while (at + len < text.len && (len == 0 || text.at[at + len] != ' '))
            len++;
        if (column + len > LINE_MOST && text.at[at] == ' ') {
            bytes_add_byte(out, '\n');
            column = 0;
        }
        bytes_add(out, text.at + at, len);
        column += len;
        at += len;
    }
}

void mail_add_header_text(struct bytes *out, struct slice text, size_t column)
{
    struct bytes masked = {0};
    mask_add(&masked, text);
    struct slice shown = bytes_slice(&masked);
    if (is_simple(shown))
        add_folded(out, shown, column);
    else
        add_encoded_words(out, shown, column);
    out->failed = out->failed || masked.failed;
    bytes_free(&masked);
}

void mail_add_date(struct bytes *out, int64_t seconds)
{
    static const char days[] = "SunMonTueWedThuFriSat";
    static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
    struct tm tm;
    time_t time = (time_t)seconds;
    if (gmtime_r(&time, &tm) == NULL)
        tm = (struct tm){.tm_mday = 1, .tm_year = 70, .tm_wday = 4};
    bytes_add_format(out, "%.3s, %d %.3s %04d %02d:%02d:%02d +0000",
                     days + 3 * tm.tm_wday, tm.tm_mday, months + 3 * tm.tm_mon,
                     tm.tm_year + 1900, tm.tm_hour, tm.tm_min, tm.tm_sec);
}

/* -- addresses ---------------------------------------------------------- */

/* Atoms of RFC 5322 with dots between them, or what a domain is made of. */
static bool is_dot_atom(struct slice s)
{
    static const char more[] = "!#$%&'*+-/=?^_`{|}~";
    bool dot = true;
    for (size_t i = 0; i < s.len; i++) {
        char c = s.at[i];
        if (c == '.' ? dot : !is_plain(c) && (c == '\0' || !strchr(more, c)))
            return false;
        dot = c == '.';
    }
    return !dot;
}

static bool is_address(struct slice s)
{
    const char *at = s.len == 0 ? NULL : memchr(s.at, '@', s.len);
    if (at == NULL || s.len > ADDRESS_MOST)
        return false;
    size_t before = (size_t)(at - s.at);
    return is_dot_atom(slice_from(s.at, before)) &&
           is_dot_atom(slice_after(s, before + 1));
}

/* A name before an address: quoted unless it must be encoded. */
static void add_name(struct bytes *out, struct slice name)
{
    enum { QUOTED_MOST = 60, BEFORE = sizeof "From: " - 1 };
    if (!is_simple(name) || name.len > QUOTED_MOST) {
        add_encoded_words(out, name, BEFORE);
        bytes_add_string(out, "\n ");
        return;
    }
    bytes_add_byte(out, '"');
    for (size_t i = 0; i < name.len; i++) {
        if (name.at[i] == '"' || name.at[i] == '\\')
            bytes_add_byte(out, '\\');
        bytes_add_byte(out, name.at[i]);
    }
    bytes_add_string(out, "\" ");
}

/* Where the first of several addresses ends: at a comma outside of quotes. */
static size_t first_len(struct slice list)
{
    bool quoted = false;
    size_t len = 0;
    while (len < list.len && (quoted || list.at[len] != ',')) {
        if (quoted && list.at[len] == '\\' && len + 1 < list.len)
            len++;
        else if (list.at[len] == '"')
            quoted = !quoted;
        len++;
    }
    return len;
}

/* A name without its quotation marks, masked. */
static void add_unquoted(struct bytes *name, struct slice text)
{
    struct bytes inside = {0};
    bool quoted =
        text.len > 1 && text.at[0] == '"' && text.at[text.len - 1] == '"';
    for (size_t i = quoted; i < text.len - quoted; i++) {
        if (quoted && text.at[i] == '\\' && i + 1 < text.len - quoted)
            i++;
        bytes_add_byte(&inside, text.at[i]);
    }
    mask_add(name, bytes_slice(&inside));
    name->failed = name->failed || inside.failed;
    bytes_free(&inside);
}

/* `ada@x.example`, `<ada@x.example>` or `Ada <ada@x.example>`. */
static bool add_address(struct bytes *out, struct slice text)
{
    struct slice address = text, before = {"", 0};
    if (text.len != 0 && text.at[text.len - 1] == '>') {
        const char *open = memrchr(text.at, '<', text.len);
        if (open == NULL)
            return false;
        size_t len = (size_t)(open - text.at);
        before = text_trim(slice_from(text.at, len));
        address = slice_from(open + 1, text.len - len - 2);
    }
    if (!is_address(address) || utf8_valid(before) != before.len)
        return false;
    if (out->len != 0)
        bytes_add_string(out, ",\n ");
    struct bytes name = {0};
    add_unquoted(&name, before);
    if (name.len != 0)
        add_name(out, bytes_slice(&name));
    bytes_add_byte(out, '<');
    bytes_add_slice(out, address);
    bytes_add_byte(out, '>');
    out->failed = out->failed || name.failed;
    bytes_free(&name);
    return true;
}

bool mail_add_addresses(struct bytes *out, const char *list, const char *option,
                        struct diag *d)
{
    size_t before = out->len;
    struct slice rest = slice_of(list);
    for (;;) {
        size_t len = first_len(rest);
        struct slice one = text_trim(slice_from(rest.at, len));
        if (!add_address(out, one)) {
            diag_set(d, NULL, 0, 0, "%s: '%.*s' is no address of mail", option,
                     (int)(one.len < 60 ? one.len : 60), one.at);
            out->len = before;
            return false;
        }
        if (len == rest.len)
            return true;
        rest = slice_after(rest, len + 1);
    }
}

struct slice mail_domain(const struct bytes *addresses)
{
    struct slice all = bytes_slice(addresses);
    const char *at = memrchr(all.at, '@', all.len);
    if (at == NULL)
        return slice_from("", 0);
    size_t from = (size_t)(at - all.at) + 1;
    return slice_from(at + 1, all.len - from - 1); /* without the bracket */
}

bool mail_may_unsubscribe(struct slice url)
{
    enum { URL_MOST = 900 }; /* a line of a message has at most 998 bytes */
    return url.len <= URL_MOST && url_is_web(url) &&
           slice_starts(url, slice_of("https://"));
}
