#include "lib/parse/decode.h"

#include "lib/base/utf8.h"

/* What windows-1252 has where Latin-1 has control characters (WHATWG). */
static const unsigned short windows_1252[32] = {
    0x20ac, 0x81,   0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
    0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8d,   0x017d, 0x8f,
    0x90,   0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
    0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x9d,   0x017e, 0x0178};

static void add_windows_1252(struct bytes *out, struct slice raw)
{
    for (size_t i = 0; i < raw.len; i++) {
        unsigned char c = (unsigned char)raw.at[i];
        unsigned long codepoint = c;
        if (c >= 0x80 && c < 0xa0)
            codepoint = windows_1252[c - 0x80];
        else if (c == 0)
            codepoint = 0xfffd;
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

struct decoding decode_page(struct slice raw, struct bytes *out,
                            struct slice *page)
{
    static const struct slice order_mark = SLICE("\xef\xbb\xbf");
    struct decoding decoding = {0};
    size_t skipped = slice_starts(raw, order_mark) ? order_mark.len : 0;
    raw = slice_after(raw, skipped);
    size_t valid = utf8_valid(raw);
    const char *nul = valid == 0 ? NULL : memchr(raw.at, '\0', valid);
    *page = raw;
    if (valid == raw.len && nul == NULL)
        return decoding;
    decoding.first = skipped + (nul == NULL ? valid : (size_t)(nul - raw.at));
    if (nul == NULL && utf8_cut(raw, valid)) {
        decoding.cut = true;
        page->len = valid;
        return decoding;
    }
    bytes_clear(out);
    decoding.windows_1252 = valid < raw.len && !has_any_utf8(raw);
    if (decoding.windows_1252)
        add_windows_1252(out, raw);
    else
        add_repaired(out, raw, &decoding);
    *page = bytes_slice(out);
    return decoding;
}
