/*
 * A document made of records.  They are rendered as they come, except that
 * verdicts that follow each other form one list, and so do changes; other
 * types that have listings form one listing a type.  Of all these what the
 * formats show is kept until the list ends.
 */
#ifndef VTOOLS_RENDER_DOCUMENT_H
#define VTOOLS_RENDER_DOCUMENT_H

#include "lib/base/arena.h"
#include "lib/record/stream.h"
#include "lib/render/atom.h"
#include "lib/render/format.h"
#include "lib/render/listings.h"
#include "lib/render/mail.h"
#include "lib/render/site.h"

enum {
    RENDER_WIDTH_LEAST = 20,
    RENDER_WIDTH_MOST = 500,
    IGNORED_TYPES_MOST = 32,
    LISTINGS_MOST = 32 /* that wait at once */
};

/* What some of the formats ask for. */
struct render_settings {
    size_t width;       /* of text, in columns */
    bool color;         /* of text */
    bool raw;           /* strings in cells of tables as they are */
    int64_t now;        /* in seconds since 1970 */
    struct slice title; /* of a page in html; unknown: what it holds */
    const struct mail_settings *mail; /* NULL: nothing is said */
    const struct atom_settings *atom; /* the same */
    const struct site_settings *site; /* the same */
};

/* Records of a type that the format has no place for. */
struct ignored_type {
    struct slice name; /* unknown: of all further types */
    size_t count;
};

struct document {
    const struct format *format;
    struct render_settings settings;
    struct bytes out; /* ready to be written; the caller takes it away */

    size_t sections; /* begun so far; counted by the format */
    void *own;       /* the format's, which frees it */
    const struct json_value *record_value; /* all of the record at hand */

    /*
     * For a format that writes its beginning last: the rest of it, a list of
     * the sections, and where in the body the first one's title stands.
     */
    struct bytes body, contents;
    size_t title_from, title_to;

    struct ignored_type ignored[IGNORED_TYPES_MOST];
    size_t ignored_count;

    /* Private: the lists that wait for their end. */
    struct arena record, kept;
    struct verdict *verdicts;
    size_t verdict_count, verdict_cap;
    struct change *changes;
    size_t change_count, change_cap;
    struct listing listings[LISTINGS_MOST];
    const struct listed_type *listed[LISTINGS_MOST]; /* what each is of */
    size_t listing_count;
};

void document_begin(struct document *document, const struct format *format,
                    struct render_settings settings);

/*
 * Takes one line, which holds a record.  RECORD_REJECTED with *d filled when
 * it is no record that can be read, RECORD_STOP when there is no memory.
 */
enum record_answer document_take(struct document *document,
                                 const struct record_line *line,
                                 struct diag *d);

/* The same with what json_line_read made of the line, which stays alive. */
enum record_answer document_take_read(struct document *document,
                                      const struct record_line *line,
                                      const struct json_value *value,
                                      struct diag *d);

/*
 * Counts a record of a type that the format has no place for.  False without
 * memory.
 */
bool document_ignore(struct document *document, struct slice type);

/* Renders what waits, and the end.  False with *d filled without memory. */
bool document_end(struct document *document, struct diag *d);

void document_free(struct document *document);

#endif
