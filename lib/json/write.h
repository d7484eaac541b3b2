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

/* Adds a string with its quotation marks. */
void json_add_string(struct bytes *out, struct slice s);

static inline void json_before_value(struct json_writer *w)
{
    if (w->comma)
        bytes_add_byte(w->out, ',');
    w->comma = true;
}

static inline void json_write_open(struct json_writer *w, char bracket)
{
    json_before_value(w);
    bytes_add_byte(w->out, bracket);
    w->comma = false;
}

static inline void json_write_close(struct json_writer *w, char bracket)
{
    bytes_add_byte(w->out, bracket);
    w->comma = true;
}

/*
 * A key of our own, in which nothing needs an escape.  Keys are literals: in
 * line, each is a few moves of known length.
 */
static inline void json_write_key(struct json_writer *w, const char *key)
{
    size_t len = strlen(key);
    struct bytes *out = w->out;
    if (!bytes_reserve(out, len + strlen(",\"\":")))
        return;
    char *at = out->at + out->len;
    *at = ',';
    at += w->comma;
    *at++ = '"';
    memcpy(at, key, len);
    at += len;
    *at++ = '"';
    *at++ = ':';
    out->len = (size_t)(at - out->at);
    w->comma = false;
}

/* Any other key. */
void json_write_key_slice(struct json_writer *w, struct slice key);

/* JSON text as it stands. */
static inline void json_write_raw(struct json_writer *w, struct slice json)
{
    json_before_value(w);
    bytes_add_slice(w->out, json);
}

static inline void json_write_null(struct json_writer *w)
{
    static const struct slice null = SLICE("null");
    json_write_raw(w, null);
}

/* An unknown slice is written as null. */
static inline void json_write_string(struct json_writer *w, struct slice s)
{
    if (s.at == NULL) {
        json_write_null(w);
        return;
    }
    json_before_value(w);
    json_add_string(w->out, s);
}

void json_write_integer(struct json_writer *w, int64_t n);

/* Hundredths, shortest; DECIMAL_UNKNOWN is null. */
void json_write_decimal(struct json_writer *w, int64_t hundredths);
void json_write_bool(struct json_writer *w, bool value);

#endif
