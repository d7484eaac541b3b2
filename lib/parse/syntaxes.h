/* The readers of the syntaxes that structured data is written in. */
#ifndef VTOOLS_PARSE_SYNTAXES_H
#define VTOOLS_PARSE_SYNTAXES_H

#include "lib/parse/items.h"

/* What was wrong with the JSON-LD of a page. */
struct jsonld_result {
    size_t repaired;         /* places */
    size_t unreadable;       /* texts that are no JSON even so */
    size_t first_unreadable; /* where the first of them begins */
    size_t left_out;         /* values past a limit */
};

/*
 * Makes a text that is JSON-LD, and no HTML, a page for jsonld_read.  False
 * when there is no memory.
 */
bool jsonld_page(struct html *html, struct slice text, struct arena *arena);

/* Each adds the items of a page; items->no_memory tells when it could not. */
void jsonld_read(struct items *items, struct jsonld_result *result);
void microdata_read(struct items *items);
void rdfa_read(struct items *items);
void microformats_read(struct items *items);

#endif
