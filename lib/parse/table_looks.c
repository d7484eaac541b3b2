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
    if (end == NULL || memchr(text.at, separator, text.len) == NULL)
        return false;
    bool is = table_rows_init(&rows, text, separator) &&
              table_rows_next(&rows, &row) == TABLE_ROW && row.count > 1;
    if (is) {
        table_columns_find(&columns, &nothing, row.fields, row.count);
        is = columns.known == row.count &&
             (columns.at[COLUMN_NAME] != NO_COLUMN ||
              columns.at[COLUMN_TAGLINE] != NO_COLUMN);
    }
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
