/*
 * Parsing many pages, by one thread or several.  What comes of a page is
 * handed over in the order in which the pages were given, and so is all that
 * was told of them and between them: the number of threads never shows.
 */
#ifndef VTOOLS_PARSE_PAGE_JOBS_H
#define VTOOLS_PARSE_PAGE_JOBS_H

#include "lib/io/page.h"
#include "lib/parse/parse.h"

/* Who gets the results; called by one thread at a time. */
struct page_jobs_user {
    const struct forms_choice *choice; /* what to read by, as in parser_init */
    const struct listener *listener;
    /* Takes a page's records, JSON Lines; false: no more of them. */
    bool (*write)(void *self, struct slice records,
                  const struct parse_result *result);
    /* Hears that a page could not be parsed, and none will be from now on. */
    void (*fail)(void *self, const struct diag *d);
    void *self;
    bool at_once; /* somebody waits for each page: no several make a job */
};

struct page_jobs;

/* NULL with *d filled when there is no memory. */
struct page_jobs *page_jobs_start(size_t workers,
                                  const struct page_jobs_user *user,
                                  struct diag *d);

/* Parses a page, which is copied if need be.  False when it is of no use. */
bool page_jobs_add(struct page_jobs *jobs, const struct page *page);

/* Tells something between the pages, until no more of them are wanted. */
void page_jobs_tell(struct page_jobs *jobs, const struct diag *d);

/* Waits until everything so far is handed over; false when it is of no use. */
bool page_jobs_settle(struct page_jobs *jobs);

/* The same, for the last time. */
void page_jobs_finish(struct page_jobs *jobs);

#endif
