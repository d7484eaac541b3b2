#include "lib/json/fields.h"

#include "lib/base/utf8.h"
#include "lib/json/tree.h"

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

struct walk {
    const char *at, *end;
    const char *line;
    bool trusted; /* jansson has taken the line: nothing is checked again */
};

void field_reader_init(struct field_reader *r, const struct slice *names,
                       size_t count)
{
    *r = (struct field_reader){.names = names, .count = count};
}

static void skip_space(struct walk *w)
{
    while (w->at < w->end && (*w->at == ' ' || *w->at == '\t' ||
                              *w->at == '\r' || *w->at == '\n'))
        w->at++;
}

static bool take(struct walk *w, char c)
{
    if (w->at == w->end || *w->at != c)
        return false;
    w->at++;
    return true;
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
static long hex4(const char *at, const char *end)
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

/* Passes an escape, `at` standing behind the backslash. */
static bool skip_escape(struct walk *w)
{
    if (w->at == w->end)
        return false;
    char c = *w->at++;
    if (c != 'u')
        return memchr("\"\\/bfnrt", c, 8) != NULL;
    long unit = hex4(w->at, w->end);
    if (unit <= 0 || (unit >= 0xdc00 && unit <= 0xdfff))
        return false;
    w->at += 4;
    if (unit < 0xd800 || unit > 0xdbff)
        return true;
    if (w->end - w->at < 6 || w->at[0] != '\\' || w->at[1] != 'u')
        return false;
    long low = hex4(w->at + 2, w->end);
    w->at += 6;
    return low >= 0xdc00 && low <= 0xdfff;
}

/* Passes a string, `at` standing behind its first quotation mark. */
static bool skip_string(struct walk *w, struct slice *raw, bool *escaped)
{
    const char *from = w->at;
    *escaped = false;
    while (w->at < w->end) {
        unsigned char c = (unsigned char)*w->at;
        if (c == '"') {
            *raw = slice_from(from, (size_t)(w->at - from));
            w->at++;
            return true;
        }
        w->at++;
        if (c == '\\') {
            *escaped = true;
            if (!skip_escape(w))
                return false;
        } else if (c < 0x20) {
            return false;
        }
    }
    return false;
}

static size_t skip_digits(struct walk *w)
{
    const char *from = w->at;
    while (w->at < w->end && *w->at >= '0' && *w->at <= '9')
        w->at++;
    return (size_t)(w->at - from);
}

static bool skip_number(struct walk *w)
{
    const char *from = w->at;
    take(w, '-');
    bool zero = w->at < w->end && *w->at == '0';
    size_t digits = skip_digits(w);
    if (digits == 0 || (zero && digits > 1))
        return false;
    bool real = false;
    if (take(w, '.')) {
        real = true;
        if (skip_digits(w) == 0)
            return false;
    }
    size_t exponent = 0;
    if (w->at < w->end && (*w->at == 'e' || *w->at == 'E')) {
        real = true;
        w->at++;
        if (!take(w, '-'))
            take(w, '+');
        exponent = skip_digits(w);
        if (exponent == 0)
            return false;
    }
    if (w->trusted)
        return true;
    return real ? exponent <= EXPONENT_DIGITS_MOST &&
                      w->at - from <= REAL_LENGTH_MOST
                : digits <= INTEGER_DIGITS_MOST;
}

static bool skip_word(struct walk *w, const char *word)
{
    size_t len = strlen(word);
    if ((size_t)(w->end - w->at) < len || memcmp(w->at, word, len) != 0)
        return false;
    w->at += len;
    return true;
}

static bool skip_scalar(struct walk *w, struct field *f)
{
    if (w->at == w->end)
        return false;
    switch (*w->at) {
    case '"':
        w->at++;
        f->kind = FIELD_STRING;
        return skip_string(w, &f->raw, &f->escaped);
    case 't':
        f->kind = FIELD_TRUE;
        return skip_word(w, "true");
    case 'f':
        f->kind = FIELD_FALSE;
        return skip_word(w, "false");
    case 'n':
        f->kind = FIELD_NULL;
        return skip_word(w, "null");
    default:
        f->kind = FIELD_NUMBER;
        return skip_number(w);
    }
}

static bool skip_key(struct walk *w)
{
    struct slice raw;
    bool escaped;
    if (!take(w, '"') || !skip_string(w, &raw, &escaped))
        return false;
    skip_space(w);
    return take(w, ':');
}

/*
 * Passes a container, `at` standing on its bracket.  The kinds of the open
 * containers are bits in a row, so no recursion follows a hostile line.
 */
static bool skip_container(struct walk *w)
{
    unsigned char objects[DEPTH_TRUSTED / 8 + 1] = {0};
    size_t most = w->trusted ? DEPTH_TRUSTED : DEPTH_MOST;
    size_t depth = 0;
    bool want_value = true; /* else a comma or the end of a container */
    do {
        skip_space(w);
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
            skip_space(w);
            if (take(w, c == '{' ? '}' : ']')) {
                depth--;
                want_value = false;
            } else if (c == '{' && !skip_key(w)) {
                return false;
            }
        } else if (want_value) {
            struct field ignored;
            if (!skip_scalar(w, &ignored))
                return false;
            want_value = false;
        } else if (take(w, in_object ? '}' : ']')) {
            depth--;
        } else {
            if (!take(w, ','))
                return false;
            skip_space(w);
            if (in_object && !skip_key(w))
                return false;
            want_value = true;
        }
    } while (depth != 0);
    return true;
}

static bool skip_value(struct walk *w, struct field *f)
{
    const char *from = w->at;
    *f = (struct field){.column = (size_t)(from - w->line) + 1};
    if (w->at < w->end && (*w->at == '{' || *w->at == '[')) {
        f->kind = *w->at == '{' ? FIELD_OBJECT : FIELD_ARRAY;
        if (!skip_container(w))
            return false;
    } else if (!skip_scalar(w, f)) {
        return false;
    }
    if (f->kind != FIELD_STRING)
        f->raw = slice_from(from, (size_t)(w->at - from));
    return true;
}

/* Which name this key is, the one that stood here last tried first. */
static size_t find_name(struct field_reader *r, struct slice key, size_t place)
{
    if (place < FIELD_NAMES_MOST && r->guesses[place] < r->count &&
        slice_equal(r->names[r->guesses[place]], key))
        return r->guesses[place];
    for (size_t i = 0; i < r->count; i++) {
        if (!slice_equal(r->names[i], key))
            continue;
        if (place < FIELD_NAMES_MOST)
            r->guesses[place] = (unsigned char)i;
        return i;
    }
    return r->count;
}

static size_t find_escaped_name(struct field_reader *r, struct slice raw)
{
    struct bytes decoded = {0};
    struct field key = {.kind = FIELD_STRING, .escaped = true, .raw = raw};
    field_add_decoded(&decoded, &key);
    size_t found = decoded.failed
                       ? r->count
                       : find_name(r, bytes_slice(&decoded), FIELD_NAMES_MOST);
    bytes_free(&decoded);
    return found;
}

static bool walk_member(struct field_reader *r, struct walk *w, size_t place,
                        struct field *fields, struct bytes *others)
{
    const char *from = w->at;
    struct slice key;
    bool escaped;
    if (!take(w, '"') || !skip_string(w, &key, &escaped))
        return false;
    if (escaped && !w->trusted)
        return false;
    size_t name =
        escaped ? find_escaped_name(r, key) : find_name(r, key, place);
    skip_space(w);
    if (!take(w, ':'))
        return false;
    skip_space(w);
    struct field value;
    if (!skip_value(w, &value))
        return false;
    if (name < r->count) {
        fields[name] = value;
    } else if (others != NULL) {
        bytes_add_byte(others, ',');
        bytes_add(others, from, (size_t)(w->at - from));
    }
    return true;
}

static bool walk_line(struct field_reader *r, struct walk *w,
                      struct field *fields, struct bytes *others)
{
    memset(fields, 0, r->count * sizeof *fields);
    if (others != NULL)
        bytes_clear(others);
    skip_space(w);
    if (!take(w, '{'))
        return false;
    skip_space(w);
    bool more = !take(w, '}');
    for (size_t place = 0; more; place++) {
        if (!walk_member(r, w, place, fields, others))
            return false;
        skip_space(w);
        more = take(w, ',');
        if (more)
            skip_space(w);
        else if (!take(w, '}'))
            return false;
    }
    skip_space(w);
    return w->at == w->end;
}

bool fields_walk(struct field_reader *r, struct slice line,
                 struct field *fields, struct bytes *others)
{
    struct walk w = {line.at, line.at + line.len, line.at, false};
    return utf8_valid(line) == line.len && walk_line(r, &w, fields, others);
}

enum fields_result fields_read(struct field_reader *r, struct slice line,
                               const char *source, size_t number,
                               struct field *fields, struct bytes *others,
                               struct diag *d)
{
    if (fields_walk(r, line, fields, others))
        return FIELDS_READ;
    json_t *value = tree_read_line(line, source, number, d);
    if (value == NULL)
        return FIELDS_REFUSED;
    bool object = json_is_object(value);
    json_decref(value);
    struct walk w = {line.at, line.at + line.len, line.at, true};
    if (!object || !walk_line(r, &w, fields, others)) {
        diag_set(d, source, number, 1, "not a record: an object is needed");
        return FIELDS_NO_OBJECT;
    }
    return FIELDS_READ;
}

static const char *add_escaped(struct bytes *out, const char *at,
                               const char *end)
{
    static const char letters[] = "bfnrt", bytes[] = "\b\f\n\r\t";
    const char *letter = memchr(letters, *at, sizeof letters - 1);
    if (*at != 'u') {
        bytes_add_byte(out, letter == NULL ? *at : bytes[letter - letters]);
        return at + 1;
    }
    long unit = hex4(at + 1, end);
    at += 5;
    if (unit >= 0xd800 && unit <= 0xdbff && end - at >= 6) {
        long low = hex4(at + 2, end);
        unit = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
        at += 6;
    }
    bytes_add_codepoint(out, (unsigned long)unit);
    return at;
}

void field_add_decoded(struct bytes *out, const struct field *f)
{
    const char *at = f->raw.at, *end = at + f->raw.len;
    while (at < end) {
        const char *backslash =
            f->escaped ? memchr(at, '\\', (size_t)(end - at)) : NULL;
        bytes_add(out, at,
                  (size_t)((backslash == NULL ? end : backslash) - at));
        at = backslash == NULL ? end : add_escaped(out, backslash + 1, end);
    }
}

struct slice field_string(const struct field *f, struct arena *a, bool *failed)
{
    if (f->kind != FIELD_STRING)
        return slice_from(NULL, 0);
    if (!f->escaped)
        return f->raw;
    struct bytes decoded = {0};
    field_add_decoded(&decoded, f);
    struct slice s = slice_from(NULL, 0);
    if (decoded.failed)
        *failed = true;
    else
        s = arena_copy(a, bytes_slice(&decoded), failed);
    bytes_free(&decoded);
    return s;
}
