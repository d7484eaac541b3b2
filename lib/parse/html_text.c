#include "lib/parse/html_text.h"

#include "lib/base/text.h"
#include "lib/parse/html/scan.h"

struct slice html_text_skip_blanks(struct slice text)
{
    size_t at = 0;
    while (at < text.len && html_byte_is(text.at[at], BYTE_SPACE))
        at++;
    return slice_after(text, at);
}

struct slice html_text_trim(struct slice text)
{
    while (text.len != 0 && html_byte_is(text.at[text.len - 1], BYTE_SPACE))
        text.len--;
    return html_text_skip_blanks(text);
}

void html_text_join(struct bytes *joined, struct slice text)
{
    if (!bytes_reserve(joined, text.len))
        return;
    char *to = joined->at + joined->len;
    bool space = joined->len == 0 || to[-1] == ' ';
    if (text.len != 0 && !(space && text.at[0] == ' ') &&
        html_is_plain(text.at, text.at + text.len)) {
        memcpy(to, text.at, text.len);
        joined->len += text.len;
        return;
    }
    for (size_t i = 0; i < text.len; i++) {
        bool blank = html_byte_is(text.at[i], BYTE_SPACE);
        *to = blank ? ' ' : text.at[i];
        to += !(blank && space);
        space = blank;
    }
    joined->len = (size_t)(to - joined->at);
}

struct slice html_text_fold(struct slice text, bool lasts,
                            struct bytes *scratch, struct arena *arena,
                            bool *failed)
{
    text = html_text_trim(text);
    if (html_is_plain(text.at, text.at + text.len) || text_is_folded(text))
        return lasts ? text : arena_copy(arena, text, failed);
    bytes_clear(scratch);
    text_add_folded(scratch, text);
    *failed = *failed || scratch->failed;
    return arena_copy(arena, bytes_slice(scratch), failed);
}
