#include "lib/score/review_text.h"

#include "lib/base/text.h"

struct slice review_text_folded(struct slice text, struct bytes *scratch)
{
    if (!slice_known(text) || text_is_folded(text))
        return text;
    bytes_clear(scratch);
    text_add_folded(scratch, text);
    return bytes_slice(scratch);
}

/* Characters are counted only where there may be too few of them. */
bool review_text_is_long(struct slice text)
{
    enum { CHARACTER_MOST = 4 };
    size_t count = 0;
    if (text.len > CHARACTER_MOST * TEXT_LEAST)
        return true;
    for (size_t i = 0; i < text.len; i++)
        count += ((unsigned char)text.at[i] & 0xc0) != 0x80;
    return count >= TEXT_LEAST;
}
