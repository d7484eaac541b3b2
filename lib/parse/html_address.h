/* The address of an HTML page, and what addresses on it are relative to. */
#ifndef VTOOLS_PARSE_HTML_ADDRESS_H
#define VTOOLS_PARSE_HTML_ADDRESS_H

#include "lib/parse/html/html.h"

/* They belong to the page or to the arena; unknown where nobody says. */
struct html_address {
    struct slice page;
    struct slice base; /* <base href>, or else the page's address */
};

/*
 * Finds them.  `known` is what is known of the page's address from elsewhere;
 * if nothing is, the page's own word counts: <link rel=canonical>, or else
 * og:url.  False when there is no memory.
 */
bool html_address_find(struct html_address *a, const struct html *html,
                       struct slice known, struct arena *arena);

/*
 * What an address on the page is, by RFC 3986; as it stands when it is
 * absolute or when nobody knows.  Sets *failed when there is no memory.
 */
struct slice html_address_resolve(struct slice base, struct slice address,
                                  struct arena *arena, bool *failed);

#endif
