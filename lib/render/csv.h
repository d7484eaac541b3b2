/* The formats csv and tsv: what their files share. */
#ifndef VTOOLS_RENDER_CSV_H
#define VTOOLS_RENDER_CSV_H

#include "lib/json/fields.h"
#include "lib/render/document.h"

/*
 * The columns that records of some types have in common, which NULL ends.
 * Each is the path of its values in a record and, behind a `=`, its name, if
 * that is not the path with `_` for every dot.  Where there are several types,
 * `type` is the first.
 */
struct csv_table {
    const char *types[3]; /* NULL: no more */
    const char *const *columns;
};

/* NULL when there is no table for the type. */
const struct csv_table *csv_table_of(struct slice type);

/* How cells are written. */
struct csv_style {
    char separator;
    bool raw; /* strings as they are: no guard, no control character masked */
};

/* Adds the cell of a value.  `room` is cleared and worked in. */
void csv_add_cell(struct bytes *out, const struct field *value,
                  const struct csv_style *style, struct bytes *room);

/* Adds a string as a cell. */
void csv_add_string(struct bytes *out, struct slice text,
                    const struct csv_style *style, struct bytes *room);

#endif
