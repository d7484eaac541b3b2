/*
 * Records in the making: what the rules of a profile took for a tool or a
 * review so far.  Private to the profile's own files.
 */
#ifndef VTOOLS_PARSE_PROFILE_DRAFT_H
#define VTOOLS_PARSE_PROFILE_DRAFT_H

#include "lib/base/table.h"
#include "lib/parse/profile_rules.h"

/* The lines of a field that has many. */
struct profile_parts {
    struct slice *at;
    size_t count, cap;
};

struct profile_draft {
    enum profile_kind kind;
    struct slice values[FIELD_TOTAL];
    struct profile_parts parts[FIELD_TOTAL];
    size_t line;    /* index of the one that it begins with */
    size_t tool;    /* its place among the records, once it has a name */
    bool truncated; /* the page breaks off in it */
};

/* What became of the drafts of a page, for one note each. */
struct profile_oddities {
    size_t empty;   /* reviews that say nothing */
    size_t unnamed; /* tools without a name */
    size_t words;   /* verdict words that the profile does not map */
    struct slice first_word;
    size_t ratings; /* ratings that are none */
    struct slice first_rating;
};

struct profile_drafts {
    const struct profile *profile;
    const struct page_lines *lines;
    struct page_records *records;
    struct table named; /* tools by name and tagline */
    struct profile_oddities oddities;
};

void profile_draft_begin(struct profile_draft *draft, enum profile_kind kind,
                         size_t line);

/*
 * Takes the groups of the last match; false when there is nothing that the
 * draft does not have yet.  The line being the last of a page that may break
 * off in it, only what surely is whole is taken.
 */
bool profile_draft_take(struct profile_drafts *d, struct profile_draft *draft,
                        const struct profile_rule *rule,
                        const struct matcher *matcher,
                        const struct page_line *line);

/* Takes a whole line for a field that has many. */
void profile_draft_add(struct profile_drafts *d, struct profile_draft *draft,
                       enum profile_field field, const struct page_line *line);

/* Gives back what was taken from a line that is part of something else. */
void profile_draft_forget(struct profile_draft *draft,
                          const struct page_line *line);

/* Makes a record of the draft; `tool` is what a review without a name is of. */
void profile_draft_finish(struct profile_drafts *d, struct profile_draft *draft,
                          struct profile_draft *tool);

#endif
