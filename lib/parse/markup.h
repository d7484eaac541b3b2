/* What the readers of structured data in markup share. */
#ifndef VTOOLS_PARSE_MARKUP_H
#define VTOOLS_PARSE_MARKUP_H

#include "lib/parse/items.h"

/*
 * The text inside a node as a reader sees it: no scripts and styles, images
 * as their alternative text, a space where a block or line ends.  It is a
 * part of the page's or stands in `room`, which is overwritten.  What reading
 * it costs is taken off *left; unknown when there is not that much left.
 */
struct slice markup_text(const struct html *html, uint32_t node, size_t *left,
                         struct bytes *room);

/*
 * The next word of a list that white space separates, and moves behind it.
 * Unknown at the end.
 */
struct slice markup_next_word(struct slice *words);

/* An attribute without white space at its ends; unknown when not there. */
struct slice markup_trimmed(const struct html *html, uint32_t node,
                            enum html_attribute_name attribute);

/*
 * Adds what an element says of a property in Microdata and RDFa: its
 * `content`; else what it holds in an attribute, as `time` the date; else its
 * text.
 *
 * By the letter the value of `<a itemprop="name" href="/anvil">Anvil</a>` is
 * the address.  Nobody who writes it means that, so an address is the value
 * only of properties that are addresses.
 */
void markup_add_value(struct items *items, uint32_t item,
                      enum property property, uint32_t node);

/*
 * Marks the items in whose elements the page breaks off; `scopes` has the
 * item of each node.
 */
void markup_mark_truncated(struct items *items, const uint32_t *scopes);

/* Memory for one number a node, all NO_NODE; NULL, with it told, if none. */
uint32_t *markup_numbers(struct items *items);

#endif
