#include "lib/json/write.h"

#include "lib/base/decimal.h"

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
    json_write_key_slice(w, slice_of(key));
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

void json_add_string(struct bytes *out, struct slice s)
{
    bytes_add_byte(out, '"');
    size_t from = 0;
    for (size_t i = 0; i < s.len; i++) {
        unsigned char c = (unsigned char)s.at[i];
        if (c >= 0x20 && c != '"' && c != '\\')
            continue;
        bytes_add(out, s.at + from, i - from);
        add_escape(out, c);
        from = i + 1;
    }
    bytes_add(out, s.at + from, s.len - from);
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
    bytes_add_format(w->out, "%lld", (long long)n);
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
