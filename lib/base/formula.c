#include "lib/base/formula.h"

#include "lib/base/text.h"
#include "lib/base/utf8.h"

/* Zero width: space, non-joiner, joiner, marks of direction, and the BOM. */
static bool is_unseen(uint32_t c)
{
    return (c >= 0x200b && c <= 0x200f) || c == 0x2060 || c == 0xfeff;
}

static bool begins_formula(uint32_t c)
{
    enum { TO_FULL_WIDTH = 0xfee0 };
    static const char signs[] = "=+-@";
    for (const char *sign = signs; *sign != '\0'; sign++)
        if (c == (uint32_t)*sign || c == (uint32_t)*sign + TO_FULL_WIDTH)
            return true;
    return false;
}

bool formula_needs_guard(struct slice text)
{
    size_t at = 0;
    while (at < text.len && text.at[at] == '\'')
        at++;
    if (at == text.len)
        return false;
    if (memchr("\t\r\n", text.at[at], 3) != NULL)
        return true;
    /* Most texts begin with a letter. */
    if ((text.at[at] >= 'a' && text.at[at] <= 'z') ||
        (text.at[at] >= 'A' && text.at[at] <= 'Z'))
        return false;
    while (at < text.len) {
        uint32_t c = utf8_next(text, &at);
        if (c != '\'' && !text_is_space(c) && !is_unseen(c))
            return begins_formula(c);
    }
    return false;
}

struct slice formula_without_guard(struct slice cell)
{
    if (cell.len == 0 || cell.at[0] != '\'')
        return cell;
    struct slice text = slice_after(cell, 1);
    return formula_needs_guard(text) ? text : cell;
}
