/* A page being read by a profile.  Private to the profile's own files. */
#ifndef VTOOLS_PARSE_PROFILE_READING_H
#define VTOOLS_PARSE_PROFILE_READING_H

#include "lib/parse/profile_draft.h"

/*
 * Each line of the page is taken by the first rule that has something new to
 * say by it.
 */
struct profile_reading {
    const struct profile *profile;
    const struct profile_page *page;
    struct profile_drafts drafts;
    struct profile_draft page_tool, item_tool, item;
    const struct profile_section *section;
    const struct profile_item *open; /* NULL: no item is open */
    enum profile_field runs;         /* whose lines come; FIELD_TOTAL: none */
    bool has_item_tool;
    size_t floor;   /* lines before it are not above any item */
    size_t gave_up; /* searches that ended at a limit */
};

/* Reads one line; they come in order. */
void profile_read_line(struct profile_reading *r, size_t line);

/*
 * Where the page breaks off, the last lines may stand above an item whose
 * begin did not come any more: gives them back.
 */
void profile_give_back(struct profile_reading *r);

/* Ends the open item, if any. */
void profile_close_item(struct profile_reading *r);

#endif
