/* The anchors of the tools' blocks, and the facts right above and below. */
#include "lib/parse/block.h"
#include "lib/parse/facts.h"
#include "lib/parse/html_lines.h"

/* How much of an anchor stands at a line: nothing, a cut one, or all. */
enum anchor { ANCHOR_NONE, ANCHOR_CUT, ANCHOR_WHOLE };

/* Whether line `i` is the label, or what a page cut off has left of it. */
static bool line_begins(const struct scorecard *s, size_t i,
                        enum form_pattern label)
{
    const struct page_lines *lines = s->lines;
    return line_is_label(lines, i, s->patterns, label) ||
           (i < lines->count && !lines->at[i].ended &&
            patterns_label_begins(s->patterns, label, lines->at[i].text));
}

/*
 * Reads `label`, before which one line with a value may stand (its number
 * goes to *value), at b->below, which moves behind it.
 */
static enum anchor read_below_value(const struct scorecard *s,
                                    enum form_pattern label, struct block *b,
                                    size_t *value)
{
    const struct page_lines *lines = s->lines;
    *value = NO_LINE;
    if (!line_whole(lines, b->below))
        return ANCHOR_CUT;
    /* The label twice: the first is a value that reads like it. */
    if (!line_is_label(lines, b->below, s->patterns, label) ||
        line_begins(s, b->below + 1, label))
        *value = b->below++;
    if (!line_whole(lines, b->below))
        return ANCHOR_CUT;
    if (!line_is_label(lines, b->below, s->patterns, label))
        return ANCHOR_NONE;
    b->below++;
    return ANCHOR_WHOLE;
}

/* The same where the label stands above its value; `next`: the label behind. */
static enum anchor read_above_value(const struct scorecard *s,
                                    enum form_pattern label,
                                    enum form_pattern next, struct block *b,
                                    size_t *value)
{
    const struct page_lines *lines = s->lines;
    *value = NO_LINE;
    if (!line_whole(lines, b->below))
        return ANCHOR_CUT;
    if (!line_is_label(lines, b->below, s->patterns, label))
        return ANCHOR_NONE;
    b->below++;
    if (!line_whole(lines, b->below))
        return ANCHOR_CUT;
    if (!line_is_label(lines, b->below, s->patterns, next) ||
        line_begins(s, b->below + 1, next))
        *value = b->below++;
    return ANCHOR_WHOLE;
}

static bool is_percentage(const struct scorecard *s, size_t at)
{
    int64_t percentage;
    return line_whole(s->lines, at) &&
           patterns_percentage(s->patterns, s->lines->at[at].text, &percentage);
}

/* Whether a line is what may stand for a value: a percentage or none. */
static bool is_value(const struct scorecard *s, size_t at)
{
    int64_t votes = -1, share = DECIMAL_UNKNOWN;
    patterns_community(s->patterns, s->lines->at[at].text, &votes, &share);
    return votes >= 0 || is_percentage(s, at);
}

/* The values stand above their labels. */
static enum anchor read_values_first(const struct scorecard *s, struct block *b)
{
    enum anchor anchor =
        read_below_value(s, FORM_COMMUNITY_LABEL, b, &b->community);
    if (anchor != ANCHOR_WHOLE)
        return anchor;
    /* An element may hold just the label and its value. */
    if (line_is_label(s->lines, b->below, s->patterns, FORM_ENTRY_LABEL) &&
        html_lines_paired(s->lines, b->below)) {
        b->entry = b->below + 1;
        b->below += 2;
        return ANCHOR_WHOLE;
    }
    return read_below_value(s, FORM_ENTRY_LABEL, b, &b->entry);
}

/* The labels stand above their values; what is above them is no value then. */
static enum anchor read_labels_first(const struct scorecard *s, size_t label,
                                     struct block *b)
{
    if (!html_lines_paired(s->lines, label) && label > 0 &&
        is_value(s, label - 1))
        return ANCHOR_NONE;
    enum anchor anchor = read_above_value(s, FORM_COMMUNITY_LABEL,
                                          FORM_ENTRY_LABEL, b, &b->community);
    if (anchor != ANCHOR_WHOLE)
        return anchor;
    return read_above_value(s, FORM_ENTRY_LABEL, FORM_ENTRY_LABEL, b,
                            &b->entry);
}

/* A block of which no more is known than the percentage. */
static struct block block_of(size_t anchor, size_t pct, size_t below)
{
    return (struct block){.above = anchor,
                          .anchor = anchor,
                          .pct = pct,
                          .community = NO_LINE,
                          .entry = NO_LINE,
                          .below = below};
}

/* Reads the anchor with the panel's label; it begins at `least` or behind. */
static enum anchor read_anchor(const struct scorecard *s, size_t label,
                               size_t least, struct block *b)
{
    enum anchor anchor = ANCHOR_NONE;
    if (label > least && is_percentage(s, label - 1)) {
        *b = block_of(label - 1, label - 1, label + 1);
        anchor = read_values_first(s, b);
    }
    if (anchor == ANCHOR_NONE && is_percentage(s, label + 1)) {
        *b = block_of(label, label + 1, label + 2);
        anchor = read_labels_first(s, label, b);
    }
    return anchor;
}

/* Whether the page breaks off behind a percentage, which goes to `b`. */
static bool is_cut_anchor(const struct scorecard *s, size_t least,
                          struct block *b)
{
    size_t last = s->lines->count;
    if (last > 0 && !s->lines->at[last - 1].ended)
        last--;
    if (last <= least || !is_percentage(s, last - 1))
        return false;
    *b = block_of(last - 1, last - 1, last);
    return true;
}

/*
 * Whether a fact begins at a line: a label with a value on the same line, or
 * on the next where something tells that the value does not come first.
 */
static bool is_fact(const struct scorecard *s, size_t at, bool labels_first,
                    struct fact *fact)
{
    return fact_read(fact, s->lines, s->patterns, at) &&
           (fact->end == at + 1 || labels_first ||
            html_lines_paired(s->lines, at));
}

/* Finds the facts that stand right above the anchor, and right below it. */
static void find_facts(const struct scorecard *s, size_t least, struct block *b)
{
    bool labels_first = b->pct != b->anchor;
    struct fact fact;
    b->above = b->anchor;
    for (size_t i = b->above; i > least;) {
        i = i > least + 1 && is_fact(s, i - 2, false, &fact) && fact.end == i
                ? i - 2
                : i - 1;
        if (!is_fact(s, i, false, &fact) || fact.end != b->above)
            break;
        b->above = i;
    }
    b->end = b->below;
    while (is_fact(s, b->end, labels_first, &fact))
        b->end = fact.end;
}

/* A block that the page breaks off in. */
static void cut_block(const struct scorecard *s, struct block *b)
{
    b->below = b->end = s->lines->count;
    b->cut = true;
}

/* How many whole anchors begin at `least` or behind. */
static size_t count_anchors(const struct scorecard *s, size_t least)
{
    size_t count = 0;
    struct block b;
    for (size_t i = least; i < s->lines->count; i++)
        if (line_is_label(s->lines, i, s->patterns, FORM_PANEL_LABEL) &&
            read_anchor(s, i, least, &b) == ANCHOR_WHOLE) {
            count++;
            i = least = b.below;
        }
    return count;
}

void blocks_find(struct scorecard *s, struct blocks *blocks)
{
    size_t at = blocks->first, least = at;
    while (at < s->lines->count && blocks->count < TOOLS_MOST) {
        struct block *b = &blocks->at[blocks->count];
        enum anchor anchor = ANCHOR_NONE;
        if (line_is_label(s->lines, at, s->patterns, FORM_PANEL_LABEL))
            anchor = read_anchor(s, at, least, b);
        if (anchor == ANCHOR_NONE) {
            at++;
            continue;
        }
        blocks->count++;
        if (anchor == ANCHOR_CUT) {
            cut_block(s, b);
            return;
        }
        find_facts(s, least, b);
        least = at = b->end;
    }
    if (blocks->count == TOOLS_MOST)
        s->tools_past = count_anchors(s, least);
    else if (is_cut_anchor(s, least, &blocks->at[blocks->count]))
        cut_block(s, &blocks->at[blocks->count++]);
}
