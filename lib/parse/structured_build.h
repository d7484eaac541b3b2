/* What the files that make records of items share. */
#ifndef VTOOLS_PARSE_STRUCTURED_BUILD_H
#define VTOOLS_PARSE_STRUCTURED_BUILD_H

#include "lib/base/bytes.h"
#include "lib/base/table.h"
#include "lib/parse/items.h"
#include "lib/parse/line_numbers.h"
#include "lib/parse/structured.h"

/* A review, and the one noted before it that has the same words. */
struct review_link {
    uint32_t review, next;
};

struct structured {
    struct items items;
    struct page_records *records;
    struct structured_counts *counts;
    uint32_t *containers; /* of each item: that which has it as a review */
    bool *is_reviewed;    /* of each item: a review or rating is about it */
    uint32_t *tools;      /* of each item: its tool, or NO_ITEM */
    struct table names;   /* of the tools */
    struct table reviews; /* the last link, by what makes two the same */
    struct review_link *links;
    size_t link_count;
    struct line_numbers lines;
    size_t text_left; /* bytes that may still go into records */
    struct bytes scratch;
};

/*
 * A text for a record: itself, or unknown when the records would become many
 * times as long as the page.
 */
struct slice structured_keep(struct structured *s, struct slice text);

/* Fills a member that is not known yet. */
void structured_fill(struct structured *s, struct slice *member,
                     struct slice text);

struct record_source structured_source(const struct structured *s,
                                       uint32_t item);

/*
 * Reads a rating: the item's own, or that of the rating item it has.  The
 * scale is completed.  False when there is none.
 */
bool structured_rating(struct structured *s, uint32_t item, struct rating *r);

/*
 * The tool that a review or rating is about: what it says itself, else what
 * has it.  NO_TOOL when neither is known by name.
 */
size_t structured_subject(struct structured *s, uint32_t item);

/*
 * Fills what schema.org has no word for from the properties that vrender puts
 * it in: what the page states, its community, where it stands.
 */
void structured_add_properties(struct structured *s, uint32_t item,
                               struct tool_record *t);

/* Gives the tool that a rating of many is about that rating. */
void structured_add_aggregate(struct structured *s, uint32_t item);

/* Adds the records of all reviews; the tools must be there. */
void structured_add_reviews(struct structured *s);

#endif
