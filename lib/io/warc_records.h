/*
 * The records of WARC files: where they begin and end, whatever their headers
 * say.
 */
#ifndef VTOOLS_IO_WARC_RECORDS_H
#define VTOOLS_IO_WARC_RECORDS_H

#include "lib/io/pages.h"

enum {
    WARC_HEADER_MOST = 64 * 1024,
    WARC_RECORD_ROOM = 1024 * 1024 /* of a record beside the page in it */
};

struct warc {
    struct page_reader *reader;
    struct byte_stream *in;
    const char *file;
};

/* Slices are of the reader's `header`. */
struct warc_record {
    size_t offset;
    struct slice type, header; /* the latter without its first line */
    size_t length;             /* as stated; 0 when it is not */
};

/*
 * Moves on to the next record.  What stands before it, but for empty lines,
 * belongs to no record, which is told.  False at the end.
 */
bool warc_find_record(struct warc *w);

/* Reads a record's header and moves behind it; false when it is broken. */
bool warc_read_header(struct warc *w, struct warc_record *record);

/*
 * The content of a record, in the stream's window.  Where the stated length
 * does not lead to another record, the next one is searched for; *whole is
 * where that begins, or the content ends.  Unknown when the record has more
 * than `most` bytes.
 */
struct slice warc_find_content(struct warc *w, const struct warc_record *record,
                               size_t most, size_t *whole);

#endif
