/* Where pages come from: whatever an operand is, its pages are handed out. */
#ifndef VTOOLS_PARSE_SOURCES_H
#define VTOOLS_PARSE_SOURCES_H

#include "lib/io/pages.h"

/*
 * Hands out the pages of a file, of a folder with all in it, or of standard
 * input ("-").  Forms are recognised by their look unless r->format says
 * otherwise.  False when reading must stop: a taker said so, or something was
 * rejected and r->strict is set.
 */
bool sources_read(struct page_reader *r, const char *operand);

/* The same for an input that is open. */
bool sources_read_stream(struct page_reader *r, struct byte_stream *s,
                         const char *file);

#endif
