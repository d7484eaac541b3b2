/*
 * Profiles: files of patterns that say how the pages of a site are to be
 * read, see vprofile(5).
 *
 * A profile is read once and may serve many pages at the same time; it owns
 * its memory.
 */
#ifndef VTOOLS_PARSE_PROFILE_H
#define VTOOLS_PARSE_PROFILE_H

#include "lib/base/diag.h"
#include "lib/io/page.h"
#include "lib/parse/lines.h"
#include "lib/parse/records.h"

struct profile;
struct matcher;

/*
 * Reads a profile.  `source` names it in diagnostics, `name` in records.
 * Every fault is told to the listener; NULL with *d filled when there was one
 * or when there is no memory.
 */
struct profile *profile_new(struct slice text, const char *source,
                            struct slice name, const struct listener *listener,
                            struct diag *d);
void profile_free(struct profile *p);

struct slice profile_name(const struct profile *p);

/* "profile:NAME", as records have it. */
struct slice profile_syntax(const struct profile *p);

/* Whether it has patterns for the built-in form. */
bool profile_has_form(const struct profile *p);

/* The verdict of a word, the profile's or a plain one; or unknown. */
enum judgement profile_judge(const struct profile *p, struct slice word);

/* A page that is to be read by a profile. */
struct profile_page {
    const struct page *page;
    const struct page_lines *lines;
    struct matcher *matcher;
    struct page_records *records;    /* what is read is added to these */
    const struct listener *listener; /* hears of oddities and the trace */
};

/*
 * The key by which the page is not one that the profile is for; unknown when
 * it is one.
 */
struct slice profile_misfit(const struct profile *p,
                            const struct profile_page *page);

/*
 * Reads the page; whether that gave any record.  If not, *vain is how many
 * items it has that say nothing.
 */
bool profile_read(const struct profile *p, const struct profile_page *page,
                  size_t *vain);

/*
 * The profiles that come with the programs.  The text is a list of lines with
 * their LF, ended by NULL; NULL when there is none of that name.
 */
const char *const *profile_shipped(struct slice name);

/* Their names, from number 0 on; NULL behind the last. */
const char *profile_shipped_name(size_t number);

/* Reads one of them by its name. */
struct profile *profile_new_shipped(const char *name, struct diag *d);

#endif
