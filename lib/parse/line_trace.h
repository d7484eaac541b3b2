/* Which rule took which line of a page, for those who ask. */
#ifndef VTOOLS_PARSE_LINE_TRACE_H
#define VTOOLS_PARSE_LINE_TRACE_H

#include "lib/base/diag.h"
#include "lib/io/page.h"
#include "lib/parse/lines.h"

/*
 * What took a line: the key of a profile's rule, which stands in this line of
 * it, or a part of the form, which has no line.  Unknown: nothing has.  The
 * texts belong to the profile.
 */
struct line_taker {
    struct slice profile, key;
    size_t rule; /* 0: none */
};

/* Starts to note what takes the lines.  False when there is no memory. */
bool line_trace_start(struct page_lines *lines, struct arena *arena);

/* Notes who took a line, where that is asked for. */
static inline void line_trace_note(const struct page_lines *lines, size_t line,
                                   struct line_taker taker)
{
    if (lines->takers != NULL && line < lines->count)
        lines->takers[line] = taker;
}

/* Tells of all lines, and forgets it; `profile` is who did not take the rest.
 */
void line_trace_tell(const struct page_lines *lines, struct slice profile,
                     const struct page *page, const struct listener *listener);

#endif
