/*
 * JSON Lines of pages, as crawlers write them: an object a line, with the
 * page as one string and what is known of it beside.
 */
#ifndef VTOOLS_PARSE_JSON_PAGES_H
#define VTOOLS_PARSE_JSON_PAGES_H

#include "lib/io/pages.h"

/* Hands out the pages of a file, and returns whether to go on. */
bool json_pages_read(struct page_reader *r, struct byte_stream *s,
                     const char *file);

#endif
