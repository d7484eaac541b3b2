/*
 * The structured data of a page as records: schema.org in JSON-LD, Microdata
 * and RDFa Lite, and microformats, the new and the classic ones.
 *
 * Tools are the products and programs that the page tells of, and whatever
 * else it has reviews or ratings of.  What several syntaxes say of the same
 * thing becomes one record: tools of the same name; reviews of the same tool
 * with the same text or, without text, with the same reviewer and rating.
 * Each member is taken from the first that has it, in the order JSON-LD,
 * Microdata, RDFa, microformats; `source` names the first.
 */
#ifndef VTOOLS_PARSE_STRUCTURED_H
#define VTOOLS_PARSE_STRUCTURED_H

#include "lib/parse/html/html.h"
#include "lib/parse/records.h"

/* What was wrong with the structured data of a page. */
struct structured_counts {
    size_t repaired;         /* places of JSON-LD that were made valid */
    size_t unreadable;       /* texts of JSON-LD that are none even so */
    size_t first_unreadable; /* where the script of the first one begins */
    size_t nameless;         /* ratings of things that have no name */
    size_t left_out;         /* items, values and texts past a limit */
};

/*
 * Adds the records of a page.  False when there is no memory; then
 * records->no_memory is set too.
 */
bool structured_read(const struct html *html, struct page_records *records,
                     struct structured_counts *counts);

/*
 * Where a page was read in another way, the structured data only adds what
 * that way does not tell of the same tools: address, brand, rating of many.
 */
void structured_supplement(struct page_records *records,
                           const struct page_records *structured);

#endif
