/* Where what a row says was read. */
#include "lib/base/instant.h"
#include "lib/parse/table_reading.h"

/* The key of a page, as hash_add_hex makes it. */
static bool is_page_key(struct slice text)
{
    enum { KEY_DIGITS = 16 };
    size_t at = 0;
    while (at < text.len && memchr("0123456789abcdef", text.at[at], 16) != NULL)
        at++;
    return at == text.len && at == KEY_DIGITS;
}

/* A whole number or, in an empty cell, -1.  False for anything else. */
static bool read_whole(struct slice text, int64_t *number)
{
    enum { DIGITS_MOST = 15 };
    *number = text.len == 0 ? -1 : 0;
    for (size_t i = 0; i < text.len; i++) {
        if (text.at[i] < '0' || text.at[i] > '9')
            return false;
        *number = *number * 10 + (text.at[i] - '0');
        if (i == DIGITS_MOST)
            return false;
    }
    return true;
}

static struct slice instant_cell(struct table_reading *r,
                                 const struct table_row *row)
{
    struct bytes instant = {0};
    struct slice text = table_cell(r, row, COLUMN_SOURCE_FETCHED);
    if (slice_known(text) && instant_add(&instant, text))
        return arena_keep(&r->row, &instant, &r->no_memory);
    r->no_memory = r->no_memory || instant.failed;
    bytes_free(&instant);
    return slice_from(NULL, 0);
}

struct table_place table_place(struct table_reading *r,
                               const struct table_row *row, size_t number)
{
    struct slice page = table_cell(r, row, COLUMN_PAGE);
    struct table_place stated = {.is_stated = true, .page = page};
    if (!slice_known(page) || !is_page_key(page) ||
        !read_whole(table_cell(r, row, COLUMN_ROW), &stated.row) ||
        !read_whole(table_cell(r, row, COLUMN_COL), &stated.col))
        return (struct table_place){.page = r->page_key,
                                    .row = (int64_t)number,
                                    .col = -1,
                                    .url = r->page->url,
                                    .fetched = r->page->fetched};
    stated.url = table_cell(r, row, COLUMN_SOURCE_URL);
    stated.fetched = instant_cell(r, row);
    return stated;
}
