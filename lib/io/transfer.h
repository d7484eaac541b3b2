/*
 * How bodies are wrapped up for their way: in chunks (HTTP), compressed, or
 * written in ASCII (mail).  All unwrapping takes what is there: where a body
 * is damaged, what could be read so far has been added to *out.
 */
#ifndef VTOOLS_IO_TRANSFER_H
#define VTOOLS_IO_TRANSFER_H

#include "lib/base/bytes.h"
#include "lib/base/diag.h"

enum transfer_result {
    TRANSFER_WHOLE,
    TRANSFER_NOT_SO,      /* it is not wrapped up like that; nothing is added */
    TRANSFER_DAMAGED,     /* the message says how */
    TRANSFER_TOO_LARGE,   /* more than `most` bytes; not all are added */
    TRANSFER_UNSUPPORTED, /* the message says what; nothing is added */
    TRANSFER_FAILED       /* no memory */
};

/* HTTP's chunks (RFC 9112). */
enum transfer_result transfer_read_chunks(struct slice body, struct bytes *out,
                                          struct diag *d);

/* One coding of HTTP's Content-Encoding. */
enum transfer_result transfer_unpack(struct slice body, struct slice coding,
                                     size_t most, struct bytes *out,
                                     struct diag *d);

/* Both never fail: what is no code stands as it is, or is passed over. */
void transfer_add_quoted_printable(struct bytes *out, struct slice body);
void transfer_add_base64(struct bytes *out, struct slice body);

#endif
