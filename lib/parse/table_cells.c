/* What the cells of a row hold. */
#include "lib/base/formula.h"
#include "lib/base/text.h"
#include "lib/json/values.h"
#include "lib/parse/rating.h"
#include "lib/parse/table_reading.h"

/* A cell as folded text; unknown when it is empty. */
static struct slice fold(struct table_reading *r, struct slice text)
{
    struct slice trimmed = text_trim(text);
    if (trimmed.len == 0)
        return slice_from(NULL, 0);
    if (text_is_folded(trimmed))
        return trimmed;
    struct bytes folded = {0};
    text_add_folded(&folded, trimmed);
    struct slice kept = arena_keep(&r->row, &folded, &r->no_memory);
    return kept.len == 0 ? slice_from(NULL, 0) : kept;
}

/* A field of the row, which programs may have guarded for spreadsheets. */
struct slice table_field(const struct table_row *row, size_t at)
{
    return at < row->count ? formula_without_guard(row->fields[at])
                           : slice_from(NULL, 0);
}

struct slice table_cell(struct table_reading *r, const struct table_row *row,
                        enum table_column column)
{
    struct slice field = table_field(row, r->columns.at[column]);
    return slice_known(field) ? fold(r, field) : field;
}

int64_t table_number(struct table_reading *r, const struct table_row *row,
                     enum table_column column)
{
    struct slice text = table_cell(r, row, column);
    return slice_known(text) ? rating_read_number(text) : DECIMAL_UNKNOWN;
}

int64_t table_count(struct table_reading *r, const struct table_row *row,
                    enum table_column column)
{
    struct slice text = table_cell(r, row, column);
    return slice_known(text) ? rating_read_count(text) : -1;
}

/* A share of the whole; what is none is unknown. */
int64_t table_percentage(struct table_reading *r, const struct table_row *row,
                         enum table_column column)
{
    enum { WHOLE = 100 * 100 };
    int64_t number = table_number(r, row, column);
    return number >= 0 && number <= WHOLE ? number : DECIMAL_UNKNOWN;
}

/*
 * The items of a cell with pros or cons: its lines or, where it has only one,
 * parts behind `;` or `|`.
 */
size_t table_items(struct table_reading *r, const struct table_row *row,
                   enum table_column column, struct slice *items)
{
    size_t count = 0;
    struct slice rest = table_field(row, r->columns.at[column]);
    bool lines = rest.len != 0 && (memchr(rest.at, '\n', rest.len) != NULL ||
                                   memchr(rest.at, '\r', rest.len) != NULL);
    while (rest.len != 0 && count < LIST_MOST) {
        size_t len = 0;
        while (len < rest.len &&
               memchr("\n\r;|", rest.at[len], lines ? 2 : 4) == NULL)
            len++;
        struct slice item = fold(r, slice_from(rest.at, len));
        if (slice_known(item))
            items[count++] = item;
        rest = slice_after(rest, len + (len < rest.len));
    }
    return count;
}

/* An object of strings, as JSON; unknown for anything else. */
struct slice table_inferred(struct table_reading *r,
                            const struct table_row *row)
{
    struct slice text = table_cell(r, row, COLUMN_INFERRED);
    struct json_values values = {0};
    if (!slice_known(text) || text.at[0] != '{' ||
        !json_values_read(&values, text, &r->row, &r->no_memory))
        return slice_from(NULL, 0);
    for (uint32_t i = 1; i < values.count; i++)
        if (values.at[i].kind != FIELD_STRING)
            return slice_from(NULL, 0);
    return text;
}
