/*
 * Tables of any bytes: every byte is part of a row, of a bad one or of a line
 * end between them, fields are no longer than their rows, and what comes of
 * them can be read back.
 */
#include <stdio.h>
#include <stdlib.h>

#include "lib/base/utf8.h"
#include "lib/parse/table.h"
#include "lib/parse/table_rows.h"

static struct arena arena;

static void require(bool condition, const char *what)
{
    if (condition)
        return;
    fprintf(stderr, "%s\n", what);
    abort();
}

static void hear(void *self, const struct diag *d)
{
    (void)self;
    require(d->message[0] != '\0', "nothing said");
}

static void check_rows(struct slice text, char separator)
{
    struct table_rows rows;
    struct table_row row;
    enum table_result result;
    size_t at = 0, line = 1;
    require(table_rows_init(&rows, text, separator), "no memory");
    while ((result = table_rows_next(&rows, &row)) != TABLE_END) {
        require(result != TABLE_FAILED, "failed");
        require(rows.at > at && rows.at <= text.len, "no way on");
        require(rows.line >= line, "lines go back");
        size_t all = 0;
        for (size_t i = 0; result == TABLE_ROW && i < row.count; i++)
            all += row.fields[i].len;
        require(all <= rows.at - at, "fields come of nothing");
        require(result == TABLE_ROW || rows.bad.len != 0, "nothing is bad");
        at = rows.at;
        line = rows.line;
    }
    table_rows_free(&rows);
}

static void check_records(struct slice out)
{
    struct sighting_reader reader = {0};
    struct arena kept = {0};
    while (out.len != 0) {
        struct sighting s;
        struct diag d;
        size_t len = (size_t)((char *)memchr(out.at, '\n', out.len) - out.at);
        require(sighting_read(&reader, slice_from(out.at, len), "out", 1, &kept,
                              &s, &d),
                "a record that cannot be read");
        arena_reset(&kept);
        out = slice_after(out, len + 1);
    }
    sighting_reader_free(&reader);
    arena_free(&kept);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct listener listener = {hear, NULL};
    struct slice text = slice_from(size == 0 ? "" : (const char *)data, size);
    struct page page = {.file = "page", .name = "page", .line = 1};
    char separator;
    check_rows(text, ',');
    check_rows(text, '\t');
    text.len = utf8_valid(text);
    /* Pages have no NUL when they are decoded. */
    text.len = strnlen(text.at, text.len);
    table_is(&page, text, NULL, &separator);
    for (const char *s = ",;\t"; *s != '\0'; s++) {
        static const struct forms_choice choice = {.rejects = true};
        struct table_counts counts;
        struct bytes rejects = {0};
        struct bytes out = {0};
        arena_reset(&arena);
        require(table_read(&page, text, *s, &choice, &listener, &arena, &out,
                           &rejects, &counts),
                "no memory");
        require((counts.rejected == 0) == (rejects.len == 0),
                "what is rejected is not kept");
        check_records(bytes_slice(&out));
        bytes_free(&rejects);
        bytes_free(&out);
    }
    return 0;
}
