#include "lib/render/listing.h"

#include <stdlib.h>

void listing_free(struct listing *l)
{
    free(l->columns);
    free(l->cells);
    arena_free(&l->arena);
    *l = (struct listing){0};
}

void listing_clear(struct listing *l)
{
    l->title = l->hint = l->alone = slice_from(NULL, 0);
    l->part = false;
    l->column_count = l->row_count = 0;
    arena_reset(&l->arena);
}

/* The items with room for `wanted`; NULL and `failed` without memory. */
static void *make_room(struct listing *l, void *items, size_t wanted,
                       size_t *cap, size_t size)
{
    size_t grown_cap = *cap == 0 ? 16 : *cap * 2;
    if (wanted <= *cap)
        return items;
    void *grown =
        reallocarray(items, grown_cap < wanted ? wanted : grown_cap, size);
    if (grown == NULL)
        l->failed = true;
    else
        *cap = grown_cap < wanted ? wanted : grown_cap;
    return grown;
}

void listing_add_column(struct listing *l, const char *title,
                        enum listing_kind kind, int yields)
{
    struct listing_column *columns = make_room(
        l, l->columns, l->column_count + 1, &l->column_cap, sizeof *columns);
    if (columns == NULL)
        return;
    l->columns = columns;
    columns[l->column_count++] =
        (struct listing_column){slice_of(title), kind, yields};
}

void listing_add_row(struct listing *l)
{
    size_t from = l->row_count * l->column_count;
    struct listing_cell *cells = make_room(l, l->cells, from + l->column_count,
                                           &l->cell_cap, sizeof *cells);
    if (cells == NULL)
        return;
    l->cells = cells;
    for (size_t i = 0; i < l->column_count; i++)
        cells[from + i] = (struct listing_cell){.score = DECIMAL_UNKNOWN};
    l->row_count++;
}

struct listing_cell *listing_cell(struct listing *l, size_t column)
{
    static struct listing_cell unseen;
    return l->failed || l->row_count == 0 || column >= l->column_count
               ? &unseen
               : &l->cells[(l->row_count - 1) * l->column_count + column];
}

const struct listing_cell *listing_row(const struct listing *l, size_t row)
{
    return &l->cells[row * l->column_count];
}

/* That there is no verdict says something. */
static bool is_empty(const struct listing *l, size_t column)
{
    enum listing_kind kind = l->columns[column].kind;
    bool empty = kind != LISTING_NAME && kind != LISTING_VERDICT;
    for (size_t i = 0; empty && i < l->row_count; i++) {
        const struct listing_cell *cell = &listing_row(l, i)[column];
        empty = cell->text.len == 0 && cell->aside.len == 0;
    }
    return empty;
}

/* Rows need a name: words may be one, where they come next. */
static bool can_go(const struct listing *l, size_t column)
{
    enum listing_kind kind = l->columns[column].kind;
    return kind == LISTING_WORDS ||
           (kind == LISTING_NAME && column + 1 < l->column_count &&
            l->columns[column + 1].kind == LISTING_WORDS);
}

static bool only_says(const struct listing *l, size_t column, struct slice said)
{
    bool same = said.len != 0 && can_go(l, column);
    for (size_t i = 0; same && i < l->row_count; i++) {
        const struct listing_cell *cell = &listing_row(l, i)[column];
        same = slice_equal(cell->text, said) && cell->aside.len == 0;
    }
    return same;
}

static void drop_column(struct listing *l, size_t column)
{
    size_t kept = 0;
    if (l->columns[column].kind == LISTING_NAME)
        l->columns[column + 1].kind = LISTING_NAME;
    for (size_t i = 0; i < l->row_count * l->column_count; i++)
        if (i % l->column_count != column)
            l->cells[kept++] = l->cells[i];
    l->column_count--;
    memmove(&l->columns[column], &l->columns[column + 1],
            (l->column_count - column) * sizeof *l->columns);
}

static bool is_about(const struct listing *l, struct slice said)
{
    bool about = false;
    for (size_t i = 0; l->row_count == 1 && i < l->column_count; i++)
        about = about || (l->columns[i].kind == LISTING_NAME &&
                          slice_equal(listing_row(l, 0)[i].text, said));
    return about && said.len != 0;
}

void listing_tidy(struct listing *l, struct slice said)
{
    for (size_t i = l->column_count; !l->failed && i-- != 0;)
        if (is_empty(l, i) || only_says(l, i, said))
            drop_column(l, i);
    if (!l->failed && slice_known(l->alone) && is_about(l, said))
        l->title = l->alone;
}

struct slice listing_keep(struct listing *l, struct slice s)
{
    return arena_copy(&l->arena, s, &l->failed);
}

struct slice listing_keep_words(struct listing *l, struct bytes *words)
{
    struct slice kept = {NULL, 0};
    if (words->len != 0)
        kept = listing_keep(l, bytes_slice(words));
    l->failed = l->failed || words->failed;
    bytes_clear(words);
    return kept;
}
