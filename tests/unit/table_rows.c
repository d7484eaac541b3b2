/*
 * Rows of tables, against the suite csv-spectrum, which stands beside the
 * project in $SHARED/suites/csv where it is there at all; and against tables
 * with something wrong.
 */
#include <dirent.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

#include "lib/parse/table_rows.h"
#include "tests/unit/tap.h"

static bool read_file(const char *name, struct bytes *out)
{
    char block[4096];
    FILE *file = fopen(name, "rb");
    if (file == NULL)
        return false;
    for (size_t got; (got = fread(block, 1, sizeof block, file)) != 0;)
        bytes_add(out, block, got);
    fclose(file);
    return true;
}

/* The rows as an array of objects by the first row's fields. */
static json_t *read_table(struct slice text)
{
    struct table_rows rows;
    struct table_row row;
    json_t *names = json_array(), *all = json_array();
    bool ok = table_rows_init(&rows, text, ',');
    while (ok && table_rows_next(&rows, &row) == TABLE_ROW) {
        json_t *object = json_object();
        for (size_t i = 0; i < row.count; i++) {
            json_t *value = json_stringn(row.fields[i].at, row.fields[i].len);
            if (json_array_size(all) == 0 && json_array_size(names) == i)
                json_array_append_new(names, value);
            else
                json_object_set_new(
                    object, json_string_value(json_array_get(names, i)), value);
        }
        json_array_append_new(all, object);
    }
    json_array_remove(all, 0);
    table_rows_free(&rows);
    json_decref(names);
    return all;
}

/* One file of the suite gives the phone number of another table. */
static void forget_wrong_value(json_t *rows)
{
    size_t i;
    json_t *row;
    json_array_foreach(rows, i, row)
        json_object_del(row, "Contact Phone Number");
}

static void check_file(const char *suite, const char *name)
{
    char path[4096];
    struct bytes csv = {0};
    int stem = (int)(strlen(name) - strlen(".csv"));
    snprintf(path, sizeof path, "%s/csvs/%s", suite, name);
    bool read = read_file(path, &csv);
    snprintf(path, sizeof path, "%s/json/%.*s.json", suite, stem, name);
    json_t *wanted = json_load_file(path, 0, NULL);
    json_t *got = read_table(bytes_slice(&csv));
    if (json_is_object(wanted)) {
        json_t *array = json_array();
        json_array_append_new(array, wanted);
        wanted = array;
    }
    forget_wrong_value(got);
    forget_wrong_value(wanted);
    ok(read && json_equal(got, wanted), "suite: %s", name);
    json_decref(got);
    json_decref(wanted);
    bytes_free(&csv);
}

static void check_suite(void)
{
    char suite[2048];
    const char *shared = getenv("SHARED");
    snprintf(suite, sizeof suite, "%s/suites/csv",
             shared == NULL ? "../shared" : shared);
    char path[4096];
    snprintf(path, sizeof path, "%s/csvs", suite);
    DIR *folder = opendir(path);
    if (folder == NULL) {
        ok(true, "suite # SKIP no %s", path);
        return;
    }
    for (struct dirent *entry; (entry = readdir(folder)) != NULL;)
        if (entry->d_name[0] != '.')
            check_file(suite, entry->d_name);
    closedir(folder);
}

/* A table as text: a row a line, fields in brackets, or what is wrong. */
static void shown(const char *table, char separator, struct bytes *out)
{
    struct table_rows rows;
    struct table_row row;
    enum table_result result = TABLE_FAILED;
    bool ready = table_rows_init(&rows, slice_of(table), separator);
    while (ready && (result = table_rows_next(&rows, &row)) != TABLE_END &&
           result != TABLE_FAILED) {
        if (result == TABLE_BAD) {
            bytes_add_format(out, "%zu:%zu: %s\n", rows.bad_line,
                             rows.bad_column, rows.message);
            continue;
        }
        bytes_add_format(out, "%zu@%zu:", row.line, row.offset);
        for (size_t i = 0; i < row.count; i++)
            bytes_add_format(out, "[%.*s]", (int)row.fields[i].len,
                             row.fields[i].at);
        bytes_add_byte(out, '\n');
    }
    bytes_add_byte(out, '\0');
    table_rows_free(&rows);
}

static void check(const char *what, const char *table, char separator,
                  const char *wanted)
{
    struct bytes got = {0};
    shown(table, separator, &got);
    is_string(got.at, wanted, "%s", what);
    bytes_free(&got);
}

int main(void)
{
    check_suite();
    check("nothing", "", ',', "");
    check("blank lines", "\n\r\n\r", ',', "");
    check("line ends of all kinds", "a,b\r\nc,d\re,f\ng,h", ',',
          "1@0:[a][b]\n2@5:[c][d]\n3@9:[e][f]\n4@13:[g][h]\n");
    check("white space stays", " a , b\t", ',', "1@0:[ a ][ b\t]\n");
    check("empty fields", ",\n\"\",\n,,", ',',
          "1@0:[][]\n2@2:[][]\n3@6:[][][]\n");
    check("tabs", "a\tb,c\n\"d\te\"\tf", '\t', "1@0:[a][b,c]\n2@6:[d\te][f]\n");
    check("lines inside fields are counted", "\"a\r\nb\",c\nd,e", ',',
          "1@0:[a\r\nb][c]\n3@9:[d][e]\n");
    check("marks inside a bare field", "5\",a\"b\"", ',',
          "1@0:[5\"][a\"b\"]\n");
    check("text behind a closing mark", "a,\"b\"c\nd,e", ',',
          "1:6: text behind the quotation mark that ends a field\n"
          "2@7:[d][e]\n");
    check("an open mark takes one line", "a,\"b\nc,d\ne,f", ',',
          "1:3: a quotation mark that is not closed\n"
          "2@5:[c][d]\n3@9:[e][f]\n");
    check("an open mark that a later one closes", "a,\"b\nc,\"d\"\ne,f", ',',
          "1:3: a quotation mark that is closed amid a later line\n"
          "2@5:[c][d]\n3@11:[e][f]\n");
    check("an open mark at the end", "a,\"", ',',
          "1:3: a quotation mark that is not closed\n");
    struct bytes wide = {0};
    bytes_add_repeated(&wide, ',', TABLE_COLUMNS_MOST);
    bytes_add_string(&wide, "\na,b");
    bytes_add_byte(&wide, '\0');
    check("too many fields", wide.at, ',',
          "1:1: a row of more than 1024 fields\n2@1025:[a][b]\n");
    bytes_free(&wide);
    return done_testing();
}
