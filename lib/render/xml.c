#include "lib/render/xml.h"

#include "lib/base/mask.h"

static const char *entity_of(char c)
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    default:
        return NULL;
    }
}

void xml_add_text(struct bytes *out, struct slice text)
{
    struct bytes masked = {0};
    mask_add(&masked, text);
    for (size_t i = 0; i < masked.len; i++) {
        const char *entity = entity_of(masked.at[i]);
        if (entity != NULL)
            bytes_add_string(out, entity);
        else
            bytes_add_byte(out, masked.at[i]);
    }
    out->failed = out->failed || masked.failed;
    bytes_free(&masked);
}

void xml_add_lines(struct bytes *out, struct slice text)
{
    while (text.len != 0) {
        const char *end = memchr(text.at, '\n', text.len);
        size_t len = end == NULL ? text.len : (size_t)(end - text.at);
        xml_add_text(out, slice_from(text.at, len));
        if (end != NULL)
            bytes_add_byte(out, '\n');
        text = slice_after(text, end == NULL ? len : len + 1);
    }
}
