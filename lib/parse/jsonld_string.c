#include "lib/base/ascii.h"
#include "lib/base/scan16.h"
#include "lib/parse/jsonld_repair.h"

/* The four hex digits at `at`; -1 when they are not all there. */
static long hex(struct slice s, size_t at)
{
    long value = 0;
    if (s.len < 4 || at > s.len - 4)
        return -1;
    for (size_t i = at; i < at + 4; i++) {
        int digit = ascii_hex_value(s.at[i]);
        if (digit < 0)
            return -1;
        value = value * 16 + digit;
    }
    return value;
}

/* `\u` and digits; halves of a pair, and NUL, become U+FFFD. */
static void take_unicode(struct jsonld_repair *r)
{
    struct slice s = r->script;
    long code = hex(s, r->at + 2);
    size_t len = 6;
    if (code >= 0xd800 && code < 0xdc00 && r->at + 7 < s.len &&
        s.at[r->at + 6] == '\\' && s.at[r->at + 7] == 'u') {
        long low = hex(s, r->at + 8);
        if (low >= 0xdc00 && low < 0xe000)
            len = 12;
    }
    if (code < 0) {
        r->counts->repaired++;
        if (s.len - r->at < len) /* broken off */
            r->at = s.len;
        else
            bytes_add_string(&r->out, "\\\\u");
        r->at += r->at >= r->script.len ? 0 : 2;
    } else if (code == 0 || (code >= 0xd800 && code < 0xe000 && len == 6)) {
        r->counts->repaired++;
        bytes_add_string(&r->out, "\uFFFD");
        r->at += len;
    } else {
        bytes_add(&r->out, s.at + r->at, len);
        r->at += len;
    }
}

static void take_escape(struct jsonld_repair *r)
{
    if (r->at + 1 == r->script.len) {
        r->at++;
        return;
    }
    char c = r->script.at[r->at + 1];
    if (c == 'u') {
        take_unicode(r);
        return;
    }
    if (c != '\0' && strchr("\"\\/bfnrt", c) != NULL) {
        bytes_add(&r->out, r->script.at + r->at, 2);
        r->at += 2;
        return;
    }
    r->counts->repaired++;
    if (c != '\'' && c != '\n')
        bytes_add_string(&r->out, "\\\\");
    r->at++; /* what is behind the backslash is taken as it is */
}

/* How many bytes stand before the next one that means something. */
static size_t plain_length(struct slice s)
{
    for (size_t at = 0, len; at < s.len; at += len) {
        struct sixteen bytes = scan16_next(s.at + at, s.len - at, &len);
        uint32_t found = scan16_string_ends(bytes) & scan16_before(len);
        if (found != 0)
            return at + scan16_first(found);
    }
    return s.len;
}

void jsonld_take_string(struct jsonld_repair *r)
{
    struct slice s = r->script;
    bytes_add_byte(&r->out, '"');
    r->at++;
    while (r->at < r->script.len && s.at[r->at] != '"') {
        size_t from = r->at;
        r->at += plain_length(slice_after(s, r->at));
        bytes_add(&r->out, s.at + from, r->at - from);
        if (r->at >= r->script.len || s.at[r->at] == '"')
            break;
        if (s.at[r->at] == '\\') {
            take_escape(r);
        } else {
            bytes_add_byte(&r->out, ' ');
            r->counts->repaired++;
            r->at++;
        }
    }
    bytes_add_byte(&r->out, '"');
    r->at += r->at < r->script.len;
}
