#include "lib/json/write.h"

#include "lib/base/decimal.h"
#include "lib/base/scan.h"

static void before_value(struct json_writer *w)
{
    if (w->comma)
        bytes_add_byte(w->out, ',');
    w->comma = true;
}

void json_write_open(struct json_writer *w, char bracket)
{
    before_value(w);
    bytes_add_byte(w->out, bracket);
    w->comma = false;
}

void json_write_close(struct json_writer *w, char bracket)
{
    bytes_add_byte(w->out, bracket);
    w->comma = true;
}

void json_write_key_slice(struct json_writer *w, struct slice key)
{
    json_write_string(w, key);
    bytes_add_byte(w->out, ':');
    w->comma = false;
}

void json_write_key(struct json_writer *w, const char *key)
{
    before_value(w);
    bytes_add_byte(w->out, '"');
    bytes_add_string(w->out, key);
    bytes_add(w->out, "\":", 2);
    w->comma = false;
}

static void add_escape(struct bytes *out, unsigned char c)
{
    switch (c) {
    case '"':
        bytes_add_string(out, "\\\"");
        break;
    case '\\':
        bytes_add_string(out, "\\\\");
        break;
    case '\b':
        bytes_add_string(out, "\\b");
        break;
    case '\f':
        bytes_add_string(out, "\\f");
        break;
    case '\n':
        bytes_add_string(out, "\\n");
        break;
    case '\r':
        bytes_add_string(out, "\\r");
        break;
    case '\t':
        bytes_add_string(out, "\\t");
        break;
    default:
        bytes_add_format(out, "\\u%04X", c);
    }
}

/* How many bytes from the start need no escape. */
static size_t plain_length(struct slice s)
{
    size_t at = 0;
    for (uint64_t eight; s.len - at >= sizeof eight; at += sizeof eight) {
        memcpy(&eight, s.at + at, sizeof eight);
        if ((scan_below(eight, 0x20) | scan_equal(eight, '"') |
             scan_equal(eight, '\\')) != 0)
            break;
    }
    while (at < s.len && (unsigned char)s.at[at] >= 0x20 && s.at[at] != '"' &&
           s.at[at] != '\\')
        at++;
    return at;
}

void json_add_string(struct bytes *out, struct slice s)
{
    bytes_add_byte(out, '"');
    for (;;) {
        size_t plain = plain_length(s);
        bytes_add(out, s.at, plain);
        if (plain == s.len)
            break;
        add_escape(out, (unsigned char)s.at[plain]);
        s = slice_after(s, plain + 1);
    }
    bytes_add_byte(out, '"');
}

void json_write_string(struct json_writer *w, struct slice s)
{
    before_value(w);
    if (s.at == NULL)
        bytes_add_string(w->out, "null");
    else
        json_add_string(w->out, s);
}

void json_write_integer(struct json_writer *w, int64_t n)
{
    before_value(w);
    bytes_add_integer(w->out, n);
}

void json_write_decimal(struct json_writer *w, int64_t hundredths)
{
    before_value(w);
    if (hundredths == DECIMAL_UNKNOWN)
        bytes_add_string(w->out, "null");
    else
        decimal_add(w->out, hundredths);
}

void json_write_bool(struct json_writer *w, bool value)
{
    json_write_raw(w, slice_of(value ? "true" : "false"));
}

void json_write_null(struct json_writer *w)
{
    json_write_raw(w, slice_of("null"));
}

void json_write_raw(struct json_writer *w, struct slice json)
{
    before_value(w);
    bytes_add_slice(w->out, json);
}
