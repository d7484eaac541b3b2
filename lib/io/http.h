/* Pages as HTTP responses: in WARC records, or saved by curl -i and wget. */
#ifndef VTOOLS_IO_HTTP_H
#define VTOOLS_IO_HTTP_H

#include "lib/io/pages.h"

/*
 * Hands out the page in a response.  `page` says where the response stands;
 * what the headers say is added.  `blocks`: of several header blocks, as
 * redirects leave them, the last one counts.  Returns whether to go on.
 */
bool http_read_response(struct page_reader *r, struct page *page,
                        struct slice response, bool blocks);

/*
 * Whether a response, by its beginning, is none that holds a page to be read,
 * which is then counted.
 */
bool http_passes_over(struct page_reader *r, struct slice start);

/* A file that holds one response. */
bool http_read_file(struct page_reader *r, struct byte_stream *s,
                    const char *file);

#endif
