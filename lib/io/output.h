/*
 * Checked output.  Every byte goes through here; the first failure is kept
 * and said once.  A file is written beside its place and renamed into it when
 * all of it is on the disk, so nobody ever sees half of one.
 */
#ifndef VTOOLS_IO_OUTPUT_H
#define VTOOLS_IO_OUTPUT_H

#include "lib/base/bytes.h"
#include "lib/base/diag.h"

struct output {
    const char *name; /* of the file, or "-"; the caller's */
    char *temporary;  /* where a file is written until it is done */
    int fd;
    int error; /* errno of the first failure, 0 while all is well */
    bool line_buffered;
    struct bytes pending;
};

/* Opens `name`, "-" being standard output.  False with *d filled. */
bool output_open(struct output *o, const char *name, struct diag *d);

/* Adds bytes; a failure shows in output_ok and at output_close. */
void output_write(struct output *o, struct slice s);

/* Writes out what is pending. */
void output_flush(struct output *o);

/* False once a write failed; there is no use in going on then. */
static inline bool output_ok(const struct output *o)
{
    return o->error == 0;
}

/* Whether writing failed because nobody reads the pipe any more. */
bool output_reader_gone(const struct output *o);

/*
 * Flushes and, for a file, puts it in its place.  False with *d filled when
 * anything went wrong since output_open.
 */
bool output_close(struct output *o, struct diag *d);

/* Throws away what was written; the file's place keeps what it had. */
void output_discard(struct output *o);

#endif
