/* Which lines of the blocks are the names, so that they make up the title. */
#include "lib/base/text.h"
#include "lib/parse/block.h"
#include "lib/parse/facts.h"

/* Where the roles stand, in lines before the anchor; 0: not there. */
struct layout {
    unsigned char name, tagline, badge;
};

enum { LAYOUT_FULL, LAYOUT_READER, LAYOUT_BARE, LAYOUT_FULL_BARE, LAYOUTS };

static const struct layout layouts[LAYOUTS] = {
    [LAYOUT_FULL] = {3, 2, 1},
    [LAYOUT_READER] = {2, 1, 0},
    [LAYOUT_BARE] = {1, 0, 0}, /* no tagline */
    [LAYOUT_FULL_BARE] = {2, 0, 1},
};

/* In which order they are tried: those of the page's form first. */
static const unsigned char full_first[LAYOUTS] = {LAYOUT_FULL, LAYOUT_FULL_BARE,
                                                  LAYOUT_READER, LAYOUT_BARE};
static const unsigned char reader_first[LAYOUTS] = {
    LAYOUT_READER, LAYOUT_BARE, LAYOUT_FULL, LAYOUT_FULL_BARE};

/* A hostile title could make every choice nearly fit. */
enum { STEPS_MOST = 4096 };

struct choosing {
    const struct page_lines *lines;
    struct blocks *blocks;
    bool whole; /* the names must make up all of the title */
    size_t steps;
};

/* Whether the title goes on with this name at *at; moves behind it. */
static bool title_takes(const struct blocks *blocks, size_t *at,
                        struct slice name, bool last)
{
    struct slice title = blocks->title, rest = slice_after(title, *at);
    if (!slice_starts(rest, name))
        return false;
    rest = slice_after(rest, name.len);
    bool goes_on = !last && patterns_versus(blocks->patterns, &rest);
    *at = title.len - rest.len;
    return last ? rest.len == 0 : goes_on;
}

/* The first line that may belong to block `i`. */
static size_t lower_bound(const struct blocks *blocks, size_t i)
{
    return i == 0 ? blocks->first : blocks->at[i - 1].end;
}

/*
 * A character by itself, as only the full form has it; without a badge to
 * tell the form, it must be the first of the name.
 */
static bool is_avatar(const struct page_lines *lines, size_t line, size_t name,
                      bool full)
{
    struct slice text = lines->at[line].text;
    return text_is_one_character(text) &&
           (full || slice_starts(lines->at[name].text, text));
}

/* Whether a line says no more than that the next one is the category. */
static bool labels_category(const struct page_lines *lines,
                            const struct blocks *blocks, size_t line)
{
    struct fact fact;
    return fact_read(&fact, lines, blocks->patterns, line) &&
           fact.label == FORM_CATEGORY_ROW && fact.end == line + 2;
}

/* Sets the roles of the lines before `anchor`, or the facts above it. */
static void set_roles(const struct page_lines *lines, struct blocks *blocks,
                      size_t i, size_t anchor, const struct layout *layout)
{
    struct block *b = &blocks->at[i];
    size_t least = lower_bound(blocks, i);
    b->above = anchor;
    b->name = anchor - layout->name;
    b->tagline = layout->tagline == 0 ? NO_LINE : anchor - layout->tagline;
    b->badge = layout->badge == 0 ? NO_LINE : anchor - layout->badge;
    b->category = b->name > least ? b->name - 1 : NO_LINE;
    b->begin = b->category == NO_LINE ? b->name : b->category;
    if (b->begin > least && labels_category(lines, blocks, b->begin - 1))
        b->begin--;
    if (b->begin > least &&
        is_avatar(lines, b->begin - 1, b->name, layout->badge != 0))
        b->begin--;
}

static bool is_badge(const struct page_lines *lines,
                     const struct blocks *blocks, size_t line)
{
    return patterns_label(blocks->patterns, FORM_BADGE, lines->at[line].text);
}

/*
 * A percentage that a page ends at may be a tagline that reads so, which only
 * the page's usual layout tells apart.
 */
static bool is_sure(const struct blocks *blocks, const struct layout *layout)
{
    return layout->tagline != 0 && (layout->badge != 0 || !blocks->full);
}

/* Whether a layout is possible above this line; only what a badge is not. */
static bool may_be(const struct choosing *c, size_t i, size_t anchor,
                   const struct layout *layout)
{
    const struct block *b = &c->blocks->at[i];
    if (anchor < lower_bound(c->blocks, i) + layout->name ||
        (b->cut && !is_sure(c->blocks, layout)))
        return false;
    /* Without a tagline, or among facts, only a badge tells itself. */
    return layout->badge == 0 || (layout->tagline != 0 && anchor == b->above) ||
           is_badge(c->lines, c->blocks, anchor - layout->badge);
}

static bool choose(struct choosing *c, size_t i, size_t at);

/* Tries the layouts of a block above this line, and then those behind it. */
static bool choose_above(struct choosing *c, size_t i, size_t at, size_t anchor)
{
    struct blocks *blocks = c->blocks;
    const unsigned char *order = blocks->full ? full_first : reader_first;
    for (size_t choice = 0; choice < LAYOUTS && c->steps != 0; choice++) {
        const struct layout *layout = &layouts[order[choice]];
        size_t behind = at;
        if (!may_be(c, i, anchor, layout))
            continue;
        c->steps--;
        if (title_takes(blocks, &behind,
                        c->lines->at[anchor - layout->name].text,
                        c->whole && i + 1 == blocks->count) &&
            choose(c, i + 1, behind)) {
            set_roles(c->lines, blocks, i, anchor, layout);
            return true;
        }
    }
    return false;
}

/*
 * Chooses layouts for the blocks from `i` on; the title is used up to `at`.
 * What looks like facts above an anchor may be a tagline.
 */
static bool choose(struct choosing *c, size_t i, size_t at)
{
    if (i == c->blocks->count)
        return true;
    const struct block *b = &c->blocks->at[i];
    return choose_above(c, i, at, b->anchor) ||
           (b->above != b->anchor && choose_above(c, i, at, b->above));
}

/*
 * First all of the title must come out, then, as the page may be cut, a
 * beginning of it; each with as many of the anchors as possible.
 */
static bool name_by_title(const struct page_lines *lines, struct blocks *blocks)
{
    size_t found = blocks->count;
    for (int whole = 1; whole >= 0; whole--) {
        for (blocks->count = found; blocks->count > 0; blocks->count--) {
            struct choosing c = {lines, blocks, whole == 1, STEPS_MOST};
            if (choose(&c, 0, 0))
                return true;
        }
    }
    blocks->count = found;
    return false;
}

/* Without a title that fits, a badge before pct tells the full form. */
static void name_by_badge(const struct page_lines *lines, struct blocks *blocks)
{
    size_t named = 0;
    for (size_t i = 0; i < blocks->count; i++) {
        blocks->at[named] = blocks->at[i];
        size_t anchor = blocks->at[i].above;
        size_t room = anchor - lower_bound(blocks, named);
        if (room == 0)
            continue;
        size_t form = is_badge(lines, blocks, anchor - 1) && room > 2
                          ? LAYOUT_FULL
                      : room > 1 ? LAYOUT_READER
                                 : LAYOUT_BARE;
        set_roles(lines, blocks, named++, anchor, &layouts[form]);
    }
    blocks->count = named;
}

/* The line from `from` on that is the next name of the title, or NO_LINE. */
static size_t find_next_name(const struct page_lines *lines,
                             const struct blocks *blocks, size_t from)
{
    size_t at = 0;
    for (size_t i = 0; i < blocks->count; i++)
        if (!title_takes(blocks, &at, lines->at[blocks->at[i].name].text,
                         false))
            return NO_LINE;
    for (size_t line = from; line_whole(lines, line); line++) {
        size_t behind = at;
        if (title_takes(blocks, &behind, lines->at[line].text,
                        blocks->count != 0) ||
            (blocks->count == 0 &&
             slice_equal(blocks->title, lines->at[line].text)))
            return line;
    }
    return NO_LINE;
}

/*
 * A block that the page breaks off in before its pct: category and name are
 * there, and the name is the one that the title has next.  The first line
 * behind the block before is its description.
 */
static void add_broken_block(const struct page_lines *lines,
                             struct blocks *blocks)
{
    if (!slice_known(blocks->title) || blocks->count == TOOLS_MOST)
        return;
    size_t least = lower_bound(blocks, blocks->count) + (blocks->count != 0);
    bool full =
        blocks->count == 0 ? blocks->full : blocks->at[0].badge != NO_LINE;
    size_t name = find_next_name(lines, blocks, least + (full ? 2 : 1));
    if (name == NO_LINE || line_whole(lines, name + 3))
        return;
    struct block *b = &blocks->at[blocks->count];
    *b = (struct block){.begin = name - 1,
                        .category = name - 1,
                        .name = name,
                        .tagline = NO_LINE,
                        .badge = NO_LINE,
                        .above = lines->count,
                        .anchor = lines->count,
                        .pct = NO_LINE,
                        .community = NO_LINE,
                        .entry = NO_LINE,
                        .below = lines->count,
                        .end = lines->count};
    if (line_whole(lines, name + 1))
        b->tagline = name + 1;
    if (line_whole(lines, name + 2) && is_badge(lines, blocks, name + 2))
        b->badge = name + 2;
    if (name >= least + 2 && text_is_one_character(lines->at[name - 2].text))
        b->begin--;
    blocks->count++;
}

/*
 * A percentage at the page's end may be a name, or all that looks like a
 * comparison: the title must know better.
 */
static void drop_cut_anchor(struct blocks *blocks)
{
    if (blocks->count != 0 && blocks->at[blocks->count - 1].cut)
        blocks->count--;
}

void blocks_name(const struct page_lines *lines, struct blocks *blocks)
{
    bool titled = slice_known(blocks->title);
    if (!titled || !name_by_title(lines, blocks)) {
        if (titled || blocks->count == 1)
            drop_cut_anchor(blocks);
        name_by_badge(lines, blocks);
    }
    add_broken_block(lines, blocks);
}
