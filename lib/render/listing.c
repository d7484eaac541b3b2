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
    l->title = l->hint = slice_from(NULL, 0);
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
