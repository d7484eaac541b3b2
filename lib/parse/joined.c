#include "lib/parse/joined.h"

/* The last line before pct is one of these: name, tagline, badge. */
enum { BLOCK_WITHIN = 10, NAME_WITHIN = 3 };

/* Whether the title goes on behind the name with another one. */
static bool begins_title(struct patterns *p, struct slice name,
                         struct slice title)
{
    if (name.len == 0 || !slice_starts(title, name))
        return false;
    struct slice rest = slice_after(title, name.len);
    return patterns_versus(p, &rest);
}

/* Whether the block of the title's first tool follows the title. */
static bool has_block(const struct page_lines *lines, struct patterns *p,
                      size_t title)
{
    for (size_t i = title + 2; i <= title + BLOCK_WITHIN; i++) {
        if (!line_is_label(lines, i + 1, p, FORM_PANEL_LABEL) ||
            i >= lines->count)
            continue;
        for (size_t before = 1; before <= NAME_WITHIN && i > title + before;
             before++)
            if (begins_title(p, lines->at[i - before].text,
                             lines->at[title].text))
                return true;
    }
    return false;
}

/* Most lines end otherwise in their very last byte. */
static bool ends_with(struct slice text, struct slice header)
{
    return text.len != 0 && header.len != 0 &&
           text.at[text.len - 1] == header.at[header.len - 1] &&
           slice_ends(text, header);
}

struct joint joined_next(const struct page_lines *lines, struct patterns *p,
                         size_t from)
{
    struct slice header = patterns_literal(p, FORM_HEADER), behind;
    /* The page's own header is its first line, or behind a breadcrumb. */
    for (size_t i = from + 2; i < lines->count; i++) {
        struct slice text = lines->at[i].text;
        if (slice_known(header) ? !ends_with(text, header)
                                : !line_is_label(lines, i, p, FORM_HEADER))
            continue;
        if (!has_block(lines, p, i + 1))
            continue;
        size_t glued = slice_known(header) ? text.len - header.len : 0;
        bool crumb =
            glued == 0 &&
            patterns_behind(p, FORM_CRUMB, lines->at[i - 1].text, &behind);
        return (struct joint){crumb ? i - 1 : i, glued};
    }
    return (struct joint){lines->count, 0};
}
