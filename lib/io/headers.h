/*
 * Header blocks as mail, HTTP and WARC have them: lines of `Name: value`, the
 * value perhaps going on in lines that begin with white space, up to an empty
 * line.  Line ends are CRLF or LF.  All slices are of the block.
 */
#ifndef VTOOLS_IO_HEADERS_H
#define VTOOLS_IO_HEADERS_H

#include "lib/base/bytes.h"

/*
 * The length of the block at the start of s, with its empty line; 0 when there
 * is no empty line.
 */
size_t headers_length(struct slice s);

/* The first value of a name, in any case, trimmed; unknown when missing. */
struct slice headers_find(struct slice block, const char *name);

/* The line at the start of s, without its end; *next is where the next is. */
struct slice headers_line(struct slice s, size_t *next);

/* Whether two names are the same but for the case of ASCII letters. */
bool headers_same(struct slice a, const char *b);

/* A number of at most fifteen digits; false when it is none. */
bool headers_number(struct slice s, size_t *number);

/* The value without white space at its ends. */
struct slice headers_trim(struct slice s);

/*
 * The media type of a Content-Type value, in small letters, added to *out;
 * unknown when there is none.
 */
struct slice headers_media_type(struct slice value, struct bytes *out);

/* A parameter of such a value, without quotation marks. */
struct slice headers_parameter(struct slice value, const char *name);

#endif
