#include "lib/json/tree.h"

#include "lib/base/utf8.h"

/*
 * jansson words its errors with a piece of the text in them ("invalid token
 * near '...'"), which is kept; only its "near end of file" would mislead, as
 * a line is no file.
 */
static void explain(const json_error_t *error, struct slice text,
                    const char *source, size_t line, size_t column,
                    struct diag *d)
{
    size_t valid = utf8_valid(text);
    enum json_error_code code = json_error_code(error);
    if (code == json_error_invalid_utf8 && valid < text.len)
        diag_set(d, source, line, column, "not UTF-8: byte 0x%02x",
                 (unsigned char)text.at[valid]);
    else if (code == json_error_premature_end_of_input)
        diag_set(d, source, line, column, "JSON that ends too early");
    else
        diag_set(d, source, line, column, "not JSON: %s", error->text);
}

/*
 * jansson passes over a NUL behind a number or a word; taken so, it would go
 * out again in a record.
 */
static const char *find_nul(struct slice text)
{
    return text.len == 0 ? NULL : memchr(text.at, '\0', text.len);
}

json_t *tree_read_line(struct slice line, const char *source, size_t number,
                       struct diag *d)
{
    json_error_t error;
    json_t *value = json_loadb(line.at, line.len, 0, &error);
    const char *nul = value == NULL ? NULL : find_nul(line);
    if (nul != NULL) {
        diag_set(d, source, number, (size_t)(nul - line.at) + 1,
                 "not JSON: a NUL byte");
        json_decref(value);
        return NULL;
    }
    if (value != NULL)
        return value;
    size_t column = error.position > 0 ? (size_t)error.position : 1;
    size_t valid = utf8_valid(line);
    if (json_error_code(&error) == json_error_invalid_utf8)
        column = valid + 1;
    explain(&error, line, source, number, column, d);
    return NULL;
}

json_t *tree_read_text(struct slice text, const char *source, struct diag *d)
{
    json_error_t error;
    json_t *value =
        json_loadb(text.at, text.len, JSON_REJECT_DUPLICATES, &error);
    if (value == NULL) {
        explain(&error, text, source, error.line > 0 ? (size_t)error.line : 1,
                error.column > 0 ? (size_t)error.column : 1, d);
    } else if (find_nul(text) != NULL) {
        diag_set(d, source, 0, 0, "not JSON: a NUL byte");
        json_decref(value);
        return NULL;
    }
    return value;
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

void tree_add_text(struct bytes *out, const json_t *value)
{
    if (json_dump_callback(value, add_dumped, out,
                           JSON_COMPACT | JSON_ENCODE_ANY |
                               JSON_REAL_PRECISION(17)) != 0)
        out->failed = true;
}
