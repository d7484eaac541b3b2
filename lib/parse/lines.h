/* The lines of a page, which the grammar reads. */
#ifndef VTOOLS_PARSE_LINES_H
#define VTOOLS_PARSE_LINES_H

#include <stdint.h>

#include "lib/base/arena.h"

/*
 * One line that is not blank.  `text` is folded; it belongs to the page or
 * to the arena.
 */
struct page_line {
    struct slice text;
    size_t offset; /* in bytes from the start of the page */
    size_t number; /* from 1; not of an HTML page: see line_number */
    bool gap;      /* blank lines stand before it */
    bool ended;    /* false only where the page breaks off in it */
    uint32_t node; /* of an HTML page: the text that it begins with */
};

struct page_lines {
    struct page_line *at;
    size_t count;
    const struct html *html;   /* NULL: it is text */
    struct line_taker *takers; /* of each line; NULL: nobody asks */
};

/*
 * Takes a page (valid UTF-8) apart at LF, CR LF and CR.  False when there is
 * no memory.
 */
bool page_lines_read(struct page_lines *lines, struct slice page,
                     struct arena *arena);

/* Stands for a role that no line has. */
#define NO_LINE SIZE_MAX

/* Which line of the source, from 1, line `i` begins in. */
size_t line_number(const struct page_lines *lines, size_t i);

/* Whether there is a line `i` and it is whole. */
static inline bool line_whole(const struct page_lines *lines, size_t i)
{
    return i < lines->count && lines->at[i].ended;
}

/*
 * The lines from `from` up to `to` joined by spaces; unknown when there are
 * none or, with *failed set, no memory.
 */
struct slice lines_joined(const struct page_lines *lines, size_t from,
                          size_t to, struct arena *arena, bool *failed);

#endif
