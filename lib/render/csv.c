/*
 * Tables of values separated by commas or tabs (RFC 4180), of the type of the
 * first record: the values are taken out of the lines as they come.
 */
#include "lib/render/csv.h"

#include <stdlib.h>

#include "lib/render/paths.h"

/* What a document of this format holds. */
struct csv {
    struct csv_style style;
    const char *line_end;
    struct paths *type_alone;      /* until there is a table */
    const struct csv_table *table; /* of the first record, or NULL */
    struct paths *paths;
    size_t count, type; /* columns; which is the type, or a value behind them */
    struct field *values;
    struct bytes room;
};

static void csv_begin(struct document *d, char separator, const char *line_end)
{
    static const char *const type[] = {"type"};
    struct csv *c = calloc(1, sizeof *c);
    d->own = c;
    if (c == NULL || (c->type_alone = paths_new(type, 1)) == NULL) {
        d->out.failed = true;
        return;
    }
    c->style = (struct csv_style){separator, d->settings.raw};
    c->line_end = line_end;
}

static void csv_begin_commas(struct document *d)
{
    csv_begin(d, ',', "\r\n");
}

static void csv_begin_tabs(struct document *d)
{
    csv_begin(d, '\t', "\n");
}

static void csv_free(struct document *d)
{
    struct csv *c = d->own;
    if (c == NULL)
        return;
    paths_free(c->type_alone);
    paths_free(c->paths);
    free(c->values);
    bytes_free(&c->room);
    free(c);
}

static void add_name(struct bytes *out, const char *column)
{
    const char *name = strchr(column, '=');
    for (const char *at = name == NULL ? column : name + 1; *at != '\0'; at++)
        bytes_add_byte(out, *at == '.' ? '_' : *at);
}

/* Takes the table's columns and writes their names.  False without memory. */
static bool begin_table(struct document *d, struct csv *c,
                        const struct csv_table *table)
{
    enum { COLUMNS_MOST = 80 };
    const char *wanted[COLUMNS_MOST + 1];
    for (c->count = 0; table->columns[c->count] != NULL; c->count++) {
        const char *column = wanted[c->count] = table->columns[c->count];
        if (c->count != 0)
            bytes_add_byte(&d->out, c->style.separator);
        add_name(&d->out, column);
    }
    bytes_add_string(&d->out, c->line_end);
    bool has_type = strcmp(wanted[0], "type") == 0;
    c->type = has_type ? 0 : c->count;
    wanted[c->count] = "type";
    size_t paths = c->count + !has_type;
    c->table = table;
    c->paths = paths_new(wanted, paths);
    c->values = calloc(paths, sizeof *c->values);
    return c->paths != NULL && c->values != NULL;
}

static bool is_of(const struct csv_table *table, const struct field *type)
{
    if (table == NULL || type->kind != FIELD_STRING || type->escaped)
        return false;
    for (size_t i = 0; i < 3 && table->types[i] != NULL; i++)
        if (slice_is(type->raw, table->types[i]))
            return true;
    return false;
}

static void add_row(struct document *d, struct csv *c)
{
    for (size_t i = 0; i < c->count; i++) {
        if (i != 0)
            bytes_add_byte(&d->out, c->style.separator);
        csv_add_cell(&d->out, &c->values[i], &c->style, &c->room);
    }
    bytes_add_string(&d->out, c->line_end);
}

/* A record that has no row here. */
static enum record_answer leave_out(struct document *d, struct csv *c,
                                    const struct record_line *line,
                                    const struct field *type, struct diag *diag)
{
    if (type->kind != FIELD_STRING) {
        diag_set(diag, line->source, line->number,
                 field_column(type->at, line->text),
                 "\"type\" must be a string");
        return RECORD_REJECTED;
    }
    bytes_clear(&c->room);
    field_add_decoded(&c->room, type);
    if (c->room.failed || !document_ignore(d, bytes_slice(&c->room))) {
        diag_no_memory(diag);
        return RECORD_STOP;
    }
    return RECORD_TAKEN;
}

static enum record_answer
csv_line(struct document *d, const struct record_line *line, struct diag *diag)
{
    struct csv *c = d->own;
    struct field alone, *type = &alone;
    bool enough = !d->out.failed;
    if (enough && c->table == NULL) {
        if (paths_read(c->type_alone, line->text, line->source, line->number,
                       &alone, diag) != FIELDS_READ)
            return RECORD_REJECTED;
        const struct csv_table *table =
            type->kind == FIELD_STRING ? csv_table_of(type->raw) : NULL;
        enough = table == NULL || begin_table(d, c, table);
    }
    if (enough && c->table != NULL) {
        if (paths_read(c->paths, line->text, line->source, line->number,
                       c->values, diag) != FIELDS_READ)
            return RECORD_REJECTED;
        type = &c->values[c->type];
    }
    if (enough && !is_of(c->table, type))
        return leave_out(d, c, line, type, diag);
    if (enough)
        add_row(d, c);
    if (!enough || d->out.failed || c->room.failed) {
        diag_no_memory(diag);
        return RECORD_STOP;
    }
    return RECORD_TAKEN;
}

const struct format format_csv = {
    .name = "csv",
    .extensions = ".csv",
    .begin = csv_begin_commas,
    .line = csv_line,
    .free = csv_free,
};

const struct format format_tsv = {
    .name = "tsv",
    .extensions = ".tsv .tab",
    .begin = csv_begin_tabs,
    .line = csv_line,
    .free = csv_free,
};
