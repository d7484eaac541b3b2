#include "lib/parse/table_rows.h"

#include <csv.h>
#include <stdlib.h>

/* White space belongs to its field. */
static int is_no_space(unsigned char c)
{
    (void)c;
    return 0;
}

bool table_rows_init(struct table_rows *r, struct slice text, char separator)
{
    *r = (struct table_rows){.text = text, .separator = separator, .line = 1};
    r->ends = calloc(TABLE_COLUMNS_MOST, sizeof *r->ends);
    r->fields = calloc(TABLE_COLUMNS_MOST, sizeof *r->fields);
    r->parser = calloc(1, sizeof *r->parser);
    if (r->ends == NULL || r->fields == NULL || r->parser == NULL ||
        csv_init(r->parser, 0) != 0)
        return false;
    csv_set_delim(r->parser, (unsigned char)separator);
    csv_set_space_func(r->parser, is_no_space);
    return true;
}

void table_rows_free(struct table_rows *r)
{
    if (r->parser != NULL)
        csv_free(r->parser);
    free(r->parser);
    free(r->ends);
    free(r->fields);
    bytes_free(&r->content);
}

static bool is_line_end(char c)
{
    return c == '\n' || c == '\r';
}

/* Behind the line end at `at`, or the same place when there is none. */
static size_t skip_line_end(struct slice text, size_t at)
{
    if (at >= text.len || !is_line_end(text.at[at]))
        return at;
    bool pair =
        text.at[at] == '\r' && at + 1 < text.len && text.at[at + 1] == '\n';
    return at + 1 + pair;
}

/* Where a row ends, and how many lines end inside it. */
struct extent {
    size_t end, lines;
    const char *wrong; /* NULL: nothing */
    size_t wrong_at;
};

/* Behind the mark that closes a quoted field which begins at `at`. */
static size_t read_quoted(struct slice text, size_t at, bool one_line,
                          struct extent *e)
{
    size_t open = at++;
    while (at < text.len) {
        if (text.at[at] == '"' &&
            (at + 1 == text.len || text.at[at + 1] != '"'))
            return at + 1;
        if (is_line_end(text.at[at])) {
            if (one_line)
                break;
            at = skip_line_end(text, at);
            e->lines++;
        } else {
            at += text.at[at] == '"' ? 2 : 1;
        }
    }
    e->wrong = "a quotation mark that is not closed";
    e->wrong_at = open;
    return at;
}

/*
 * libcsv reads the fields; where it would forgive a quotation mark that is out
 * of place, or read on to the end of the text for one that is missing, this
 * tells first.
 */
static struct extent find_extent(const struct table_rows *r)
{
    struct slice text = r->text;
    struct extent e = {0};
    size_t at = r->at;
    bool one_line = r->vain / TABLE_VAIN_TIMES > text.len;
    while (at < text.len && e.wrong == NULL) {
        if (text.at[at] == '"') {
            size_t open = at, lines = e.lines;
            at = read_quoted(text, at, one_line, &e);
            if (e.wrong == NULL && at < text.len &&
                text.at[at] != r->separator && !is_line_end(text.at[at])) {
                bool later = lines != e.lines;
                e.wrong =
                    later ? "a quotation mark that is closed amid a later line"
                          : "text behind the quotation mark that ends a field";
                e.wrong_at = later ? open : at;
            }
        } else {
            while (at < text.len && text.at[at] != r->separator &&
                   !is_line_end(text.at[at]))
                at++;
        }
        if (at >= text.len || text.at[at] != r->separator)
            break;
        at++;
    }
    e.end = at;
    return e;
}

static void add_field(void *field, size_t len, void *self)
{
    struct table_rows *r = self;
    if (r->count < TABLE_COLUMNS_MOST) {
        bytes_add(&r->content, field, len);
        r->ends[r->count] = r->content.len;
    }
    r->count++;
}

static void end_row(int c, void *self)
{
    (void)c;
    (void)self;
}

/* Reads the fields of the row's bytes. */
static bool read_fields(struct table_rows *r, struct slice bytes)
{
    r->count = 0;
    bytes_clear(&r->content);
    if (csv_parse(r->parser, bytes.at, bytes.len, add_field, end_row, r) !=
            bytes.len ||
        csv_fini(r->parser, add_field, end_row, r) != 0 || r->content.failed)
        return false;
    const char *content = r->content.at == NULL ? "" : r->content.at;
    for (size_t i = 0; i < r->count && i < TABLE_COLUMNS_MOST; i++) {
        size_t from = i == 0 ? 0 : r->ends[i - 1];
        r->fields[i] = slice_from(content + from, r->ends[i] - from);
    }
    return true;
}

/* Line and column of a place in the row at hand. */
static void find_place(struct table_rows *r, size_t place)
{
    size_t line_at = r->at;
    r->bad_line = r->line;
    for (size_t at = r->at; at < place;) {
        if (is_line_end(r->text.at[at])) {
            at = line_at = skip_line_end(r->text, at);
            r->bad_line++;
        } else {
            at++;
        }
    }
    r->bad_column = place - line_at + 1;
}

/*
 * The row's other lines are read again, each as a row that may lead as far:
 * how far this one led, up to `read`, is counted.
 */
static enum table_result refuse(struct table_rows *r, const char *message,
                                size_t place, size_t read)
{
    size_t end = r->at;
    find_place(r, place);
    r->message = message;
    while (end < r->text.len && !is_line_end(r->text.at[end]))
        end++;
    r->bad = slice_from(r->text.at + r->at, end - r->at);
    r->vain += read > end ? read - end : 0;
    r->at = skip_line_end(r->text, end);
    r->line++;
    return TABLE_BAD;
}

enum table_result table_rows_next(struct table_rows *r, struct table_row *row)
{
    while (r->at < r->text.len && is_line_end(r->text.at[r->at])) {
        r->at = skip_line_end(r->text, r->at);
        r->line++;
    }
    if (r->at >= r->text.len)
        return TABLE_END;
    struct extent e = find_extent(r);
    if (e.wrong != NULL)
        return refuse(r, e.wrong, e.wrong_at, e.end);
    struct slice bytes = slice_from(r->text.at + r->at, e.end - r->at);
    if (!read_fields(r, bytes))
        return TABLE_FAILED;
    if (r->count > TABLE_COLUMNS_MOST)
        return refuse(r, "a row of more than 1024 fields", r->at, e.end);
    *row = (struct table_row){r->fields, r->count, bytes, r->line, r->at};
    size_t behind = skip_line_end(r->text, e.end);
    r->line += e.lines + (behind != e.end);
    r->at = behind;
    return TABLE_ROW;
}
