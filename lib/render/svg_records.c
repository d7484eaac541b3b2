/* Records as badges and rows of plots. */
#include <stdlib.h>

#include "lib/render/facts.h"
#include "lib/render/svg.h"
#include "lib/render/words.h"

/* The scores of a panel as dots; NULL without memory. */
static struct svg_dot *dots_of(const struct verdict *v, size_t *count)
{
    struct svg_dot *dots = calloc(v->panel_count + 1, sizeof *dots);
    *count = 0;
    for (size_t i = 0; dots != NULL && i < v->panel_count; i++)
        if (v->panel[i].score != DECIMAL_UNKNOWN)
            dots[(*count)++] = (struct svg_dot){v->panel[i].score, ""};
    return dots;
}

static void add_verdict_row(struct document *d, const struct verdict *v,
                            const char *letter)
{
    struct bytes label = {0};
    size_t count;
    struct svg_dot *dots = dots_of(v, &count);
    if (*letter != '\0')
        bytes_add_format(&label, "%s  ", letter);
    bytes_add_slice(&label, verdict_name(v));
    bytes_add_string(&label, ": ");
    verdict_add_panel_words(&label, v);
    svg_add_row(d, &(struct svg_row){.label = bytes_slice(&label),
                                     .dots = dots,
                                     .count = count,
                                     .share = v->ship_pct,
                                     .low = v->interval_low,
                                     .high = v->interval_high});
    d->body.failed = d->body.failed || dots == NULL || label.failed;
    free(dots);
    bytes_free(&label);
}

void svg_end_rows(struct document *d)
{
    struct svg *s = d->own;
    if (s->rows_open)
        svg_end_plot(d);
    s->rows_open = false;
}

void svg_verdicts(struct document *d, const struct verdict *verdicts,
                  size_t count)
{
    svg_end_rows(d);
    if (count == 1) {
        svg_badge(d, verdicts);
        return;
    }
    svg_begin_plot(d, slice_of("Scores, and the share of ship with its "
                               "95% interval"));
    for (size_t i = 0; i < count; i++)
        add_verdict_row(d, &verdicts[i], "");
    svg_end_plot(d);
}

static void add_scorecard_row(struct document *d,
                              const struct scorecard_row *row)
{
    struct svg_dot dots[2];
    size_t count = 0;
    if (row->a.known && row->a.score != DECIMAL_UNKNOWN)
        dots[count++] = (struct svg_dot){row->a.score, "A"};
    if (row->b.known && row->b.score != DECIMAL_UNKNOWN)
        dots[count++] = (struct svg_dot){row->b.score, "B"};
    if (count == 0)
        return;
    struct svg_row shown = {.label = row->reviewer.len != 0
                                         ? row->reviewer
                                         : slice_of("Reviewer not named"),
                            .dots = dots,
                            .count = count,
                            .share = DECIMAL_UNKNOWN,
                            .low = DECIMAL_UNKNOWN,
                            .high = DECIMAL_UNKNOWN};
    svg_add_row(d, &shown);
}

void svg_comparison(struct document *d, const struct comparison *c)
{
    struct bytes title = {0};
    svg_end_rows(d);
    words_add_title(&title, c);
    svg_begin_plot(d, bytes_slice(&title));
    add_verdict_row(d, &c->a, "A");
    add_verdict_row(d, &c->b, "B");
    for (size_t i = 0; i < c->scorecard_count; i++)
        add_scorecard_row(d, &c->scorecard[i]);
    svg_end_plot(d);
    d->body.failed = d->body.failed || title.failed;
    bytes_free(&title);
}

/*
 * The tools by their places.  A reviewer's dots would need a letter for each,
 * and nobody keeps more than two in mind.
 */
void svg_matrix(struct document *d, const struct matrix *m)
{
    struct bytes title = {0};
    svg_end_rows(d);
    words_add_matrix_title(&title, m);
    svg_begin_plot(d, bytes_slice(&title));
    for (size_t i = 0; i < m->tool_count; i++)
        add_verdict_row(d, &m->tools[matrix_column_at(m, i)], "");
    svg_end_plot(d);
    d->body.failed = d->body.failed || title.failed;
    bytes_free(&title);
}

/* -- other records that have numbers ------------------------------------ */

/* What a row is called: who judges what, or what a group has in common. */
static void add_label(struct bytes *label, struct slice type,
                      const struct json_value *record)
{
    struct slice reviewer =
        json_value_string(json_value_member(record, slice_of("reviewer")));
    struct slice name = facts_name(record);
    const struct json_value *group =
        json_value_member(record, slice_of("group"));
    if (reviewer.len != 0) {
        bytes_add_slice(label, reviewer);
        bytes_add_string(label, name.len != 0 ? ": " : "");
    }
    bytes_add_slice(label, name);
    if (!json_value_is(group, FIELD_OBJECT))
        group = NULL;
    json_value_each(group, value)
    {
        bytes_add_string(label, label->len == 0 ? "" : ", ");
        bytes_add_slice(label, value->key);
        bytes_add_string(label, ": ");
        facts_add_value(label, value);
    }
    if (label->len == 0)
        bytes_add_slice(label, type);
}

static struct svg_row read_row(struct slice type, struct object *o,
                               struct svg_dot *dot)
{
    struct svg_row row = {.dots = dot,
                          .share = DECIMAL_UNKNOWN,
                          .low = DECIMAL_UNKNOWN,
                          .high = DECIMAL_UNKNOWN};
    if (slice_is(type, "review")) {
        dot->score = object_percentage(o, "score");
    } else if (slice_is(type, "tool")) {
        struct object stated = object_inside(o, "stated");
        if (stated.value != NULL)
            row.share = object_percentage(&stated, "ship_pct");
        object_adopt(o, &stated, "stated");
    } else {
        struct object score = object_inside(o, "score");
        const struct json_value *interval = object_array(o, "interval");
        if (score.value != NULL)
            dot->score = object_percentage(&score, "mean");
        object_adopt(o, &score, "score");
        row.share = object_percentage(o, "ship_pct");
        if (json_value_size(interval) == 2) {
            row.low =
                decimal_of_real(json_value_real(json_value_item(interval, 0)));
            row.high =
                decimal_of_real(json_value_real(json_value_item(interval, 1)));
        }
    }
    row.count = dot->score != DECIMAL_UNKNOWN;
    return row;
}

bool svg_other(struct document *d, struct slice type, struct object *o)
{
    struct svg *s = d->own;
    struct svg_dot dot = {DECIMAL_UNKNOWN, ""};
    struct bytes label = {0};
    if (!slice_is(type, "review") && !slice_is(type, "tool") &&
        !slice_is(type, "group"))
        return false;
    struct svg_row row = read_row(type, o, &dot);
    if (o->bad != NULL)
        return true;
    if (!s->rows_open)
        svg_begin_plot(d, slice_of("Scores, and shares of ship"));
    s->rows_open = true;
    add_label(&label, type, o->value);
    row.label = bytes_slice(&label);
    svg_add_row(d, &row);
    d->body.failed = d->body.failed || label.failed;
    bytes_free(&label);
    return true;
}
