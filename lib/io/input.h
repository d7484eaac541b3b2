/* Opening and reading whole inputs.  "-" is standard input. */
#ifndef VTOOLS_IO_INPUT_H
#define VTOOLS_IO_INPUT_H

#include "lib/base/bytes.h"
#include "lib/base/diag.h"

/* A descriptor open for reading, or -1 with *d filled. */
int input_open(const char *name, struct diag *d);

/* Whether it is a regular file, of *size bytes, which can be read again. */
bool input_is_file(const char *name, size_t *size);

/* Closes what input_open returned; standard input stays open. */
void input_close(int fd);

enum input_result {
    INPUT_READ,
    INPUT_TOO_LARGE, /* more than `most` bytes; *out holds the first of them */
    INPUT_FAILED     /* *d says why */
};

/* Reads all there is into *out, which is cleared first. */
enum input_result input_read_all(int fd, const char *name, size_t most,
                                 struct bytes *out, struct diag *d);

/* read(2), tried again when a signal interrupted it. */
long input_read_some(int fd, void *at, size_t len);

#endif
