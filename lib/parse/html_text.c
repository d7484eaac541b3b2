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
    if (text.len == 0 || !bytes_reserve(joined, text.len + SIXTEEN))
        return;
    char *to = joined->at + joined->len;
    const char *at = text.at, *end = text.at + text.len;
    uint32_t space = joined->len == 0 || to[-1] == ' '; /* before these */
    while (at < end) {
        size_t len;
        struct sixteen s = scan16_next(at, (size_t)(end - at), &len);
        uint32_t spaces = scan16_equal(s, ' ');
        uint32_t odd =
            (scan16_up_to(s, ' ' - 1) | (spaces & (spaces << 1 | space))) &
            scan16_before(len);
        /* What comes before the first odd byte is taken as it stands. */
        size_t plain = odd == 0 ? len : scan16_first(odd);
        scan16_store(s, to);
        to += plain;
        at += plain;
        if (plain != 0)
            space = spaces >> (plain - 1) & 1;
        if (odd == 0)
            continue;
        uint32_t blank = html_byte_is(*at, BYTE_SPACE);
        *to = blank != 0 ? ' ' : *at;
        to += (blank & space) == 0;
        space = blank;
        at++;
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
