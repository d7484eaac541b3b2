#include "lib/base/text.h"
#include "lib/parse/decode.h"

static void tell_said(const struct decoding *decoding, const struct page *page,
                      const struct listener *listener)
{
    struct diag d;
    const char *name = decoding->charset->name;
    struct slice label = decoding->unknown;
    if (decoding->denied != NULL)
        diag_set(&d, page->name, 0, 0,
                 "page read as %s, and not as the %s it "
                 "is said to be",
                 name, decoding->denied->name);
    else if (slice_known(label))
        diag_set(&d, page->name, 0, 0, "no charset '%.*s': page read as %s",
                 label.len < 40 ? (int)label.len : 40, label.at, name);
    else
        return;
    listener_tell(listener, &d);
}

void decoding_tell(const struct decoding *decoding, const struct page *page,
                   const struct listener *listener)
{
    struct diag d;
    size_t first = decoding->first;
    unsigned byte =
        first < page->bytes.len ? (unsigned char)page->bytes.at[first] : 0;
    bool utf8 = decoding->charset->kind == CHARSET_UTF8;
    tell_said(decoding, page, listener);
    if (decoding->windows_1252)
        diag_set(&d, page->name, 0, 0,
                 "byte 0x%02x is not UTF-8: page read as windows-1252", byte);
    else if (decoding->damaged != 0)
        diag_set(&d, page->name, 0, 0,
                 "byte 0x%02x is no %s: %zu such byte%s replaced by U+FFFD",
                 byte, utf8 ? "text" : decoding->charset->name,
                 decoding->damaged, decoding->damaged == 1 ? "" : "s");
    else if (decoding->cut)
        diag_set(&d, page->name, 0, 0,
                 "the page breaks off inside a character");
    else
        return;
    text_find_place(page->bytes, first, &d.line, &d.column);
    listener_tell(listener, &d);
}
