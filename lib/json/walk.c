#include "lib/json/walk.h"

#include "lib/base/utf8.h"

/*
 * Declining is always right, accepting must be: so the walker takes only
 * what is plainly valid, and leaves deep nesting, numbers near the limits of
 * their types, escaped keys and stray control bytes to jansson.
 */
enum {
    DEPTH_MOST = 64,
    DEPTH_TRUSTED = 2048, /* jansson's own limit */
    INTEGER_DIGITS_MOST = 18,
    REAL_LENGTH_MOST = 100,
    EXPONENT_DIGITS_MOST = 2
};

void walk_long_space(struct walk *w)
{
    while (w->at < w->end && (*w->at == ' ' || *w->at == '\t' ||
                              *w->at == '\r' || *w->at == '\n'))
        w->at++;
}

static int hex_digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

/* The four hex digits at `at`, or -1. */
long walk_hex4(const char *at, const char *end)
{
    if (end - at < 4)
        return -1;
    long value = 0;
    for (int i = 0; i < 4; i++) {
        int digit = hex_digit(at[i]);
        if (digit < 0)
            return -1;
        value = value * 16 + digit;
    }
    return value;
}

bool walk_escape(struct walk *w)
{
    if (w->at == w->end)
        return false;
    char c = *w->at++;
    if (c != 'u')
        return c == '"' || c == '\\' || c == '/' || c == 'b' || c == 'f' ||
               c == 'n' || c == 'r' || c == 't';
    long unit = walk_hex4(w->at, w->end);
    if (unit <= 0 || (unit >= 0xdc00 && unit <= 0xdfff))
        return false;
    w->at += 4;
    if (unit < 0xd800 || unit > 0xdbff)
        return true;
    if (w->end - w->at < 6 || w->at[0] != '\\' || w->at[1] != 'u')
        return false;
    long low = walk_hex4(w->at + 2, w->end);
    w->at += 6;
    return low >= 0xdc00 && low <= 0xdfff;
}

bool walk_any_string(struct walk *w, struct slice *raw, bool *escaped)
{
    const char *from = w->at;
    bool past_ascii = false;
    *escaped = false;
    for (;;) {
        w->at = w->wide->plain_end(w->at, w->end, &past_ascii);
        if (w->at == w->end)
            return false;
        char c = *w->at++;
        if (c == '"')
            break;
        *escaped = true;
        if (c != '\\' || !walk_escape(w))
            return false;
    }
    *raw = slice_from(from, (size_t)(w->at - 1 - from));
    return !past_ascii || w->trusted ||
           utf8_valid_by(w->wide, *raw) == raw->len;
}

static size_t walk_digits(struct walk *w)
{
    const char *from = w->at;
    while (w->at < w->end && *w->at >= '0' && *w->at <= '9')
        w->at++;
    return (size_t)(w->at - from);
}

static bool walk_number(struct walk *w)
{
    const char *from = w->at;
    walk_take(w, '-');
    bool zero = w->at < w->end && *w->at == '0';
    size_t digits = walk_digits(w);
    if (digits == 0 || (zero && digits > 1))
        return false;
    bool real = false;
    if (walk_take(w, '.')) {
        real = true;
        if (walk_digits(w) == 0)
            return false;
    }
    size_t exponent = 0;
    if (w->at < w->end && (*w->at == 'e' || *w->at == 'E')) {
        real = true;
        w->at++;
        if (!walk_take(w, '-'))
            walk_take(w, '+');
        exponent = walk_digits(w);
        if (exponent == 0)
            return false;
    }
    if (w->trusted)
        return true;
    return real ? exponent <= EXPONENT_DIGITS_MOST &&
                      w->at - from <= REAL_LENGTH_MOST
                : digits <= INTEGER_DIGITS_MOST;
}

static bool walk_word(struct walk *w, const char *word)
{
    size_t len = strlen(word);
    if ((size_t)(w->end - w->at) < len || memcmp(w->at, word, len) != 0)
        return false;
    w->at += len;
    return true;
}

static bool walk_scalar(struct walk *w, struct field *f)
{
    if (w->at == w->end)
        return false;
    switch (*w->at) {
    case '"':
        w->at++;
        f->kind = FIELD_STRING;
        return walk_string(w, &f->raw, &f->escaped);
    case 't':
        f->kind = FIELD_TRUE;
        return walk_word(w, "true");
    case 'f':
        f->kind = FIELD_FALSE;
        return walk_word(w, "false");
    case 'n':
        f->kind = FIELD_NULL;
        return walk_word(w, "null");
    default:
        f->kind = FIELD_NUMBER;
        return walk_number(w);
    }
}

static bool walk_key(struct walk *w)
{
    struct slice raw;
    bool escaped;
    if (!walk_take(w, '"') || !walk_string(w, &raw, &escaped))
        return false;
    walk_space(w);
    return walk_take(w, ':');
}

/*
 * Passes a container, `at` standing on its bracket.  The kinds of the open
 * containers are bits in a row, so no recursion follows a hostile line.
 */
static bool walk_container(struct walk *w)
{
    unsigned char objects[DEPTH_TRUSTED / 8 + 1] = {0};
    size_t most = w->trusted ? DEPTH_TRUSTED : DEPTH_MOST;
    size_t depth = 0;
    bool want_value = true; /* else a comma or the end of a container */
    do {
        walk_space(w);
        if (w->at == w->end)
            return false;
        bool in_object =
            depth != 0 && (objects[depth / 8] >> depth % 8 & 1) != 0;
        char c = *w->at;
        if (want_value && (c == '{' || c == '[')) {
            if (++depth > most)
                return false;
            w->at++;
            unsigned char bit = (unsigned char)(1u << depth % 8);
            if (c == '{')
                objects[depth / 8] |= bit;
            else
                objects[depth / 8] &= (unsigned char)~bit;
            walk_space(w);
            if (walk_take(w, c == '{' ? '}' : ']')) {
                depth--;
                want_value = false;
            } else if (c == '{' && !walk_key(w)) {
                return false;
            }
        } else if (want_value) {
            struct field ignored;
            if (!walk_scalar(w, &ignored))
                return false;
            want_value = false;
        } else if (walk_take(w, in_object ? '}' : ']')) {
            depth--;
        } else {
            if (!walk_take(w, ','))
                return false;
            walk_space(w);
            if (in_object && !walk_key(w))
                return false;
            want_value = true;
        }
    } while (depth != 0);
    return true;
}

bool walk_any_value(struct walk *w, struct field *f)
{
    const char *from = w->at;
    *f = (struct field){.at = from};
    if (w->at < w->end && (*w->at == '{' || *w->at == '[')) {
        f->kind = *w->at == '{' ? FIELD_OBJECT : FIELD_ARRAY;
        if (!walk_container(w))
            return false;
    } else if (!walk_scalar(w, f)) {
        return false;
    }
    if (f->kind != FIELD_STRING)
        f->raw = slice_from(from, (size_t)(w->at - from));
    return true;
}
