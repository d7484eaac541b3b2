#include "lib/io/format.h"

#include "lib/base/ascii.h"
#include "lib/base/scan16.h"
#include "lib/base/utf8.h"
#include "lib/io/headers.h"

bool page_format_find(const char *name, enum page_format *format)
{
    static const char *const names[] = {
        [PAGES_AUTO] = "auto",   [PAGES_HTML] = "html",
        [PAGES_TEXT] = "text",   [PAGES_WARC] = "warc",
        [PAGES_HTTP] = "http",   [PAGES_MHTML] = "mhtml",
        [PAGES_JSONL] = "jsonl", [PAGES_JSONLD] = "jsonld",
        [PAGES_CSV] = "csv",     [PAGES_TSV] = "tsv"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(names[i], name) == 0) {
            *format = (enum page_format)i;
            return true;
        }
    return false;
}

static bool starts_with_digit(struct slice s, const char *prefix)
{
    size_t len = strlen(prefix);
    return s.len > len && memcmp(s.at, prefix, len) == 0 &&
           ascii_is_digit(s.at[len]);
}

bool format_is_arc(struct slice s)
{
    static const struct slice begin = SLICE("filedesc://");
    return slice_starts(s, begin);
}

/* Mail headers of a message of several parts. */
static bool is_mhtml(struct slice s)
{
    size_t next, len = headers_length(s);
    struct slice block = slice_from(s.at, len == 0 ? s.len : len);
    struct slice line = headers_line(block, &next);
    for (size_t i = 0; i < line.len && line.at[i] != ':'; i++)
        if (line.at[i] <= ' ' || line.at[i] == '<')
            return false;
    static const struct slice multipart = SLICE("multipart/");
    struct slice type = headers_find(block, "Content-Type");
    return type.len > multipart.len &&
           headers_same(slice_from(type.at, multipart.len), multipart.at);
}

/* s without the bracket it begins with and the white space behind. */
static struct slice behind(struct slice s, char bracket)
{
    if (s.len == 0 || s.at[0] != bracket)
        return slice_from(NULL, 0);
    size_t at = 1;
    while (at < s.len && memchr(" \t\r\n", s.at[at], 4) != NULL)
        at++;
    return slice_after(s, at);
}

/* An object whose first member's name begins. */
static bool is_json(struct slice s)
{
    struct slice rest = behind(s, '{');
    return rest.len != 0 && rest.at[0] == '"';
}

/* An object, or an array of some, that begins with a keyword of JSON-LD. */
static bool is_jsonld(struct slice s)
{
    static const struct slice keyword = SLICE("\"@");
    struct slice item = behind(s, '[');
    struct slice rest = behind(slice_known(item) ? item : s, '{');
    return slice_known(rest) && slice_starts(rest, keyword);
}

enum page_format page_format_of(struct slice s)
{
    s = utf8_without_mark(s);
    while (s.len != 0 && memchr(" \t\r\n\x1e", s.at[0], 5) != NULL)
        s = slice_after(s, 1);
    if (starts_with_digit(s, "WARC/") || format_is_arc(s))
        return PAGES_WARC;
    if (starts_with_digit(s, "HTTP/"))
        return PAGES_HTTP;
    if (is_jsonld(s))
        return PAGES_JSONLD;
    if (is_json(s))
        return PAGES_JSONL;
    return s.len != 0 && is_mhtml(s) ? PAGES_MHTML : PAGES_AUTO;
}

struct signature {
    struct slice start;
    const char *what;
};

static const struct signature signatures[] = {
    {SLICE("\x89PNG"), "a PNG image"},
    {SLICE("\xff\xd8\xff"), "a JPEG image"},
    {SLICE("GIF8"), "a GIF image"},
    {SLICE("%PDF-"), "a PDF document"},
    {SLICE("PK\x03\x04"), "a ZIP archive"},
    {SLICE("\x7f"
           "ELF"),
     "a program"},
    {SLICE("BZh"), "compressed by bzip2"},
    {SLICE("\xfd"
           "7zXZ"),
     "compressed by xz"},
    {SLICE("\x04\x22\x4d\x18"), "compressed by lz4"},
    {SLICE("7z\xbc\xaf"), "a 7z archive"},
    {SLICE("SQLite format 3"), "a database"},
};

/* UTF-16: every other byte of a text in Latin letters is NUL. */
static bool may_be_utf16(struct slice s)
{
    if (s.len >= 2 &&
        (memcmp(s.at, "\xff\xfe", 2) == 0 || memcmp(s.at, "\xfe\xff", 2) == 0))
        return true;
    if (memchr(s.at, '\0', s.len) == NULL)
        return false;
    size_t even = 0, odd = 0;
    for (size_t i = 0; i < s.len; i++) {
        even += s.at[i] == '\0' && i % 2 == 0;
        odd += s.at[i] == '\0' && i % 2 == 1;
    }
    return (even == 0 && odd >= s.len / 4) || (odd == 0 && even >= s.len / 4);
}

/* Control characters that text has no use for. */
static size_t count_controls(struct slice s)
{
    size_t count = 0;
    for (size_t at = 0, len; at < s.len; at += len) {
        struct sixtyfour block = scan64_next(s.at + at, s.len - at, &len);
        uint64_t odd = scan64_up_to(&block, 0x1f) &
                       ~scan64_equal(&block, '\n') & scan64_before(len);
        for (; odd != 0; odd &= odd - 1)
            count += memchr("\t\n\f\r\x1b\x1e", s.at[at + scan64_first(odd)],
                            6) == NULL;
    }
    return count;
}

/* The mark stands in the header of the first file, behind its name. */
static bool is_tar(struct slice s)
{
    enum { MARK_AT = 257 };
    return s.len > MARK_AT &&
           slice_starts(slice_after(s, MARK_AT), slice_of("ustar"));
}

bool format_is_json_array(struct slice s)
{
    size_t at = 1;
    if (s.len == 0 || s.at[0] != '[')
        return false;
    while (at < s.len && memchr(" \t\r\n", s.at[at], 4) != NULL)
        at++;
    return is_json(slice_after(s, at));
}

const char *format_signature(struct slice s)
{
    if (is_tar(s))
        return "a tar archive; unpack it and name its folder";
    for (size_t i = 0; i < sizeof signatures / sizeof *signatures; i++)
        if (slice_starts(s, signatures[i].start))
            return signatures[i].what;
    return NULL;
}

const char *format_foreign(struct slice s)
{
    const char *what = format_signature(s);
    if (s.len > 4096)
        s.len = 4096;
    if (what != NULL || may_be_utf16(s))
        return what;
    /* In compressed bytes one in ten is a control character, in text with
     * some damage far less. */
    return count_controls(s) > s.len / 20 ? "no text" : NULL;
}
