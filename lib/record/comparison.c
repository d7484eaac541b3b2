#include "lib/record/comparison.h"

#include "lib/base/decimal.h"
#include "lib/record/parts.h"

static const char *const comparison_names[] = {
    "type",   "title",  "a",   "b",     "decision", "scorecard",
    "winner", "margin", "why", "agree", "split",    NULL};

struct slice side_word(enum side s)
{
    static const char *const words[] = {
        [SIDE_NONE] = NULL,
        [SIDE_A] = "a",
        [SIDE_B] = "b",
        [SIDE_TIE] = "tie",
    };
    return slice_of(words[s]);
}

static enum side read_side(struct object *o, const char *key)
{
    struct slice word = object_string(o, key);
    for (int s = SIDE_NONE; s <= SIDE_TIE; s++)
        if (slice_equal(word, side_word((enum side)s)))
            return (enum side)s;
    object_refuse(o, key, "\"a\", \"b\", \"tie\" or null");
    return SIDE_NONE;
}

static bool read_verdict(struct object *o, const char *key, struct arena *arena,
                         struct verdict *v)
{
    struct object inside = object_inside(o, key);
    bool read = verdict_read(&inside, arena, v);
    object_adopt(o, &inside, key);
    return read;
}

static bool read_decision(struct object *o, struct arena *arena,
                          struct comparison *c)
{
    const struct json_value *array = object_array(o, "decision");
    c->decision_count = json_value_size(array);
    c->decision = arena_array(arena, c->decision_count, sizeof *c->decision);
    if (c->decision == NULL)
        return false;
    struct decision_row *row = c->decision;
    json_value_each(array, value)
    {
        struct object item = object_item(o, "decision", value);
        *row++ = (struct decision_row){
            .field = object_string(&item, "field"),
            .a = object_string(&item, "a"),
            .b = object_string(&item, "b"),
            .better = read_side(&item, "better"),
        };
        object_adopt(o, &item, "decision");
    }
    return true;
}

bool scorecard_cell_read(struct object *o, struct arena *arena,
                         struct scorecard_cell *cell)
{
    *cell = (struct scorecard_cell){
        .known = o->value != NULL,
        .score = object_percentage(o, "score"),
        .verdict = read_judgement(o, "verdict"),
        .text = object_string(o, "text"),
    };
    return read_text(object_inside(o, "inferred").value, arena,
                     &cell->inferred);
}

static bool read_cell(struct object *row, const char *key, struct arena *arena,
                      struct comparison *c, struct scorecard_cell *cell)
{
    struct object inside = object_inside(row, key);
    if (object_member(&inside, "text") != NULL)
        c->brief = false;
    bool read = scorecard_cell_read(&inside, arena, cell);
    object_adopt(row, &inside, key);
    return read;
}

/* Adds a cell to the panel of its tool. */
static void add_to_panel(struct verdict *v, struct slice reviewer,
                         const struct scorecard_cell *cell)
{
    if (!cell->known)
        return;
    v->panel[v->panel_count++] = (struct panel_review){
        .reviewer = reviewer,
        .score = cell->score,
        .verdict = cell->verdict,
        .text = cell->text,
        .inferred = cell->inferred,
    };
}

static bool read_scorecard(struct object *o, struct arena *arena,
                           struct comparison *c)
{
    const struct json_value *array = object_array(o, "scorecard");
    size_t count = json_value_size(array);
    c->scorecard = arena_array(arena, count, sizeof *c->scorecard);
    c->a.panel = arena_array(arena, count, sizeof *c->a.panel);
    c->b.panel = arena_array(arena, count, sizeof *c->b.panel);
    if (c->scorecard == NULL || c->a.panel == NULL || c->b.panel == NULL)
        return false;
    c->brief = count != 0;
    c->scorecard_count = count;
    c->a.panel_count = c->b.panel_count = 0;
    struct scorecard_row *row = c->scorecard;
    json_value_each(array, value)
    {
        struct object item = object_item(o, "scorecard", value);
        row->reviewer = object_string(&item, "reviewer");
        row->delta = object_decimal(&item, "delta");
        if (!read_cell(&item, "a", arena, c, &row->a) ||
            !read_cell(&item, "b", arena, c, &row->b))
            return false;
        add_to_panel(&c->a, row->reviewer, &row->a);
        add_to_panel(&c->b, row->reviewer, &row->b);
        object_adopt(o, &item, "scorecard");
        row++;
    }
    return true;
}

bool reviewers_read(struct object *o, const char *key, struct arena *arena,
                    struct slice **names, size_t *count)
{
    const struct json_value *array = object_array(o, key);
    *count = json_value_size(array);
    *names = arena_array(arena, *count, sizeof **names);
    if (*names == NULL)
        return false;
    struct slice *name = *names;
    json_value_each(array, value)
    {
        *name = json_value_string(value);
        if (!slice_known(*name++))
            object_refuse(o, key, "an array of strings");
    }
    return true;
}

static void read_margin(struct object *o, struct comparison *c)
{
    struct object inside = object_inside(o, "margin");
    c->margin_ship_pct = object_decimal(&inside, "ship_pct");
    c->margin_score = object_decimal(&inside, "score");
    object_adopt(o, &inside, "margin");
}

bool comparison_read(struct object *o, struct arena *arena,
                     struct comparison *c)
{
    *c = (struct comparison){0};
    c->title = object_string(o, "title");
    c->winner = read_side(o, "winner");
    c->why = object_string(o, "why");
    read_margin(o, c);
    return read_verdict(o, "a", arena, &c->a) &&
           read_verdict(o, "b", arena, &c->b) && read_decision(o, arena, c) &&
           read_scorecard(o, arena, c) &&
           reviewers_read(o, "agree", arena, &c->agree, &c->agree_count) &&
           reviewers_read(o, "split", arena, &c->split, &c->split_count) &&
           read_others(o, comparison_names, arena, &c->others);
}
