#include "lib/render/xml.h"

#include "lib/render/html.h"

/* Masked text has no character that XML lacks, and the escapes are the same. */
void xml_add_text(struct bytes *out, struct slice text)
{
    html_add_text(out, text);
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
