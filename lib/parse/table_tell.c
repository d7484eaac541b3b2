/* What there is to say of a table besides its records. */
#include "lib/parse/table_reading.h"

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

/*
 * A table of nothing but tools is one; where there are other columns, its
 * reviews may be in them.
 */
static void tell_unknown_columns(const struct table_reading *r,
                                 const struct table_row *row)
{
    struct bytes list = {0};
    size_t count = 0;
    for (size_t f = 0; f < row->count; f++) {
        bool known = r->columns.key == f;
        for (int i = 0; i < COLUMN_TOTAL; i++)
            known = known || r->columns.at[i] == f;
        if (known)
            continue;
        bytes_add_string(&list, count++ == 0 ? "" : ", ");
        bytes_add_slice(&list, row->fields[f]);
    }
    if (count != 0 && !list.failed) {
        struct diag d;
        diag_set(&d, r->page->name, row->line, 0,
                 "no column of reviews; columns that are not known (--map): "
                 "%zu, %.*s",
                 count, (int)list.len, list.at);
        listener_tell(r->listener, &d);
    }
    bytes_free(&list);
}

void table_tell_columns(const struct table_reading *r,
                        const struct table_row *row)
{
    if (r->choice != NULL && r->choice->trace)
        trace_columns(r, row);
    if (!table_columns_judge(&r->columns))
        tell_unknown_columns(r, row);
}

void table_count_oddity(struct table_reading *r, struct table_oddity *oddity,
                        const struct table_row *row, struct slice text)
{
    if (oddity->count++ != 0)
        return;
    oddity->line = row->line;
    oddity->first = arena_copy(r->arena, text, &r->no_memory);
}

static void tell(const struct table_reading *r, const char *what,
                 const struct table_oddity *oddity)
{
    struct diag d;
    if (oddity->count == 0)
        return;
    diag_set(&d, r->page->name, oddity->line, 0, "%s: %zu, the first '%.*s'",
             what, oddity->count, DIAG_SHOWN(oddity->first));
    listener_tell(r->listener, &d);
}

void table_tell_oddities(const struct table_reading *r)
{
    tell(r, "verdict words that are unknown", &r->words);
    tell(r, "scores that are none", &r->ratings);
}
