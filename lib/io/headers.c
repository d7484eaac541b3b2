#include "lib/io/headers.h"

#include "lib/base/ascii.h"

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

struct slice headers_trim(struct slice s)
{
    while (s.len != 0 && is_space(s.at[0]))
        s = slice_after(s, 1);
    while (s.len != 0 && is_space(s.at[s.len - 1]))
        s.len--;
    return s;
}

bool headers_same(struct slice a, const char *b)
{
    size_t i = 0;
    while (i < a.len && b[i] != '\0' &&
           ascii_small(a.at[i]) == ascii_small(b[i]))
        i++;
    return i == a.len && b[i] == '\0';
}

bool headers_number(struct slice s, size_t *number)
{
    enum { DIGITS_MOST = 15 };
    size_t i = 0;
    for (*number = 0; i < s.len && i < DIGITS_MOST && ascii_is_digit(s.at[i]);
         i++)
        *number = *number * 10 + (size_t)(s.at[i] - '0');
    return i != 0 && i == s.len;
}

struct slice headers_line(struct slice s, size_t *next)
{
    const char *end = s.len == 0 ? NULL : memchr(s.at, '\n', s.len);
    size_t len = end == NULL ? s.len : (size_t)(end - s.at);
    *next = end == NULL ? len : len + 1;
    if (len != 0 && s.at[len - 1] == '\r')
        len--;
    return slice_from(s.at, len);
}

size_t headers_length(struct slice s)
{
    size_t at = 0;
    while (at < s.len) {
        const char *end = memchr(s.at + at, '\n', s.len - at);
        if (end == NULL)
            return 0;
        size_t len = (size_t)(end - s.at) - at;
        bool empty = len == 0 || (len == 1 && s.at[at] == '\r');
        at += len + 1;
        if (empty)
            return at;
    }
    return 0;
}

/* With the lines in which the value goes on. */
static size_t value_length(struct slice s)
{
    size_t next, len = headers_line(s, &next).len;
    while (next < s.len && (s.at[next] == ' ' || s.at[next] == '\t')) {
        size_t more;
        len = next + headers_line(slice_after(s, next), &more).len;
        next += more;
    }
    return len;
}

struct slice headers_find(struct slice block, const char *name)
{
    size_t next;
    for (; block.len != 0; block = slice_after(block, next)) {
        struct slice line = headers_line(block, &next);
        const char *colon =
            line.len == 0 ? NULL : memchr(line.at, ':', line.len);
        if (colon == NULL)
            continue;
        size_t len = (size_t)(colon - line.at);
        if (!headers_same(headers_trim(slice_from(line.at, len)), name))
            continue;
        struct slice rest = slice_after(block, len + 1);
        return headers_trim(slice_from(rest.at, value_length(rest)));
    }
    return slice_from(NULL, 0);
}

struct slice headers_media_type(struct slice value, struct bytes *out)
{
    const char *end = value.len == 0 ? NULL : memchr(value.at, ';', value.len);
    if (end != NULL)
        value.len = (size_t)(end - value.at);
    value = headers_trim(value);
    size_t from = out->len;
    for (size_t i = 0; i < value.len; i++)
        bytes_add_byte(out, ascii_small(value.at[i]));
    if (value.len == 0 || out->failed)
        return slice_from(NULL, 0);
    return slice_from(out->at + from, value.len);
}

/* The length of a value that begins with a quotation mark, with both. */
static size_t quoted_length(struct slice s)
{
    size_t len = 1;
    while (len < s.len && s.at[len] != '"')
        len += s.at[len] == '\\' && len + 1 < s.len ? 2 : 1;
    return len < s.len ? len + 1 : s.len;
}

static struct slice unquote(struct slice s)
{
    s = slice_after(s, 1);
    if (s.len != 0 && s.at[s.len - 1] == '"')
        s.len--;
    return s;
}

struct slice headers_parameter(struct slice value, const char *name)
{
    static const struct slice unknown = {NULL, 0};
    const char *at = value.len == 0 ? NULL : memchr(value.at, ';', value.len);
    while (at != NULL) {
        struct slice rest =
            headers_trim(slice_after(value, (size_t)(at - value.at) + 1));
        size_t len = 0;
        while (len < rest.len && rest.at[len] != '=' && rest.at[len] != ';')
            len++;
        struct slice found = headers_trim(slice_from(rest.at, len));
        if (len < rest.len && rest.at[len] == '=') {
            rest = headers_trim(slice_after(rest, len + 1));
            bool quoted = rest.len != 0 && rest.at[0] == '"';
            len = quoted ? quoted_length(rest) : 0;
            while (len < rest.len && rest.at[len] != ';')
                len++;
            struct slice text = headers_trim(slice_from(rest.at, len));
            if (headers_same(found, name)) {
                if (quoted)
                    text = unquote(text);
                return text;
            }
        }
        value = rest;
        at = len < rest.len ? rest.at + len : NULL;
    }
    return unknown;
}
