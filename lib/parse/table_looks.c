/* Whether a page is a table, and what separates its fields. */
#include "lib/parse/table.h"
#include "lib/parse/table_columns.h"
#include "lib/parse/table_rows.h"

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

/* Whether the second row has as many fields as the first. */
static bool goes_on(struct slice text, char separator, size_t width)
{
    enum { ROWS_MOST = 64 * 1024 };
    struct table_rows rows;
    struct table_row row;
    if (text.len > ROWS_MOST)
        text.len = ROWS_MOST;
    bool does = table_rows_init(&rows, text, separator) &&
                table_rows_next(&rows, &row) == TABLE_ROW &&
                table_rows_next(&rows, &row) == TABLE_ROW && row.count == width;
    table_rows_free(&rows);
    return does;
}

/*
 * Whether these columns are of reviews: the user has named them, or a tool is
 * among them and either all are known, or half of them, a judgement among
 * them, and the next row is as wide.
 */
static bool are_of_reviews(const struct table_row *row,
                           const struct table_map *map, struct slice text,
                           char separator)
{
    struct table_columns columns;
    struct table_map nothing;
    table_columns_find(&columns, map, row->fields, row->count);
    if (table_map_says(map) &&
        !slice_known(table_columns_missing(&columns, map)))
        return true;
    table_map_init(&nothing);
    table_columns_find(&columns, &nothing, row->fields, row->count);
    if (columns.at[COLUMN_NAME] == NO_COLUMN &&
        columns.at[COLUMN_TAGLINE] == NO_COLUMN)
        return false;
    return columns.known == row->count ||
           (table_columns_judge(&columns) && 2 * columns.known >= row->count &&
            goes_on(text, separator, row->count));
}

/* Whether the first row names columns of reviews. */
static bool looks_like(struct slice text, char separator,
                       const struct table_map *map)
{
    enum { HEADER_MOST = 1024 };
    struct table_rows rows;
    struct table_row row;
    struct slice first = text;
    if (first.len > HEADER_MOST)
        first.len = HEADER_MOST;
    const char *end = memchr(first.at, '\n', first.len);
    first.len = end == NULL ? first.len : (size_t)(end - first.at);
    if (end == NULL || memchr(first.at, separator, first.len) == NULL)
        return false;
    bool is = table_rows_init(&rows, first, separator) &&
              table_rows_next(&rows, &row) == TABLE_ROW && row.count > 1 &&
              are_of_reviews(&row, map, text, separator);
    table_rows_free(&rows);
    return is;
}

/*
 * Where the comma is the decimal point, fields are separated by semicolons; and
 * the tables behind the first may be of tabs.
 */
static char separator_of_text(struct slice text)
{
    size_t commas = 0, semicolons = 0, tabs = 0;
    for (size_t i = 0; i < text.len && text.at[i] != '\n'; i++) {
        commas += text.at[i] == ',';
        semicolons += text.at[i] == ';';
        tabs += text.at[i] == '\t';
    }
    if (tabs > commas && tabs > semicolons)
        return '\t';
    return semicolons > commas ? ';' : ',';
}

bool table_is(const struct page *page, struct slice text,
              const struct table_map *map, char *separator)
{
    static const char separators[] = ",;\t";
    struct table_map nothing;
    table_map_init(&nothing);
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
        if (looks_like(text, *s, map == NULL ? &nothing : map))
            *separator = *s;
    return *separator != '\0';
}
