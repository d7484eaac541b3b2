#include "lib/render/xml.h"

#include "lib/base/mask.h"

static const char *entity_of(char c)
{
    static const char *const entities['>' + 1] = {
        ['&'] = "&amp;",  ['<'] = "&lt;",   ['>'] = "&gt;",
        ['"'] = "&quot;", ['\''] = "&#39;",
    };
    return c < 0 || c > '>' ? NULL : entities[(unsigned char)c];
}

/* Most texts need no entity: then what was added stays as it is. */
void xml_add_text(struct bytes *out, struct slice text)
{
    size_t start = out->len;
    mask_add(out, text);
    struct slice masked = slice_after(bytes_slice(out), start);
    size_t plain = 0;
    while (plain < masked.len && entity_of(masked.at[plain]) == NULL)
        plain++;
    if (plain == masked.len)
        return;
    struct bytes rest = {0};
    bytes_add_slice(&rest, slice_after(masked, plain));
    out->len = start + plain;
    for (size_t i = 0, run = 0; i <= rest.len; i++) {
        const char *entity = i < rest.len ? entity_of(rest.at[i]) : "";
        if (entity == NULL)
            continue;
        bytes_add(out, rest.at + run, i - run);
        bytes_add_string(out, entity);
        run = i + 1;
    }
    out->failed = out->failed || rest.failed;
    bytes_free(&rest);
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
