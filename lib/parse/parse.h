/*
 * From a page to its records: what vparse calls.
 *
 * A page is decoded to UTF-8 and taken apart into lines; the scorecard
 * grammar reads the lines of a comparison page in either form and writes one
 * `tool` record a tool and one `review` record a review, in page order.
 */
#ifndef VTOOLS_PARSE_PARSE_H
#define VTOOLS_PARSE_PARSE_H

#include "lib/base/arena.h"
#include "lib/base/bytes.h"
#include "lib/base/diag.h"
#include "lib/io/page.h"
#include "lib/parse/forms.h"
#include "lib/parse/table.h"

/* What serves one page after the other.  Owns its memory. */
struct parser {
    struct forms forms;
    struct arena arena;   /* what belongs to the page at hand */
    struct bytes decoded; /* the page as UTF-8 */
};

/*
 * The choice belongs to the caller; NULL: the built-in forms alone.  False
 * with *d filled when there is no memory.
 */
bool parser_init(struct parser *p, const struct forms_choice *choice,
                 struct diag *d);
void parser_free(struct parser *p);

/* What came of a page.  To be zeroed once; serves one page after the other. */
struct parse_result {
    size_t tools, reviews;
    bool unknown;           /* it is of no known form */
    size_t rejected;        /* rows of tables, and... */
    size_t tables_rejected; /* ...tables as a whole, counted in both */
    size_t damaged;         /* bytes that were no text, now U+FFFD */
    size_t left_out;        /* records, and parts of HTML, past a limit */
    struct bytes rejects;   /* of a table; to be freed by the caller */
};

/*
 * Adds the records of one page to *out as JSON Lines.  Oddities that do not
 * keep the records from being read are told to the listener.  False with *d
 * filled when there is no memory; then *out is as it was.
 */
bool parse_page(struct parser *p, const struct page *page,
                const struct listener *listener, struct bytes *out,
                struct parse_result *result, struct diag *d);

#endif
