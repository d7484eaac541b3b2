#include "lib/base/scan16.h"
#include "lib/base/utf8.h"
#include "lib/json/fields.h"
#include "lib/json/walk.h"

/* The byte that an escape of two stands for. */
static char escaped_byte(char letter)
{
    switch (letter) {
    case 'b':
        return '\b';
    case 'f':
        return '\f';
    case 'n':
        return '\n';
    case 'r':
        return '\r';
    case 't':
        return '\t';
    default:
        return letter;
    }
}

/* The code point of a \u at `at`, with its second half if it has one. */
static unsigned long escaped_codepoint(const char **at, const char *end)
{
    enum { FORM = 6 };
    long unit = walk_hex4(*at + 2, end);
    *at += FORM;
    if (unit >= 0xd800 && unit <= 0xdbff && end - *at >= FORM) {
        long low = walk_hex4(*at + 2, end);
        unit = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
        *at += FORM;
    }
    return (unsigned long)unit;
}

char *field_put_escape(char *to, const char **at, const char *end)
{
    if ((*at)[1] == 'u')
        return utf8_put(to, (uint32_t)escaped_codepoint(at, end));
    *to = escaped_byte((*at)[1]);
    *at += 2;
    return to + 1;
}

/*
 * Moves bytes up to the next backslash, or the end, sixteen at a time, of
 * which some are moved too many; gives how many it was.
 */
static inline size_t put_plain(char *to, const char *at, const char *end)
{
    const char *from = at;
    for (; end - at >= SIXTEEN; at += SIXTEEN, to += SIXTEEN) {
        struct sixteen bytes = scan16_load(at);
        uint32_t escapes = scan16_equal(bytes, '\\');
        scan16_store(bytes, to);
        if (escapes != 0)
            return (size_t)(at - from) + scan16_first(escapes);
    }
    for (; at < end && *at != '\\'; at++)
        *to++ = *at;
    return (size_t)(at - from);
}

/* Decodes to where there is room for as much as it was; gives what follows. */
static char *decode(char *to, struct slice raw)
{
    const char *at = raw.at, *end = at + raw.len;
    for (;;) {
        size_t len = put_plain(to, at, end);
        at += len;
        to += len;
        if (at == end)
            return to;
        to = field_put_escape(to, &at, end);
    }
}

void field_add_decoded(struct bytes *out, const struct field *f)
{
    if (!f->escaped)
        bytes_add_slice(out, f->raw);
    else if (bytes_reserve(out, f->raw.len))
        out->len = (size_t)(decode(out->at + out->len, f->raw) - out->at);
}

struct slice field_string(const struct field *f, struct arena *a, bool *failed)
{
    if (f->kind != FIELD_STRING)
        return slice_from(NULL, 0);
    if (!f->escaped)
        return f->raw;
    char *decoded = arena_alloc(a, f->raw.len);
    if (decoded == NULL) {
        *failed = true;
        return slice_from(NULL, 0);
    }
    return slice_from(decoded, (size_t)(decode(decoded, f->raw) - decoded));
}
