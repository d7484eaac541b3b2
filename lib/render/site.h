/*
 * The pages of a site that is made of several documents: what their files are
 * called, and the links to them.
 */
#ifndef VTOOLS_RENDER_SITE_H
#define VTOOLS_RENDER_SITE_H

#include "lib/base/bytes.h"

/* What a name in a document has a page for. */
enum site_page {
    SITE_NO_PAGE,
    SITE_TOOL,     /* a tool, by its key */
    SITE_REVIEWER, /* a reviewer, by their name */
    SITE_ADDRESS   /* the address itself: relative, or of the web */
};

/*
 * Addresses in which the first `{}` stands for the name of the file; unknown
 * ones make no links.
 */
struct site_settings {
    struct slice tool_page, reviewer_page;
    struct slice home; /* the address of the first page */
};

/* Whether the addresses of a pattern are relative or of the web. */
bool site_pattern_is_sound(struct slice pattern);

/*
 * Adds a name of a file: letters and digits of any script as they are, and of
 * the rest only what no shell, server, terminal or file system minds.  Names
 * that had to be changed or shortened end in a hash, and so do those that look
 * as if they did: two names stay two.
 */
void site_add_file_name(struct bytes *out, struct slice name);

/*
 * Adds the address of a page, in ASCII.  False, and nothing is added, where
 * the site has none.  `site` may be NULL.
 */
bool site_add_address(struct bytes *out, const struct site_settings *site,
                      enum site_page page, struct slice name);

#endif
