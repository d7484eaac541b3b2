/*
 * WARC 1.0 and 1.1 files (ISO 28500) and what is like them: WET files, and
 * the older ARC.  Records with pages are `response`, `resource` and
 * `conversion`.
 */
#ifndef VTOOLS_IO_WARC_H
#define VTOOLS_IO_WARC_H

#include "lib/io/pages.h"

/* Both hand out the pages of a file, and return whether to go on. */
bool warc_read(struct page_reader *r, struct byte_stream *in, const char *file);
bool arc_read(struct page_reader *r, struct byte_stream *in, const char *file);

#endif
