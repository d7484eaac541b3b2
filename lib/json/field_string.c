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

void field_add_decoded(struct bytes *out, const struct field *f)
{
    const char *at = f->raw.at, *end = at + f->raw.len;
    while (at < end) {
        const char *backslash =
            f->escaped ? memchr(at, '\\', (size_t)(end - at)) : NULL;
        bytes_add(out, at,
                  (size_t)((backslash == NULL ? end : backslash) - at));
        at = backslash == NULL ? end : backslash;
        if (at < end && at[1] == 'u') {
            bytes_add_codepoint(out, escaped_codepoint(&at, end));
        } else if (at < end) {
            bytes_add_byte(out, escaped_byte(at[1]));
            at += 2;
        }
    }
}

struct slice field_string(const struct field *f, struct arena *a, bool *failed)
{
    if (f->kind != FIELD_STRING)
        return slice_from(NULL, 0);
    if (!f->escaped)
        return f->raw;
    /* What is decoded is shorter than what it was: no buffer need grow. */
    struct bytes decoded = {.at = arena_alloc(a, f->raw.len),
                            .cap = f->raw.len};
    if (decoded.at == NULL) {
        *failed = true;
        return slice_from(NULL, 0);
    }
    field_add_decoded(&decoded, f);
    return bytes_slice(&decoded);
}
