/* Quotations on a page: what stands between quotation marks. */
#ifndef VTOOLS_PARSE_QUOTE_H
#define VTOOLS_PARSE_QUOTE_H

#include <stdint.h>

#include "lib/parse/lines.h"

#define NO_QUOTE SIZE_MAX

/* Which kind of mark the text begins with; NO_QUOTE when with none. */
size_t quote_kind(struct slice text);

/* s without quotation marks around all of it. */
struct slice quote_inside(struct slice s);

struct quote {
    struct slice text;
    size_t end;     /* the line behind it */
    bool truncated; /* the page breaks off in it */
};

/*
 * Reads the quotation that begins with line `line`, where a mark stands, and
 * reaches no further than line `end`.
 */
struct quote quote_read(const struct page_lines *lines, size_t line, size_t end,
                        struct arena *arena, bool *failed);

#endif
