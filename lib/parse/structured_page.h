/* The structured data of a page beside what else is read from it. */
#ifndef VTOOLS_PARSE_STRUCTURED_PAGE_H
#define VTOOLS_PARSE_STRUCTURED_PAGE_H

#include "lib/base/diag.h"
#include "lib/parse/structured.h"

/*
 * Where a page has no form that is known, its records are those of its
 * structured data; else that only adds to the records what they lack.  What
 * was wrong with it is told.  Whether there are records.
 * `trace`: every record found is told with its syntax and line.  Addresses are
 * taken as relative to `base`.
 */
bool structured_page_read(const struct html *html, bool known, bool trace,
                          struct slice base, const struct page *page,
                          const struct listener *listener,
                          struct page_records *records);

#endif
