#include "lib/parse/table.h"

#include <stdio.h>

#include "lib/base/hash.h"
#include "lib/io/rejects.h"
#include "lib/parse/rating.h"
#include "lib/parse/table_reading.h"

/* Bytes that are no row of this table are told, counted and kept. */
static void reject(struct table_reading *r, struct slice bytes, size_t line,
                   size_t column, const char *message)
{
    struct diag d;
    diag_set(&d, r->page->name, line, column, "%s", message);
    listener_tell(r->listener, &d);
    r->counts.rejected++;
    if (r->rejects == NULL)
        return;
    struct bytes *text = r->rejects;
    if (!r->header_kept) {
        if (text->len != 0)
            bytes_add_slice(text, table_mark);
        if (slice_known(r->header)) {
            bytes_add_slice(text, r->header);
            bytes_add_byte(text, '\n');
        }
        r->header_kept = true;
    }
    bytes_add_slice(text, bytes);
    rejects_add_reason(text, bytes.len, &d);
}

/* A table as a whole. */
static void refuse(struct table_reading *r, struct slice bytes, size_t line,
                   size_t column, const char *message)
{
    reject(r, bytes, line, column, message);
    r->counts.tables_rejected++;
}

static bool check_row(struct table_reading *r, const struct table_row *row,
                      size_t width)
{
    char message[80];
    if (row->count == width)
        return true;
    snprintf(message, sizeof message,
             "a row of %zu field%s, where the first has %zu", row->count,
             row->count == 1 ? "" : "s", width);
    reject(r, row->bytes, row->line, 1, message);
    return false;
}

/*
 * The scale of the scores where nobody gives it: from 0 to 100 in a column
 * named `score`; else the smallest of the usual ones that all of them fit.
 */
static void find_scale(struct table_reading *r, const struct table_rows *from)
{
    static const int64_t bests[] = {5 * 100, 10 * 100, 100 * 100};
    struct table_rows rows;
    struct table_row row;
    enum table_result result = TABLE_FAILED;
    int64_t most = 0;
    r->worst = r->map->worst;
    r->best = r->map->best;
    if (r->best == DECIMAL_UNKNOWN && r->columns.is_score) {
        r->worst = 0;
        r->best = 100 * 100;
    }
    if (r->best != DECIMAL_UNKNOWN || r->columns.at[COLUMN_SCORE] == NO_COLUMN)
        return;
    bool ready = table_rows_init(&rows, from->text, from->separator);
    rows.at = from->at;
    while (ready && (result = table_rows_next(&rows, &row)) <= TABLE_BAD) {
        struct rating rating;
        size_t at = r->columns.at[COLUMN_SCORE];
        if (result == TABLE_ROW && at < row.count &&
            rating_read(row.fields[at], &rating) &&
            rating.best == DECIMAL_UNKNOWN && rating.value > most)
            most = rating.value;
    }
    r->no_memory = r->no_memory || result == TABLE_FAILED;
    table_rows_free(&rows);
    for (size_t i = 0; i < 3 && r->best == DECIMAL_UNKNOWN; i++)
        if (most <= bests[i])
            r->best = bests[i];
}

/* Where they cannot be found, nothing of the table can be read. */
static bool find_columns(struct table_reading *r, const struct table_row *row,
                         struct slice text)
{
    char message[120];
    struct slice all = slice_after(text, row->offset);
    table_columns_find(&r->columns, r->map, row->fields, row->count);
    struct slice missing = table_columns_missing(&r->columns, r->map);
    if (slice_known(missing)) {
        snprintf(message, sizeof message, "no column is named '%.*s'",
                 DIAG_SHOWN(missing));
        refuse(r, all, row->line, 1, message);
        return false;
    }
    if (r->columns.at[COLUMN_NAME] == NO_COLUMN &&
        !table_columns_judge(&r->columns)) {
        refuse(r, all, row->line, 1,
               "no column is known to be of tools or of reviews (--map)");
        return false;
    }
    r->header = row->bytes;
    table_tell_columns(r, row);
    return true;
}

/* Whether there is no going on. */
static bool is_over(const struct table_reading *r)
{
    bool strict = r->choice != NULL && r->choice->strict;
    return r->no_memory || (strict && r->counts.rejected != 0);
}

/* Reads one table, from its first row on. */
static void read_rows(struct table_reading *r, struct table_rows *rows)
{
    struct table_row row;
    enum table_result result = TABLE_END;
    size_t width = 0;
    r->header = slice_from(NULL, 0);
    r->header_kept = false;
    while (!is_over(r) && (result = table_rows_next(rows, &row)) <= TABLE_BAD) {
        if (result == TABLE_BAD) {
            if (width != 0) {
                reject(r, rows->bad, rows->bad_line, rows->bad_column,
                       rows->message);
                continue;
            }
            /* Without its first row it is no table. */
            refuse(
                r,
                slice_after(rows->text, (size_t)(rows->bad.at - rows->text.at)),
                rows->bad_line, rows->bad_column, rows->message);
            break;
        } else if (width == 0) {
            width = row.count;
            if (!find_columns(r, &row, rows->text))
                break;
            find_scale(r, rows);
        } else if (check_row(r, &row, width)) {
            table_write_review(r, &row, r->row_count++);
        }
        arena_reset(&r->row);
    }
    r->no_memory = r->no_memory || result == TABLE_FAILED;
}

static bool is_line_end(struct slice text, size_t at)
{
    return text.at[at] == '\n' || text.at[at] == '\r';
}

/* Where the table that begins at `at` ends: at a mark or with the text. */
static size_t find_end(struct slice text, size_t at)
{
    const char *mark;
    while (at < text.len &&
           (mark = memchr(text.at + at, '\f', text.len - at)) != NULL) {
        at = (size_t)(mark - text.at);
        if ((at == 0 || is_line_end(text, at - 1)) &&
            (at + 1 == text.len || is_line_end(text, at + 1)))
            return at;
        at++;
    }
    return text.len;
}

static size_t count_line_ends(struct slice text, size_t from, size_t to)
{
    size_t count = 0;
    for (size_t i = from; i < to; i++)
        count += is_line_end(text, i) &&
                 !(text.at[i] == '\r' && i + 1 < to && text.at[i + 1] == '\n');
    return count;
}

/* One table, from its place in the text on. */
static void read_table(struct table_reading *r, struct slice text, size_t at,
                       size_t line, char separator)
{
    struct table_rows rows;
    r->syntax = slice_of(separator == '\t' ? "tsv" : "csv");
    if (table_rows_init(&rows, text, separator)) {
        rows.at = at;
        rows.line = line;
        read_rows(r, &rows);
    } else {
        r->no_memory = true;
    }
    table_rows_free(&rows);
}

/* The tables that the text holds, mostly one; each has its own separator. */
static void read_tables(struct table_reading *r, struct slice text,
                        char separator)
{
    size_t line = 1;
    for (size_t at = 0, end; at < text.len && !is_over(r); at = end + 1) {
        size_t first = at;
        char own;
        end = find_end(text, at);
        while (first < end && is_line_end(text, first))
            first++;
        if (at != 0 && first != end &&
            table_is(r->page, slice_from(text.at + first, end - first), r->map,
                     &own))
            separator = own;
        if (first != end)
            read_table(r, slice_from(text.at, end), at, line, separator);
        if (end != text.len)
            line += count_line_ends(text, at, end);
    }
}

bool table_read(const struct page *page, struct slice text, char separator,
                const struct forms_choice *choice,
                const struct listener *listener, struct arena *arena,
                struct bytes *out, struct bytes *rejects,
                struct table_counts *counts)
{
    struct table_map nothing;
    struct bytes hash = {0};
    size_t before = out->len;
    struct table_reading *r = arena_array(arena, 1, sizeof *r);
    if (r == NULL)
        return false;
    table_map_init(&nothing);
    hash_add_hex(&hash, hash_bytes(text), 16);
    *r = (struct table_reading){
        .page = page,
        .choice = choice,
        .listener = listener,
        .map = choice != NULL && choice->map != NULL ? choice->map : &nothing,
        .arena = arena,
        .rejects = choice != NULL && choice->rejects ? rejects : NULL,
        .out = out};
    r->page_key = arena_keep(arena, &hash, &r->no_memory);
    read_tables(r, text, separator);
    table_tell_oddities(r);
    *counts = r->counts;
    bool ok = !r->no_memory && !out->failed && !rejects->failed;
    if (!ok)
        out->len = before;
    arena_free(&r->row);
    table_free(&r->tools);
    return ok;
}
