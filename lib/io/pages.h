/*
 * What the readers of all containers share: handing out pages, and telling
 * and counting what is wrong with an input.
 *
 * There are three kinds of trouble.  A page that cannot be read is rejected.
 * Damage that leaves a page, or all but a part of the input, is told.  What is
 * no page, as the crawler itself says, is passed over and counted.
 */
#ifndef VTOOLS_IO_PAGES_H
#define VTOOLS_IO_PAGES_H

#include "lib/io/format.h"
#include "lib/io/output.h"
#include "lib/io/page.h"
#include "lib/io/stream.h"

enum page_skip {
    SKIPPED_STATUS, /* an HTTP status other than 200 */
    SKIPPED_TYPE,   /* neither HTML nor text */
    SKIPPED_EMPTY,
    SKIPPED_PART, /* a later part of a record in several */
    SKIPPED_KINDS
};

struct page_reader {
    enum page_format format;         /* PAGES_AUTO: as each input looks */
    size_t page_most, line_most;     /* in bytes, of what is not rejected */
    bool strict;                     /* stop at the first rejected page */
    struct slice url;                /* of pages whose source gives none */
    struct output *rejects;          /* NULL: not kept */
    const struct listener *listener; /* hears of every trouble */
    /* What is done with a page; false to stop. */
    bool (*take)(void *self, const struct page *page);
    /* Waits until the pages so far are done with; false to stop. */
    bool (*settle)(void *self);
    void *self;

    size_t taken, rejected, damaged, unreadable; /* so far, in all inputs */

    /* Private. */
    size_t skipped[SKIPPED_KINDS];      /* in the file at hand */
    struct bytes name;                  /* of the page at hand */
    struct bytes header, type, fetched; /* of the page at hand */
    struct bytes body[2];               /* the stages of unwrapping it */
};

void page_reader_free(struct page_reader *r);

/* All return whether to go on. */

/*
 * Hands a page out, unless it is empty, too large or no text.  page->name
 * NULL: the page is all of its file; else page_reader_name made it.
 */
bool page_reader_take(struct page_reader *r, struct page *page);

/*
 * Rejects input of which `bytes` are the beginning; without memory, when
 * nothing is wrong with it, reading fails and ends instead.
 */
bool page_reader_reject(struct page_reader *r, struct slice bytes,
                        const struct diag *d);

/*
 * To be called before anything is rejected, so that what was rejected before
 * it is kept first, and strict readers stop at the first.
 */
bool page_reader_settle(struct page_reader *r);

/* Rejects what is larger than page_most, reading on to keep all of it. */
bool page_reader_reject_large(struct page_reader *r, const char *name,
                              struct byte_stream *s);

/* Tells of damage. */
void page_reader_tell(struct page_reader *r, const struct diag *d);

/* Tells of no memory or of a file that cannot be read. */
void page_reader_fail(struct page_reader *r, const struct diag *d);

/* Tells why the stream ended, if it did so before its time. */
void page_reader_tell_end(struct page_reader *r, const struct byte_stream *s);

/* Tells how much of a file was passed over. */
void page_reader_tell_skipped(struct page_reader *r, const char *file);

/* A name for what stands at an offset of a file; valid until the next. */
const char *page_reader_name(struct page_reader *r, const char *file,
                             size_t offset);

/* Sets the page's media type and charset by a Content-Type value. */
void page_reader_set_type(struct page_reader *r, struct page *page,
                          struct slice content_type);

/* Sets the page's time by a date of any form, if it is one. */
void page_reader_set_time(struct page_reader *r, struct page *page,
                          struct slice date);

/* Whether a media type may be that of a page; an unknown one may. */
bool page_type_may_be_read(struct slice type);

#endif
