#include "lib/record/matrix.h"

#include "lib/record/parts.h"

/* The columns that an array names; a null one names none. */
static bool read_columns(struct object *o, const char *key, size_t count,
                         struct arena *arena, bool **columns, bool *known)
{
    const json_t *array = object_array(o, key);
    *columns = arena_array(arena, count + 1, sizeof **columns);
    if (*columns == NULL)
        return false;
    for (size_t i = 0; i < json_array_size(array); i++) {
        const json_t *column = json_array_get(array, i);
        json_int_t number = json_integer_value(column);
        if (!json_is_integer(column) || number < 0 || (size_t)number >= count)
            object_refuse(o, key, "an array of columns or null");
        else
            (*columns)[number] = true;
    }
    if (known != NULL)
        *known = array != NULL;
    return true;
}

/* An array with an item a column. */
static const json_t *row_of(struct object *o, const char *key, size_t count)
{
    const json_t *array = object_array(o, key);
    if (json_array_size(array) != count)
        object_refuse(o, key, "an array with an item a tool");
    return array;
}

static bool read_tools(struct object *o, struct arena *arena, struct matrix *m)
{
    const json_t *array = object_array(o, "tools");
    m->tool_count = json_array_size(array);
    m->tools = arena_array(arena, m->tool_count + 1, sizeof *m->tools);
    if (m->tools == NULL)
        return false;
    for (size_t i = 0; i < m->tool_count; i++) {
        struct object tool = object_item(o, "tools", array, i);
        if (!verdict_read(&tool, arena, &m->tools[i]))
            return false;
        object_adopt(o, &tool, "tools");
    }
    return true;
}

static bool read_decision(struct object *o, struct arena *arena,
                          struct matrix *m)
{
    const json_t *array = object_array(o, "decision");
    m->decision_count = json_array_size(array);
    m->decision =
        arena_array(arena, m->decision_count + 1, sizeof *m->decision);
    if (m->decision == NULL)
        return false;
    for (size_t i = 0; i < m->decision_count; i++) {
        struct object item = object_item(o, "decision", array, i);
        struct matrix_decision *row = &m->decision[i];
        const json_t *values = row_of(&item, "values", m->tool_count);
        row->field = object_string(&item, "field");
        row->values =
            arena_array(arena, m->tool_count + 1, sizeof *row->values);
        if (row->values == NULL ||
            !read_columns(&item, "better", m->tool_count, arena, &row->better,
                          &row->compared))
            return false;
        for (size_t k = 0; k < m->tool_count; k++)
            row->values[k] = tree_string(json_array_get(values, k));
        object_adopt(o, &item, "decision");
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
    const json_t *cells = row_of(o, "cells", m->tool_count);
    row->reviewer = object_string(o, "reviewer");
    row->range = object_decimal(o, "range");
    row->cells = arena_array(arena, m->tool_count + 1, sizeof *row->cells);
    if (row->cells == NULL ||
        !read_columns(o, "better", m->tool_count, arena, &row->better, NULL))
        return false;
    for (size_t k = 0; k < m->tool_count; k++) {
        struct object cell = {.value = json_array_get(cells, k)};
        if (!json_is_object(cell.value)) {
            if (!json_is_null(cell.value))
                object_refuse(o, "cells", "an array of objects or nulls");
            cell.value = NULL;
        }
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
    const json_t *array = object_array(o, "scorecard");
    size_t count = json_array_size(array);
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
    for (size_t i = 0; i < count; i++) {
        struct object item = object_item(o, "scorecard", array, i);
        if (!read_row(&item, arena, m, &m->scorecard[i]))
            return false;
        object_adopt(o, &item, "scorecard");
    }
    return true;
}

static bool read_ranking(struct object *o, struct arena *arena,
                         struct matrix *m)
{
    const json_t *array = object_array(o, "ranking");
    m->ranking_count = json_array_size(array);
    m->ranking = arena_array(arena, m->ranking_count + 1, sizeof *m->ranking);
    if (m->ranking == NULL)
        return false;
    for (size_t i = 0; i < m->ranking_count; i++) {
        struct object item = object_item(o, "ranking", array, i);
        int64_t column = object_count(&item, "column");
        if (column < 0 || (uint64_t)column >= m->tool_count)
            object_refuse(&item, "column", "a column");
        m->ranking[i] = (struct matrix_place){
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
