#include "lib/json/tree.h"

#include "lib/base/text.h"
#include "lib/base/utf8.h"
#include "lib/json/tree_memory.h"

/*
 * Where the text stops to be valid.  jansson counts to the end of the token
 * that it names in its message, "... near 'token'".
 */
static size_t fault_offset(const json_error_t *error, struct slice text)
{
    if (json_error_code(error) == json_error_invalid_utf8)
        return utf8_valid(text);
    if (json_error_code(error) == json_error_premature_end_of_input)
        return text.len == 0 ? 0 : text.len - 1;
    size_t end = error->position > 0 ? (size_t)error->position : 0;
    const char *near = strstr(error->text, " near '");
    size_t token = near == NULL ? 1 : strlen(near) - strlen(" near ''");
    return end > token ? end - token : 0;
}

/* Says what is wrong at an offset; `number` is 0 for a text of many lines. */
static void place(struct diag *d, const char *source, size_t number,
                  struct slice text, size_t offset)
{
    d->source = source;
    d->line = number;
    d->column = offset + 1;
    if (number == 0)
        text_find_place(text, offset, &d->line, &d->column);
}

/*
 * jansson words its errors, but its "near end of file" would mislead, as a
 * line is no file.
 */
static void explain(const json_error_t *error, struct slice text, size_t offset,
                    struct diag *d)
{
    enum json_error_code code = json_error_code(error);
    if (code == json_error_invalid_utf8 && offset < text.len)
        diag_set(d, NULL, 0, 0, "not UTF-8: byte 0x%02x",
                 (unsigned char)text.at[offset]);
    else if (code == json_error_premature_end_of_input)
        diag_set(d, NULL, 0, 0, "JSON that ends too early");
    else if (code == json_error_null_character)
        diag_set(d, NULL, 0, 0, "a NUL character (\\u0000) in a string");
    else if (code == json_error_numeric_overflow)
        diag_set(d, NULL, 0, 0, "a number that is too large");
    else if (code == json_error_stack_overflow)
        diag_set(d, NULL, 0, 0, "nested too deeply");
    else
        diag_set(d, NULL, 0, 0, "not JSON: %s", error->text);
}

/*
 * jansson passes over a NUL behind a number or a word; taken so, it would go
 * out again in a record.
 */
static json_t *read(struct slice text, size_t flags, const char *source,
                    size_t number, struct diag *d)
{
    json_error_t error;
    bool failed = false;
    json_t *value = tree_load(text, flags, &error, &failed);
    if (failed) {
        diag_no_memory(d);
        return NULL;
    }
    if (value == NULL) {
        size_t offset = fault_offset(&error, text);
        explain(&error, text, offset, d);
        place(d, source, number, text, offset);
        return NULL;
    }
    const char *nul = text.len == 0 ? NULL : memchr(text.at, '\0', text.len);
    if (nul == NULL)
        return value;
    diag_set(d, NULL, 0, 0, "not JSON: a NUL byte");
    place(d, source, number, text, (size_t)(nul - text.at));
    json_decref(value);
    return NULL;
}

json_t *tree_read_line(struct slice line, const char *source, size_t number,
                       struct diag *d)
{
    return read(line, 0, source, number, d);
}

json_t *tree_read_text(struct slice text, const char *source, struct diag *d)
{
    return read(text, JSON_REJECT_DUPLICATES, source, 0, d);
}

struct slice tree_string(const json_t *value)
{
    if (!json_is_string(value))
        return slice_from(NULL, 0);
    return slice_from(json_string_value(value), json_string_length(value));
}

static int add_dumped(const char *at, size_t len, void *out)
{
    bytes_add(out, at, len);
    return ((struct bytes *)out)->failed ? -1 : 0;
}

static bool has_real(const json_t *value)
{
    const char *key;
    json_t *item;
    size_t i;
    json_object_foreach((json_t *)value, key, item)
    {
        if (has_real(item))
            return true;
    }
    json_array_foreach(value, i, item)
    {
        if (has_real(item))
            return true;
    }
    return json_is_real(value);
}

static void dump(struct bytes *out, const json_t *value, size_t digits)
{
    if (json_dump_callback(value, add_dumped, out,
                           JSON_COMPACT | JSON_ENCODE_ANY |
                               JSON_REAL_PRECISION(digits)) != 0)
        out->failed = true;
}

/* Whether the text from `start` on reads as the value. */
static bool reads_as(struct bytes *out, size_t start, const json_t *value)
{
    struct slice text = slice_after(bytes_slice(out), start);
    json_t *read = tree_load(text, JSON_DECODE_ANY, NULL, &out->failed);
    bool same = read != NULL && json_equal(read, value);
    json_decref(read);
    return same;
}

/* 17 digits tell any real from its neighbours; most need no more than 15. */
enum { FEWEST_DIGITS = 15, MOST_DIGITS = 17 };

void tree_add_exact_text(struct bytes *out, const json_t *value)
{
    dump(out, value, MOST_DIGITS);
}

void tree_add_text(struct bytes *out, const json_t *value)
{
    size_t start = out->len;
    size_t digits = has_real(value) ? FEWEST_DIGITS : MOST_DIGITS;
    dump(out, value, digits);
    while (digits < MOST_DIGITS && !out->failed &&
           !reads_as(out, start, value)) {
        out->len = start;
        dump(out, value, ++digits);
    }
}
