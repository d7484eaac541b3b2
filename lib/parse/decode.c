#include "lib/parse/decode.h"

#include <errno.h>
#include <iconv.h>

#include "lib/base/utf8.h"
#include "lib/base/windows_1252.h"

static void add_windows_1252(struct bytes *out, struct slice raw,
                             struct decoding *decoding)
{
    for (size_t i = 0; i < raw.len; i++) {
        unsigned char c = (unsigned char)raw.at[i];
        unsigned long codepoint = c;
        if (c >= 0x80 && c < 0xa0)
            codepoint = windows_1252[c - 0x80];
        else if (c == 0)
            codepoint = 0xfffd;
        if (c == 0 && decoding->damaged++ == 0 && !decoding->windows_1252)
            decoding->first = i;
        bytes_add_codepoint(out, codepoint);
    }
}

/* Whether any byte past 127 is part of a valid sequence. */
static bool has_any_utf8(struct slice raw)
{
    size_t at = 0;
    while (at < raw.len) {
        size_t from = at;
        uint32_t c = utf8_next(raw, &at);
        if (c >= 0x80 && at - from > 1)
            return true;
    }
    return false;
}

static void add_repaired(struct bytes *out, struct slice raw,
                         struct decoding *decoding)
{
    size_t at = 0;
    while (at < raw.len) {
        size_t from = at;
        uint32_t c = utf8_next(raw, &at);
        if (c != 0 && (c != 0xfffd || at - from == 3)) {
            bytes_add(out, raw.at + from, at - from);
            continue;
        }
        if (utf8_cut(raw, from)) {
            decoding->cut = true;
            return;
        }
        bytes_add_codepoint(out, 0xfffd);
        decoding->damaged++;
    }
}

/* UTF-8, or what is nothing else. */
static struct slice decode_utf8(struct slice raw, struct bytes *out,
                                struct decoding *decoding)
{
    size_t valid = utf8_valid(raw);
    const char *nul = valid == 0 ? NULL : memchr(raw.at, '\0', valid);
    if (valid == raw.len && nul == NULL)
        return raw;
    decoding->first = nul == NULL ? valid : (size_t)(nul - raw.at);
    if (nul == NULL && utf8_cut(raw, valid)) {
        decoding->cut = true;
        return slice_from(raw.at, valid);
    }
    bytes_clear(out);
    decoding->windows_1252 = valid < raw.len && !has_any_utf8(raw);
    if (decoding->windows_1252)
        add_windows_1252(out, raw, decoding);
    else
        add_repaired(out, raw, decoding);
    return bytes_slice(out);
}

static void add_damage(struct bytes *out, struct decoding *decoding, size_t at)
{
    bytes_add_codepoint(out, 0xfffd);
    if (decoding->damaged++ == 0)
        decoding->first = at;
}

/* NUL bytes among what iconv made. */
static void replace_nuls(struct bytes *out, struct decoding *decoding)
{
    if (out->len == 0 || memchr(out->at, '\0', out->len) == NULL)
        return;
    struct bytes clean = {0};
    for (size_t i = 0; i < out->len; i++) {
        if (out->at[i] == '\0')
            add_damage(&clean, decoding, 0);
        else
            bytes_add_byte(&clean, out->at[i]);
    }
    clean.failed = clean.failed || out->failed;
    bytes_free(out);
    *out = clean;
}

/* A byte, or a unit, that begins no character becomes U+FFFD, by itself. */
static void add_converted(iconv_t converter, struct slice raw, size_t unit,
                          struct bytes *out, struct decoding *decoding)
{
    enum { ROOM = 4096 };
    char *in = (char *)raw.at;
    size_t left = raw.len;
    while (left != 0 && bytes_reserve(out, ROOM)) {
        char *to = out->at + out->len;
        size_t room = out->cap - out->len;
        size_t result = iconv(converter, &in, &left, &to, &room);
        out->len = (size_t)(to - out->at);
        if (result != (size_t)-1 || errno == E2BIG)
            continue;
        if (errno == EINVAL) {
            decoding->cut = true;
            if (decoding->damaged == 0)
                decoding->first = raw.len - left;
            break;
        }
        size_t skipped = left < unit ? left : unit;
        add_damage(out, decoding, raw.len - left);
        in += skipped;
        left -= skipped;
    }
    /* A letter may still be waiting for an accent. */
    if (bytes_reserve(out, ROOM)) {
        char *to = out->at + out->len;
        size_t room = out->cap - out->len;
        iconv(converter, NULL, NULL, &to, &room);
        out->len = (size_t)(to - out->at);
    }
}

/* False when the system cannot convert from the charset. */
static bool convert(const struct charset *charset, struct slice raw,
                    struct bytes *out, struct decoding *decoding)
{
    bytes_clear(out);
    if (charset->kind == CHARSET_WINDOWS_1252) {
        add_windows_1252(out, raw, decoding);
        return true;
    }
    iconv_t converter = iconv_open("UTF-8", charset->iconv);
    if (converter == (iconv_t)-1)
        return false;
    add_converted(converter, raw, charset->kind == CHARSET_UTF16 ? 2 : 1, out,
                  decoding);
    iconv_close(converter);
    replace_nuls(out, decoding);
    return true;
}

/*
 * Whether bytes that are said to be something else are UTF-8.  Few sequences
 * of two-byte charsets look like that, but some words do.
 */
static bool is_utf8(struct slice raw, const struct charset *said)
{
    size_t valid = utf8_valid(raw), at = 0, sequences = 0, needed = 1;
    if (valid != raw.len && !utf8_cut(raw, valid))
        return false;
    if (said->kind == CHARSET_UTF16)
        return raw.len == 0 || memchr(raw.at, '\0', raw.len) == NULL;
    if (said->kind == CHARSET_MULTI)
        needed = 3;
    while (at < valid && sequences < needed) {
        size_t from = at;
        utf8_next(raw, &at);
        sequences += at - from >= (needed == 1 ? 2 : 3);
    }
    return sequences >= needed;
}

/* UTF-16 without a mark: every other byte of ASCII is NUL. */
static const struct charset *guess_utf16(struct slice raw)
{
    static const struct slice big = SLICE("utf-16be"),
                              little = SLICE("utf-16le");
    enum { LOOK = 256 };
    size_t nuls[2] = {0, 0}, len = raw.len < LOOK ? raw.len : LOOK;
    if (len < 8 || memchr(raw.at, '\0', len) == NULL)
        return NULL;
    for (size_t i = 0; i < len; i++)
        nuls[i % 2] += raw.at[i] == '\0';
    if ((nuls[0] != 0) == (nuls[1] != 0) || nuls[0] + nuls[1] < len / 4)
        return NULL;
    return charset_find(nuls[0] != 0 ? big : little);
}

static bool may_be_html(const struct page *page)
{
    struct slice s = page->bytes;
    if (slice_known(page->type))
        return slice_is(page->type, "text/html") ||
               slice_is(page->type, "application/xhtml+xml");
    while (s.len != 0 && memchr(" \t\r\n", s.at[0], 4) != NULL)
        s = slice_after(s, 1);
    return s.len != 0 && s.at[0] == '<';
}

/* What the page is said to be; NULL when nobody says. */
static const struct charset *find_said(const struct page *page,
                                       struct decoding *decoding)
{
    const struct charset *said = NULL;
    if (slice_known(page->charset) && page->charset.len != 0) {
        said = charset_find(page->charset);
        if (said == NULL)
            decoding->unknown = page->charset;
    }
    if (said == NULL)
        said = guess_utf16(page->bytes);
    if (said == NULL && may_be_html(page))
        said = charset_of_html(page->bytes);
    return said;
}

struct decoding decode_page(const struct page *page, struct bytes *out,
                            struct slice *text)
{
    static const struct slice utf8 = SLICE("utf-8"),
                              windows = SLICE("windows-1252");
    struct decoding decoding = {.unknown = {NULL, 0}};
    size_t skipped;
    const struct charset *said = charset_of_mark(page->bytes, &skipped);
    bool sure = said != NULL;
    struct slice raw = slice_after(page->bytes, skipped);
    if (said == NULL)
        said = find_said(page, &decoding);
    if (said != NULL && said->kind != CHARSET_UTF8 && !sure &&
        is_utf8(raw, said)) {
        decoding.denied = said;
        said = NULL;
    }
    bool done = said != NULL && said->kind != CHARSET_UTF8 &&
                convert(said, raw, out, &decoding);
    if (done) {
        decoding.charset = said;
        *text = bytes_slice(out);
    } else {
        if (said != NULL && said->kind != CHARSET_UTF8)
            decoding.denied = said;
        *text = decode_utf8(raw, out, &decoding);
        decoding.charset = charset_find(decoding.windows_1252 ? windows : utf8);
    }
    decoding.first += skipped;
    return decoding;
}
