#include "lib/parse/joined.h"

static const struct slice header = SLICE("AI tool comparison");
static const struct slice versus = SLICE(" vs ");

/* The last line before pct is one of these: name, tagline, badge. */
enum { BLOCK_WITHIN = 10, NAME_WITHIN = 3 };

/* Whether the title goes on behind the name with another one. */
static bool begins_title(struct slice name, struct slice title)
{
    return name.len != 0 && slice_starts(title, name) &&
           slice_starts(slice_after(title, name.len), versus);
}

/* Whether the block of the title's first tool follows the title. */
static bool has_block(const struct page_lines *lines, size_t title)
{
    for (size_t i = title + 2; i <= title + BLOCK_WITHIN; i++) {
        if (!line_is(lines, i + 1, "Panel ship") || i >= lines->count)
            continue;
        for (size_t before = 1; before <= NAME_WITHIN && i > title + before;
             before++)
            if (begins_title(lines->at[i - before].text, lines->at[title].text))
                return true;
    }
    return false;
}

size_t joined_next(const struct page_lines *lines, size_t from)
{
    /* The page's own header is its first line, or behind a breadcrumb. */
    for (size_t i = from + 2; i < lines->count; i++) {
        struct page_line *line = &lines->at[i];
        if (!slice_ends(line->text, header) || !has_block(lines, i + 1))
            continue;
        if (line->text.len == header.len &&
            slice_starts(lines->at[i - 1].text, slice_of("Compare/")))
            return i - 1;
        size_t glued = line->text.len - header.len;
        line->offset += glued;
        line->text = slice_after(line->text, glued);
        return i;
    }
    return lines->count;
}
