#include "lib/record/side_by_side.h"

#include "lib/base/decimal.h"
#include "lib/json/write.h"

/* Which of the two has the higher number. */
static const char *better_of(const struct spread *numbers)
{
    if (numbers->known < 2)
        return "null";
    if (numbers->leaders == 2)
        return "\"tie\"";
    return numbers->first == 0 ? "\"a\"" : "\"b\"";
}

static void add_decision(struct bytes *out, const struct side_by_side *s)
{
    for (int i = 0; i < DECISION_FIELDS; i++) {
        bytes_add_string(out, i == 0 ? "{\"field\":\"" : "},{\"field\":\"");
        bytes_add_slice(out, decision_field_title((enum decision_field)i));
        bytes_add_string(out, "\",\"a\":");
        bytes_add_slice(out, s->columns[0]->words[i]);
        bytes_add_string(out, ",\"b\":");
        bytes_add_slice(out, s->columns[1]->words[i]);
        bytes_add_string(out, ",\"better\":");
        bytes_add_string(out, better_of(&s->decision[i]));
    }
    bytes_add_byte(out, '}');
}

static void add_cell(struct bytes *out, const struct column_review *cell)
{
    if (cell == NULL)
        bytes_add_string(out, "null");
    else
        bytes_add_slice(out, cell->cell);
}

static void add_delta(struct bytes *out,
                      const struct column_review *const *cells,
                      const struct spread *scores)
{
    if (scores->known < 2)
        bytes_add_string(out, "null");
    else
        decimal_add(out, cells[1]->score - cells[0]->score);
}

static void add_scorecard(struct bytes *out, const struct side_by_side *s)
{
    for (size_t i = 0; i < s->line_count; i++) {
        const struct scorecard_line *line = &s->lines[i];
        const struct column_review *const *cells = s->cells + 2 * i;
        bytes_add_string(out, i == 0 ? "{\"reviewer\":" : ",{\"reviewer\":");
        bytes_add_slice(out, line->reviewer);
        bytes_add_string(out, ",\"a\":");
        add_cell(out, cells[0]);
        bytes_add_string(out, ",\"b\":");
        add_cell(out, cells[1]);
        bytes_add_string(out, ",\"delta\":");
        add_delta(out, cells, &line->scores);
        bytes_add_byte(out, '}');
    }
}

static const char *winner_of(const struct side_by_side *s)
{
    if (s->ranking[1].rank == 1)
        return "tie";
    return s->ranking[0].column == 0 ? "a" : "b";
}

void comparison_add(struct bytes *out, const struct side_by_side *s)
{
    const struct column *a = s->columns[0], *b = s->columns[1];
    bytes_add_string(out, "{\"type\":\"comparison\",\"title\":\"");
    bytes_add_slice(out, a->name);
    bytes_add_string(out, " vs ");
    bytes_add_slice(out, b->name);
    bytes_add_string(out, "\",\"a\":");
    bytes_add_slice(out, a->verdict);
    bytes_add_string(out, ",\"b\":");
    bytes_add_slice(out, b->verdict);
    bytes_add_string(out, ",\"decision\":[");
    add_decision(out, s);
    bytes_add_string(out, "],\"scorecard\":[");
    add_scorecard(out, s);
    bytes_add_string(out, "],\"winner\":\"");
    bytes_add_string(out, winner_of(s));
    bytes_add_string(out, "\",\"margin\":");
    margin_add(out, s);
    bytes_add_string(out, ",\"why\":\"");
    bytes_add_slice(out, s->why);
    bytes_add_byte(out, '"');
    opinions_add(out, s);
    bytes_add_byte(out, '}');
}
