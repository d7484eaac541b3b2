/*
 * The forms of pages that are read from their lines: by the profiles that are
 * asked for, then by the built-in grammars of comparison pages, tool pages
 * and reviewer pages.
 */
#ifndef VTOOLS_PARSE_FORMS_H
#define VTOOLS_PARSE_FORMS_H

#include <stdatomic.h>

#include "lib/parse/html_rows.h"
#include "lib/parse/lines.h"
#include "lib/parse/profile.h"
#include "lib/parse/records.h"

struct html;
struct html_limits;
struct patterns;
struct table_map;

/* What to read by.  The profiles belong to the caller. */
struct forms_choice {
    struct profile *const *profiles;
    size_t profile_count;
    atomic_bool *reading;           /* by profile: set once it serves a page */
    const struct table_map *map;    /* what tables' columns state, or NULL */
    const struct html_limits *html; /* NULL: the usual ones */
    bool strict;                    /* stop at the first bad row of a table */
    bool rejects;                   /* keep the bad rows of tables */
    bool trace;                     /* tell which rule took which line */
};

/* What serves one page after the other.  Owns all but the profiles. */
struct forms {
    const struct forms_choice *choice;
    struct patterns *patterns;
    struct patterns **own; /* by profile; NULL: it has no patterns of forms */
    struct matcher *matcher;
    bool label_bytes[256]; /* with which forms_has_labels finds any */
};

/* False with *d filled when there is no memory; to be freed even then. */
bool forms_init(struct forms *f, const struct forms_choice *choice,
                struct diag *d);
void forms_free(struct forms *f);

/*
 * Whether some text between the tags of an HTML page is a label as comparison
 * pages and tool pages have; then forms_role says of any text there whether it
 * is a label or a line of its own.  *failed is set when there is no memory.
 */
bool forms_has_labels(const struct forms *f, const struct html *html,
                      struct arena *arena, bool *failed);
enum text_role forms_role(void *forms, struct slice text);

/*
 * The line behind `from` with which the next page begins that was joined to
 * the one before (lib/parse/joined.h), or lines->count.  What is glued to its
 * header is cut off.
 */
size_t forms_next_page(struct forms *f, const struct page_lines *lines,
                       size_t from);

/*
 * Adds the records of the first form that the page has, and says whether it
 * has any.  Oddities are told to the listener.
 */
bool forms_read(struct forms *f, struct page_lines *lines,
                const struct page *page, const struct listener *listener,
                struct page_records *records);

#endif
