#include "lib/record/matrix.h"

#include "lib/record/parts.h"

/* The columns that an array names; a null one names none. */
static bool read_columns(struct object *o, const char *key, size_t count,
                         struct arena *arena, bool **columns, bool *known)
{
    const struct json_value *array = object_array(o, key);
    *columns = arena_array(arena, count + 1, sizeof **columns);
    if (*columns == NULL)
        return false;
    json_value_each(array, column)
    {
        int64_t number =
            json_value_is_integer(column) ? json_value_integer(column) : -1;
        if (number < 0 || (size_t)number >= count)
            object_refuse(o, key, "an array of columns or null");
        else
            (*columns)[number] = true;
    }
    if (known != NULL)
        *known = array != NULL;
    return true;
}

/* An array with an item a column. */
static const struct json_value *row_of(struct object *o, const char *key,
                                       size_t count)
{
    const struct json_value *array = object_array(o, key);
    if (json_value_size(array) != count)
        object_refuse(o, key, "an array with an item a tool");
    return array;
}

static bool read_tools(struct object *o, struct arena *arena, struct matrix *m)
{
    const struct json_value *array = object_array(o, "tools");
    m->tool_count = json_value_size(array);
    m->tools = arena_array(arena, m->tool_count + 1, sizeof *m->tools);
    if (m->tools == NULL)
        return false;
    struct verdict *v = m->tools;
    json_value_each(array, value)
    {
        struct object tool = object_item(o, "tools", value);
        if (!verdict_read(&tool, arena, v++))
            return false;
        object_adopt(o, &tool, "tools");
    }
    return true;
}

static bool read_decision(struct object *o, struct arena *arena,
                          struct matrix *m)
{
    const struct json_value *array = object_array(o, "decision");
    m->decision_count = json_value_size(array);
    m->decision =
        arena_array(arena, m->decision_count + 1, sizeof *m->decision);
    if (m->decision == NULL)
        return false;
    struct matrix_decision *row = m->decision;
    json_value_each(array, value)
    {
        struct object item = object_item(o, "decision", value);
        const struct json_value *values =
            row_of(&item, "values", m->tool_count);
        row->field = object_string(&item, "field");
        row->values =
            arena_array(arena, m->tool_count + 1, sizeof *row->values);
        if (row->values == NULL ||
            !read_columns(&item, "better", m->tool_count, arena, &row->better,
                          &row->compared))
            return false;
        const struct json_value *cell = json_value_first(values);
        for (size_t k = 0; k < m->tool_count && cell != NULL; k++) {
            row->values[k] = json_value_string(cell);
            cell = json_value_next(values, cell);
        }
        object_adopt(o, &item, "decision");
        row++;
    }
    return true;
}

static void add_to_panel(struct verdict *v, struct slice reviewer,
                         const struct scorecard_cell *cell)
{
    if (cell->known)
        v->panel[v->panel_count++] = (struct panel_review){
            .reviewer = reviewer,
            .score = cell->score,
            .verdict = cell->verdict,
            .text = cell->text,
            .inferred = cell->inferred,
        };
}

static bool read_row(struct object *o, struct arena *arena, struct matrix *m,
                     struct matrix_row *row)
{
    const struct json_value *cells = row_of(o, "cells", m->tool_count);
    row->reviewer = object_string(o, "reviewer");
    row->range = object_decimal(o, "range");
    row->cells = arena_array(arena, m->tool_count + 1, sizeof *row->cells);
    if (row->cells == NULL ||
        !read_columns(o, "better", m->tool_count, arena, &row->better, NULL))
        return false;
    const struct json_value *value = json_value_first(cells);
    for (size_t k = 0; k < m->tool_count; k++) {
        struct object cell = {.value = value};
        if (!json_value_is(value, FIELD_OBJECT)) {
            if (!json_value_is(value, FIELD_NULL))
                object_refuse(o, "cells", "an array of objects or nulls");
            cell.value = NULL;
        }
        if (value != NULL)
            value = json_value_next(cells, value);
        if (!scorecard_cell_read(&cell, arena, &row->cells[k]))
            return false;
        object_adopt(o, &cell, "cells");
        add_to_panel(&m->tools[k], row->reviewer, &row->cells[k]);
    }
    return true;
}

static bool read_scorecard(struct object *o, struct arena *arena,
                           struct matrix *m)
{
    const struct json_value *array = object_array(o, "scorecard");
    size_t count = json_value_size(array);
    m->scorecard_count = count;
    m->scorecard = arena_array(arena, count + 1, sizeof *m->scorecard);
    if (m->scorecard == NULL)
        return false;
    for (size_t k = 0; k < m->tool_count; k++) {
        struct verdict *v = &m->tools[k];
        v->panel = arena_array(arena, count + 1, sizeof *v->panel);
        v->panel_count = 0;
        if (v->panel == NULL)
            return false;
    }
    struct matrix_row *row = m->scorecard;
    json_value_each(array, value)
    {
        struct object item = object_item(o, "scorecard", value);
        if (!read_row(&item, arena, m, row++))
            return false;
        object_adopt(o, &item, "scorecard");
    }
    return true;
}

static bool read_ranking(struct object *o, struct arena *arena,
                         struct matrix *m)
{
    const struct json_value *array = object_array(o, "ranking");
    m->ranking_count = json_value_size(array);
    m->ranking = arena_array(arena, m->ranking_count + 1, sizeof *m->ranking);
    if (m->ranking == NULL)
        return false;
    struct matrix_place *place = m->ranking;
    json_value_each(array, value)
    {
        struct object item = object_item(o, "ranking", value);
        int64_t column = object_count(&item, "column");
        if (column < 0 || (uint64_t)column >= m->tool_count)
            object_refuse(&item, "column", "a column");
        *place++ = (struct matrix_place){
            .column = (size_t)column,
            .rank = object_count(&item, "rank"),
            .won = object_count(&item, "won"),
            .lost = object_count(&item, "lost"),
        };
        object_adopt(o, &item, "ranking");
    }
    return true;
}

bool matrix_read(struct object *o, struct arena *arena, struct matrix *m)
{
    *m = (struct matrix){.title = object_string(o, "title"),
                         .why = object_string(o, "why")};
    struct object margin = object_inside(o, "margin");
    m->margin_ship_pct = object_decimal(&margin, "ship_pct");
    m->margin_score = object_decimal(&margin, "score");
    object_adopt(o, &margin, "margin");
    return read_tools(o, arena, m) && read_decision(o, arena, m) &&
           read_scorecard(o, arena, m) && read_ranking(o, arena, m) &&
           read_columns(o, "winner", m->tool_count, arena, &m->winner, NULL) &&
           reviewers_read(o, "agree", arena, &m->agree, &m->agree_count) &&
           reviewers_read(o, "split", arena, &m->split, &m->split_count);
}
