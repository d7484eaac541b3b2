/* The forms in which pages are stored, and how to tell them by their look. */
#ifndef VTOOLS_IO_FORMAT_H
#define VTOOLS_IO_FORMAT_H

#include "lib/base/slice.h"

enum page_format {
    PAGES_AUTO,
    PAGES_HTML,
    PAGES_TEXT,
    PAGES_WARC, /* and ARC */
    PAGES_HTTP,
    PAGES_MHTML,
    PAGES_JSONL,
    PAGES_JSONLD,
    PAGES_CSV,
    PAGES_TSV
};

/* By its name on the command line; false when there is none such. */
bool page_format_find(const char *name, enum page_format *format);

/* How much of an input page_format_of wants to see. */
enum { FORMAT_LOOK = 8192 };

/* A container, by how the input begins; else PAGES_AUTO: a page of some kind.
 */
enum page_format page_format_of(struct slice start);

/* How ARC files begin. */
bool format_is_arc(struct slice start);

/* Whether it is an array of objects, as programs that gather items write it.
 */
bool format_is_json_array(struct slice start);

/* What the bytes are if no page, for people; NULL when they may be one. */
const char *format_foreign(struct slice bytes);

/* What they are by their signature alone. */
const char *format_signature(struct slice start);

#endif
