#include "lib/render/json_text.h"

#include "lib/base/utf8.h"
#include "lib/json/write.h"

/* DEL, C1, and what turns the direction or ends the line of text around it. */
static bool is_acted_upon(uint32_t c)
{
    return (c >= 0x7f && c < 0xa0) || c == 0x61c ||
           (c >= 0x200e && c <= 0x200f) || (c >= 0x2028 && c <= 0x202e) ||
           (c >= 0x2066 && c <= 0x2069) || c == 0xfeff;
}

static bool is_markup(char c)
{
    return c == '<' || c == '>' || c == '&';
}

/* Whether any byte may begin something that is escaped beyond the usual. */
static bool needs_more(struct slice s, enum json_place place)
{
    for (size_t i = 0; i < s.len; i++)
        if ((unsigned char)s.at[i] >= 0x7f ||
            (place == JSON_IN_PAGE && is_markup(s.at[i])))
            return true;
    return false;
}

void json_text_add_string(struct bytes *out, struct slice s,
                          enum json_place place)
{
    struct bytes usual = {0};
    if (!slice_known(s)) {
        bytes_add_string(out, "null");
        return;
    }
    if (!needs_more(s, place)) {
        json_add_string(out, s);
        return;
    }
    json_add_string(&usual, s);
    struct slice text = bytes_slice(&usual);
    size_t plain = 0; /* what is not added yet begins here */
    for (size_t at = 0; at < text.len;) {
        size_t from = at;
        uint32_t c = utf8_next(text, &at);
        if (!is_acted_upon(c) &&
            !(place == JSON_IN_PAGE && is_markup(text.at[from])))
            continue;
        bytes_add(out, text.at + plain, from - plain);
        bytes_add_format(out, "\\u%04x", (unsigned)c);
        plain = at;
    }
    bytes_add(out, text.at + plain, text.len - plain);
    out->failed = out->failed || usual.failed;
    bytes_free(&usual);
}
