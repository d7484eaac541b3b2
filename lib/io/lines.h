/*
 * Lines of a descriptor, read in blocks.  A line ends at LF or at the end of
 * the input; the LF is not part of it.  A line is never held past `most`
 * bytes: a longer one is handed out in pieces.
 */
#ifndef VTOOLS_IO_LINES_H
#define VTOOLS_IO_LINES_H

#include "lib/base/bytes.h"
#include "lib/base/diag.h"

struct line_reader {
    int fd;
    const char *source; /* the caller's; names the input in diagnostics */
    size_t most;        /* the longest line handed out whole */
    size_t number;      /* of the line handed out last, from 1 */
    char *buffer;
    size_t cap, start, end;
    bool at_end, in_long_line;
};

enum line_result {
    LINE_WHOLE,
    LINE_PIECE, /* of a line longer than `most`; more may follow */
    LINE_NONE,  /* the end of the input */
    LINE_FAILED /* *d says why */
};

void line_reader_init(struct line_reader *r, int fd, const char *source,
                      size_t most);
void line_reader_free(struct line_reader *r);

/* The next line; *line is valid until the next call. */
enum line_result line_reader_next(struct line_reader *r, struct slice *line,
                                  struct diag *d);

/*
 * After a LINE_PIECE: the next piece of the same line, LINE_WHOLE for its
 * last one.
 */
enum line_result line_reader_more(struct line_reader *r, struct slice *piece,
                                  struct diag *d);

#endif
