/*
 * The tools' blocks of a comparison page:
 *
 *   [avatar] category name [tagline] [badge] [facts] pct "Panel ship"
 *   [community] "Community" entry "Entry" [facts] description...
 *
 * The lines from pct to "Entry" are the block's anchor, found by its shape
 * alone; its labels may as well stand before their values.  Which of the lines
 * before it is the name, the title decides: "A vs B" must come out of the
 * names.
 */
#ifndef VTOOLS_PARSE_BLOCK_H
#define VTOOLS_PARSE_BLOCK_H

#include "lib/parse/scorecard.h"

/* Which line has which role. */
struct block {
    size_t begin; /* the first line, avatar or category */
    size_t category, name, tagline, badge;
    size_t above;  /* the first of the facts right above the anchor */
    size_t anchor; /* its first line */
    size_t pct, community, entry;
    size_t below; /* behind the anchor: the first of the facts there */
    size_t end;   /* behind those, or the page's end when it is cut */
    bool cut;     /* the page breaks off in the anchor */
};

struct blocks {
    struct block at[TOOLS_MOST];
    size_t count;
    struct patterns *patterns;
    size_t first;       /* the line behind the header */
    struct slice title; /* unknown: the page has none */
    bool full;          /* the page looks like the full form */
};

/*
 * Finds the anchors behind the header, and the facts right above and below
 * each.  Of the last the page may break off in, whatever it is.  Those past
 * TOOLS_MOST are only counted.
 */
void blocks_find(struct scorecard *s, struct blocks *blocks);

/*
 * Gives names, categories, taglines and badges to the blocks, of which only
 * the anchors are known.  Anchors that the title has no room for are dropped.
 * A block that the page breaks off in before its anchor is added.
 */
void blocks_name(const struct page_lines *lines, struct blocks *blocks);

#endif
