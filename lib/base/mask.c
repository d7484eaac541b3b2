#include "lib/base/mask.h"

#include <utf8proc.h>

#include "lib/base/scan16.h"
#include "lib/base/text.h"
#include "lib/base/utf8.h"

enum { MARKS_MOST = 8, FIRST_JOINING = 0x600, FIRST_IDEOGRAPH = 0x2e80 };

struct masking {
    struct bytes *out;
    size_t start; /* where this string begins in *out */
    bool space;   /* a space is due before the next character */
    uint32_t before;
    int marks; /* on the character before */
};

static bool is_joiner(uint32_t c)
{
    return c == 0x200c || c == 0x200d;
}

/* Letters that are shown as nothing at all. */
static bool is_blank_letter(uint32_t c)
{
    return c == 0x115f || c == 0x1160 || c == 0x3164 || c == 0xffa0;
}

/* Selectors past the sixteenth belong to ideographs; elsewhere they hide. */
static bool is_stray_selector(uint32_t c, uint32_t before)
{
    return c >= 0xe0100 && c <= 0xe01ef && before < FIRST_IDEOGRAPH;
}

static bool is_hidden(uint32_t c, uint32_t before)
{
    const utf8proc_property_t *p = utf8proc_get_property((int32_t)c);
    switch (p->category) {
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CS:
    case UTF8PROC_CATEGORY_CO:
    case UTF8PROC_CATEGORY_CN:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
        return true;
    case UTF8PROC_CATEGORY_CF:
        return !is_joiner(c) || before < FIRST_JOINING;
    default:
        return is_blank_letter(c) || is_stray_selector(c, before);
    }
}

static bool is_mark(uint32_t c)
{
    utf8proc_category_t category = utf8proc_category((int32_t)c);
    return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_ME;
}

static bool is_separator(uint32_t c)
{
    return c == 0x2028 || c == 0x2029 || c == 0x85 || c == '\v' || c == '\f';
}

static void add_character(struct masking *m, uint32_t c)
{
    m->marks = is_mark(c) ? m->marks + 1 : 0;
    if (m->marks > MARKS_MOST)
        return;
    if (m->space)
        bytes_add_byte(m->out, ' ');
    m->space = false;
    c = is_hidden(c, m->before) ? 0xfffd : c;
    bytes_add_codepoint(m->out, c);
    m->before = c;
}

static bool is_plain(char c)
{
    return c > ' ' && c < 0x7f;
}

/* Where sixteen bytes are not plain. */
static uint32_t not_plain(struct sixteen s)
{
    return scan16_tops(scan16_or(scan16_where_up_to(s, ' '),
                                 scan16_where_between(s, 0x7f, 0xff)));
}

/*
 * The end of what begins at `at` and stands as it is: words, single spaces.
 * What is behind the last byte counts as not plain.
 */
static size_t skip_plain(struct slice s, size_t at)
{
    size_t len = SIXTEEN, ignored;
    while (at < s.len) {
        struct sixteen here = scan16_next(s.at + at, s.len - at, &len);
        struct sixteen behind =
            scan16_next(s.at + at + 1, s.len - at - 1, &ignored);
        uint32_t spaces = scan16_equal(here, ' ');
        uint32_t ends =
            (not_plain(here) & ~spaces) | (not_plain(behind) & spaces);
        if (ends != 0)
            return at + scan16_first(ends);
        at += len;
    }
    return at;
}

static void add_plain(struct masking *m, struct slice plain)
{
    if (m->space)
        bytes_add_byte(m->out, ' ');
    bytes_add_slice(m->out, plain);
    m->space = false;
    m->before = (unsigned char)plain.at[plain.len - 1];
    m->marks = 0;
}

void mask_add(struct bytes *out, struct slice s)
{
    struct masking m = {.out = out, .start = out->len};
    size_t at = 0;
    while (at < s.len) {
        if (is_plain(s.at[at])) {
            size_t end = skip_plain(s, at);
            add_plain(&m, slice_from(s.at + at, end - at));
            at = end;
            continue;
        }
        uint32_t c = utf8_next(s, &at);
        if (text_is_space(c) && !is_separator(c)) {
            m.space = out->len > m.start;
            m.before = ' ';
            m.marks = 0;
        } else {
            add_character(&m, c);
        }
    }
}
