/*
 * The page of one reviewer, whole or cut off anywhere:
 *
 *   "The {reviewer}" “motto” biography...
 *   "{category} verdicts({n} tools, {m} shipped)" tagline “quote”...
 *
 * It quotes tools without naming them, so a review has the tagline alone.
 */
#ifndef VTOOLS_PARSE_REVIEWER_PAGE_H
#define VTOOLS_PARSE_REVIEWER_PAGE_H

#include "lib/parse/lines.h"
#include "lib/parse/patterns.h"
#include "lib/parse/records.h"

/*
 * Adds the reviews when the page is of this form, and says whether it is.
 * *passed is the number of lines among them that belong to none.
 */
bool reviewer_page_read(const struct page_lines *lines,
                        struct patterns *patterns, struct page_records *records,
                        size_t *passed);

#endif
