#include "lib/record/side_by_side.h"

#include "lib/record/matrix.h"
#include "lib/record/parts.h"

typedef int64_t number_at(const struct side_by_side *s, size_t row,
                          size_t column);

/* Writes `better`: the columns whose number is the highest of the row. */
static void write_better(struct json_writer *w, const struct side_by_side *s,
                         const struct spread *numbers, number_at *at,
                         size_t row)
{
    json_write_key(w, "better");
    if (numbers->known < 2) {
        json_write_null(w);
        return;
    }
    json_write_open(w, '[');
    for (size_t i = 0; i < s->count; i++)
        if (at(s, row, i) == numbers->highest)
            json_write_integer(w, (int64_t)i);
    json_write_close(w, ']');
}

static void write_title(struct json_writer *w, const struct side_by_side *s)
{
    json_write_key(w, "title");
    json_before_value(w);
    size_t named = matrix_named(s->count);
    for (size_t i = 0; i < named; i++) {
        bytes_add_string(w->out, i == 0 ? "\"" : " vs ");
        bytes_add_slice(w->out, s->columns[i]->name);
    }
    if (named < s->count)
        bytes_add_format(w->out, " and %zu more", s->count - named);
    bytes_add_byte(w->out, '"');
}

static void write_tools(struct json_writer *w, const struct side_by_side *s)
{
    json_write_key(w, "tools");
    json_write_open(w, '[');
    for (size_t i = 0; i < s->count; i++)
        json_write_raw(w, s->columns[i]->verdict);
    json_write_close(w, ']');
}

static void write_decision_row(struct json_writer *w,
                               const struct side_by_side *s,
                               enum decision_field field)
{
    json_write_open(w, '{');
    write_string(w, "field", decision_field_title(field));
    json_write_key(w, "values");
    json_write_open(w, '[');
    for (size_t i = 0; i < s->count; i++)
        json_write_raw(w, s->columns[i]->words[field]);
    json_write_close(w, ']');
    write_better(w, s, &s->decision[field], decision_number, field);
    json_write_close(w, '}');
}

static void write_line(struct json_writer *w, const struct side_by_side *s,
                       size_t place)
{
    const struct scorecard_line *line = &s->lines[place];
    const struct column_review *const *cells = s->cells + s->count * place;
    json_write_open(w, '{');
    json_write_key(w, "reviewer");
    json_write_raw(w, line->reviewer);
    json_write_key(w, "cells");
    json_write_open(w, '[');
    for (size_t i = 0; i < s->count; i++) {
        if (cells[i] == NULL)
            json_write_null(w);
        else
            json_write_raw(w, cells[i]->cell);
    }
    json_write_close(w, ']');
    write_decimal(w, "range",
                  line->scores.known < 2
                      ? DECIMAL_UNKNOWN
                      : line->scores.highest - line->scores.lowest);
    write_better(w, s, &line->scores, scorecard_number, place);
    json_write_close(w, '}');
}

/* The ranking has those that tie in the order of the columns. */
static void write_winner(struct json_writer *w, const struct side_by_side *s)
{
    json_write_key(w, "winner");
    json_write_open(w, '[');
    for (size_t i = 0; i < s->count && s->ranking[i].rank == 1; i++)
        json_write_integer(w, (int64_t)s->ranking[i].column);
    json_write_close(w, ']');
}

static void write_ranking(struct json_writer *w, const struct side_by_side *s)
{
    json_write_key(w, "ranking");
    json_write_open(w, '[');
    for (size_t i = 0; i < s->count; i++) {
        const struct standing *standing = &s->ranking[i];
        json_write_open(w, '{');
        write_count(w, "column", (int64_t)standing->column);
        write_count(w, "rank", (int64_t)standing->rank);
        write_count(w, "won", (int64_t)standing->won);
        write_count(w, "lost", (int64_t)standing->lost);
        json_write_close(w, '}');
    }
    json_write_close(w, ']');
}

void matrix_add(struct bytes *out, const struct side_by_side *s)
{
    struct json_writer w = {.out = out};
    json_write_open(&w, '{');
    write_string(&w, "type", slice_of("matrix"));
    write_title(&w, s);
    write_tools(&w, s);
    json_write_key(&w, "decision");
    json_write_open(&w, '[');
    for (int i = 0; i < DECISION_FIELDS; i++)
        write_decision_row(&w, s, (enum decision_field)i);
    json_write_close(&w, ']');
    json_write_key(&w, "scorecard");
    json_write_open(&w, '[');
    for (size_t i = 0; i < s->line_count; i++)
        write_line(&w, s, i);
    json_write_close(&w, ']');
    write_winner(&w, s);
    write_ranking(&w, s);
    json_write_key(&w, "margin");
    json_before_value(&w);
    margin_add(out, s);
    json_write_key(&w, "why");
    json_before_value(&w);
    bytes_add_byte(out, '"');
    bytes_add_slice(out, s->why);
    bytes_add_byte(out, '"');
    opinions_add(out, s);
    json_write_close(&w, '}');
}
