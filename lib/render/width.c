#include "lib/render/width.h"

#include <utf8proc.h>

#include "lib/base/utf8.h"

enum { EMOJI_SELECTOR = 0xfe0f };

static int bound_class(uint32_t c)
{
    return (int)utf8proc_get_property((int32_t)c)->boundclass;
}

static size_t columns_of(uint32_t c)
{
    int class = bound_class(c);
    /* Vowels and finals of Hangul stand in the syllable before them. */
    if (class == UTF8PROC_BOUNDCLASS_V || class == UTF8PROC_BOUNDCLASS_T)
        return 0;
    if (class == UTF8PROC_BOUNDCLASS_PREPEND)
        return 1;
    return (size_t)utf8proc_charwidth((int32_t)c);
}

/* Whether c, standing behind `first`, makes of both one picture. */
static bool makes_picture(uint32_t first, uint32_t c)
{
    int class = bound_class(c);
    return c == EMOJI_SELECTOR ||
           (class == UTF8PROC_BOUNDCLASS_REGIONAL_INDICATOR &&
            bound_class(first) == class);
}

struct cluster cluster_next(struct slice s, size_t *at)
{
    size_t from = *at;
    struct cluster k = {.first = utf8_next(s, at)};
    k.columns = columns_of(k.first);
    bool pictorial =
        bound_class(k.first) == UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC;
    bool picture = false;
    uint32_t before = k.first;
    utf8proc_int32_t state = 0;
    while (*at < s.len) {
        size_t next = *at;
        uint32_t c = utf8_next(s, &next);
        if (utf8proc_grapheme_break_stateful((int32_t)before, (int32_t)c,
                                             &state))
            break;
        picture = picture || makes_picture(k.first, c);
        if (!pictorial)
            k.columns += columns_of(c);
        before = c;
        *at = next;
    }
    if (picture)
        k.columns = 2;
    k.text = slice_from(s.at + from, *at - from);
    return k;
}

size_t width_of(struct slice s)
{
    size_t columns = 0, at = 0;
    while (at < s.len)
        columns += cluster_next(s, &at).columns;
    return columns;
}
