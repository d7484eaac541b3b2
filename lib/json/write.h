/*
 * Writing JSON: compact, UTF-8, byte for byte what jansson's json_dumpb
 * writes with JSON_COMPACT.  Strings must be valid UTF-8.
 */
#ifndef VTOOLS_JSON_WRITE_H
#define VTOOLS_JSON_WRITE_H

#include <stdint.h>

#include "lib/base/bytes.h"

/*
 * Puts commas where they belong.  Failures are those of `out`.  Start with
 * {.out = buffer}.
 */
struct json_writer {
    struct bytes *out;
    bool comma; /* whether a value stands before in the same container */
};

void json_write_open(struct json_writer *w, char bracket);
void json_write_close(struct json_writer *w, char bracket);

/* A key of our own, in which nothing needs an escape; and any other. */
void json_write_key(struct json_writer *w, const char *key);
void json_write_key_slice(struct json_writer *w, struct slice key);

/* An unknown slice is written as null. */
void json_write_string(struct json_writer *w, struct slice s);
void json_write_integer(struct json_writer *w, int64_t n);

/* Hundredths, shortest; DECIMAL_UNKNOWN is null. */
void json_write_decimal(struct json_writer *w, int64_t hundredths);
void json_write_bool(struct json_writer *w, bool value);
void json_write_null(struct json_writer *w);

/* JSON text as it stands. */
void json_write_raw(struct json_writer *w, struct slice json);

/* Adds a string with its quotation marks. */
void json_add_string(struct bytes *out, struct slice s);

#endif
