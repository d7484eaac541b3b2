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
    struct bytes *text = &r->rejects->text;
    if (text->len == 0 && slice_known(r->header)) {
        bytes_add_slice(text, r->header);
        bytes_add_byte(text, '\n');
        r->rejects->header = text->len;
    }
    bytes_add_slice(text, bytes);
    rejects_add_reason(text, bytes.len, &d);
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
static void find_scale(struct table_reading *r, struct slice text,
                       char separator)
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
    bool ready = table_rows_init(&rows, text, separator);
    while (ready && (result = table_rows_next(&rows, &row)) <= TABLE_BAD) {
        struct rating rating;
        size_t at = r->columns.at[COLUMN_SCORE];
        if (result == TABLE_ROW && at < row.count && row.offset != 0 &&
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

/* Tells which column states what. */
static void trace_columns(const struct table_reading *r,
                          const struct table_row *row)
{
    enum { SHOWN_MOST = 40 };
    for (size_t f = 0; f < row->count; f++) {
        struct diag d;
        struct slice said = slice_of("no rule"), name = row->fields[f];
        for (int i = 0; i < COLUMN_TOTAL; i++)
            if (r->columns.at[i] == f)
                said = table_column_name((enum table_column)i);
        diag_set(&d, r->page->name, row->line, 0, "%.*s: %.*s: %.*s",
                 (int)r->syntax.len, r->syntax.at, (int)said.len, said.at,
                 (int)(name.len < SHOWN_MOST ? name.len : SHOWN_MOST), name.at);
        listener_tell(r->listener, &d);
    }
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
                 (int)(missing.len < 60 ? missing.len : 60), missing.at);
        reject(r, all, row->line, 1, message);
        return false;
    }
    if (r->columns.known == 0) {
        reject(r, all, row->line, 1,
               "no column has a name that is known (--map)");
        return false;
    }
    r->header = row->bytes;
    if (r->choice != NULL && r->choice->trace)
        trace_columns(r, row);
    return true;
}

static void read_rows(struct table_reading *r, struct slice text,
                      char separator)
{
    struct table_rows rows;
    struct table_row row;
    enum table_result result = TABLE_FAILED;
    size_t width = 0, number = 0;
    bool strict = r->choice != NULL && r->choice->strict;
    bool ready = table_rows_init(&rows, text, separator);
    while (ready && !r->no_memory && !(strict && r->counts.rejected != 0) &&
           (result = table_rows_next(&rows, &row)) <= TABLE_BAD) {
        if (result == TABLE_BAD) {
            /* Without its first row it is no table. */
            if (width == 0)
                rows.bad.len = (size_t)(text.at + text.len - rows.bad.at);
            reject(r, rows.bad, rows.bad_line, rows.bad_column, rows.message);
            if (width == 0)
                break;
        } else if (width == 0) {
            width = row.count;
            if (!find_columns(r, &row, text))
                break;
            find_scale(r, text, separator);
        } else if (check_row(r, &row, width)) {
            table_write_review(r, &row, number++);
        }
        arena_reset(&r->row);
    }
    r->no_memory = r->no_memory || result == TABLE_FAILED;
    table_rows_free(&rows);
}

static void tell_oddities(struct table_reading *r)
{
    struct diag d;
    if (r->words != 0) {
        diag_set(&d, r->page->name, 0, 0, "verdict words that are unknown: %zu",
                 r->words);
        listener_tell(r->listener, &d);
    }
    if (r->ratings != 0) {
        diag_set(&d, r->page->name, 0, 0, "scores that are none: %zu",
                 r->ratings);
        listener_tell(r->listener, &d);
    }
}

bool table_read(const struct page *page, struct slice text, char separator,
                const struct forms_choice *choice,
                const struct listener *listener, struct arena *arena,
                struct bytes *out, struct table_rejects *rejects,
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
        .syntax = slice_of(separator == '\t' ? "tsv" : "csv"),
        .out = out};
    r->page_key = table_keep(arena, &hash, &r->no_memory);
    read_rows(r, text, separator);
    tell_oddities(r);
    *counts = r->counts;
    bool ok = !r->no_memory && !out->failed && !rejects->text.failed;
    if (!ok)
        out->len = before;
    arena_free(&r->row);
    table_free(&r->tools);
    return ok;
}

/* How the file's name ends; the form that tells. */
static char separator_of_name(const char *file)
{
    static const struct {
        struct slice end;
        char separator;
    } ends[] = {
        {SLICE(".csv"), ','}, {SLICE(".tsv"), '\t'}, {SLICE(".tab"), '\t'}};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (slice_ends(slice_of(file), ends[i].end))
            return ends[i].separator;
    return '\0';
}

/* Whether the first row names nothing but known columns, of reviews. */
static bool looks_like(struct slice text, char separator)
{
    struct table_map nothing;
    struct table_columns columns;
    struct table_rows rows;
    struct table_row row;
    enum { HEADER_MOST = 1024 };
    if (text.len > HEADER_MOST)
        text.len = HEADER_MOST;
    const char *end = memchr(text.at, '\n', text.len);
    text.len = end == NULL ? text.len : (size_t)(end - text.at);
    table_map_init(&nothing);
    bool is = end != NULL && memchr(text.at, separator, text.len) != NULL &&
              table_rows_init(&rows, text, separator);
    if (!is)
        return false;
    is = table_rows_next(&rows, &row) == TABLE_ROW && row.count > 1;
    if (is) {
        table_columns_find(&columns, &nothing, row.fields, row.count);
        is = columns.known == row.count &&
             (columns.at[COLUMN_NAME] != NO_COLUMN ||
              columns.at[COLUMN_TAGLINE] != NO_COLUMN);
    }
    table_rows_free(&rows);
    return is;
}

/* Where the comma is the decimal point, fields are separated by semicolons. */
static char separator_of_text(struct slice text)
{
    size_t commas = 0, semicolons = 0;
    for (size_t i = 0; i < text.len && text.at[i] != '\n'; i++) {
        commas += text.at[i] == ',';
        semicolons += text.at[i] == ';';
    }
    return semicolons > commas ? ';' : ',';
}

bool table_is(const struct page *page, struct slice text, char *separator)
{
    static const char separators[] = ",;\t";
    *separator = '\0';
    if (slice_is(page->type, "text/csv"))
        *separator = ',';
    else if (slice_is(page->type, "text/tab-separated-values"))
        *separator = '\t';
    else if (!slice_known(page->type))
        *separator = separator_of_name(page->file);
    if (*separator == ',')
        *separator = separator_of_text(text);
    for (const char *s = separators;
         *separator == '\0' && *s != '\0' && !slice_known(page->type); s++)
        if (looks_like(text, *s))
            *separator = *s;
    return *separator != '\0';
}
