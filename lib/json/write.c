#include "lib/json/write.h"

#include "lib/base/decimal.h"
#include "lib/base/scan16.h"

void json_write_key_slice(struct json_writer *w, struct slice key)
{
    json_write_string(w, key);
    bytes_add_byte(w->out, ':');
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

/*
 * Adds the bytes up to the first that needs an escape, and says how many.
 * They are copied sixteen at a time, past their end: there is room.
 */
static size_t add_plain(struct bytes *out, struct slice s)
{
    if (!bytes_reserve(out, s.len + SIXTEEN))
        return s.len;
    char *to = out->at + out->len;
    size_t at = 0, len;
    uint32_t found = 0;
    while (s.len - at >= SIXTEEN && found == 0) {
        struct sixteen block = scan16_load(s.at + at);
        scan16_store(block, to + at);
        found = scan16_string_ends(block);
        at += found == 0 ? SIXTEEN : scan16_first(found);
    }
    if (at < s.len && found == 0) {
        struct sixteen block = scan16_next(s.at + at, s.len - at, &len);
        scan16_store(block, to + at);
        found = scan16_string_ends(block) & scan16_before(len);
        at += found == 0 ? len : scan16_first(found);
    }
    out->len += at;
    return at;
}

void json_add_string(struct bytes *out, struct slice s)
{
    bytes_add_byte(out, '"');
    for (;;) {
        size_t plain = add_plain(out, s);
        if (plain == s.len)
            break;
        add_escape(out, (unsigned char)s.at[plain]);
        s = slice_after(s, plain + 1);
    }
    bytes_add_byte(out, '"');
}

void json_write_integer(struct json_writer *w, int64_t n)
{
    json_before_value(w);
    bytes_add_integer(w->out, n);
}

void json_write_decimal(struct json_writer *w, int64_t hundredths)
{
    json_before_value(w);
    if (hundredths == DECIMAL_UNKNOWN)
        bytes_add_string(w->out, "null");
    else
        decimal_add(w->out, hundredths);
}

void json_write_bool(struct json_writer *w, bool value)
{
    json_write_raw(w, slice_of(value ? "true" : "false"));
}
