/* Web archives in one file (RFC 2557), as browsers save them. */
#ifndef VTOOLS_IO_MHTML_H
#define VTOOLS_IO_MHTML_H

#include "lib/io/pages.h"

/* Hands out the HTML parts of a file, and returns whether to go on. */
bool mhtml_read_file(struct page_reader *r, struct byte_stream *s,
                     const char *file);

#endif
