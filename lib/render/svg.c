#include "lib/render/svg.h"

#include <stdlib.h>

#include "lib/base/mask.h"
#include "lib/render/facts.h"
#include "lib/render/width.h"
#include "lib/render/words.h"
#include "lib/render/xml.h"

static const char badge_style[] =
    ".badge{font:11px Verdana,DejaVu Sans,sans-serif;fill:#fff}\n";

/* A selector of a class counts for more than those of elements. */
static const char plot_style[] =
    "text{font:13px system-ui,Verdana,DejaVu Sans,sans-serif;fill:#1f2328}\n"
    ".title{font-size:16px;font-weight:600}\n"
    ".tick{font-size:11px;text-anchor:middle;fill:#57606a}\n"
    ".letter{font-size:11px;font-weight:700;text-anchor:middle;fill:#fff}\n"
    ".axis{stroke:#8c959f;stroke-width:1}\n"
    ".interval{stroke:#0969da;stroke-width:4;stroke-opacity:.45}\n"
    ".share{fill:#0969da}\n"
    ".dot{fill:#1f2328;fill-opacity:.75}\n"
    ".dot.A{fill:#0550ae;fill-opacity:1}\n"
    ".dot.B{fill:#953800;fill-opacity:1}\n"
    "@media (prefers-color-scheme:dark){\n"
    "text{fill:#e6edf3}.tick{fill:#9198a1}.letter{fill:#fff}\n"
    ".dot{fill:#e6edf3}.interval{stroke:#58a6ff}.share{fill:#58a6ff}\n"
    "}\n";

static void svg_begin(struct document *d)
{
    d->own = calloc(1, sizeof(struct svg));
    d->out.failed = d->own == NULL;
}

static void svg_free(struct document *d)
{
    struct svg *s = d->own;
    if (s == NULL)
        return;
    bytes_free(&s->title);
    bytes_free(&s->description);
    free(s);
}

void svg_add_part(struct svg *s, int width, int height)
{
    enum { HEIGHT_MOST = 1 << 30 };
    if (width > s->width)
        s->width = width;
    if (s->height < HEIGHT_MOST)
        s->height += height;
    s->parts++;
}

/* -- text --------------------------------------------------------------- */

/* How many bytes of masked text fit, and their columns; *cut: not all do. */
static size_t fit(struct slice text, size_t columns, size_t *used, bool *cut)
{
    size_t at = 0;
    *used = 0;
    while (at < text.len) {
        size_t from = at;
        struct cluster c = cluster_next(text, &at);
        if (*used + c.columns + (at < text.len) > columns) {
            *cut = true;
            return from;
        }
        *used += c.columns;
    }
    *cut = false;
    return at;
}

void svg_add_text(struct bytes *out, struct slice text, size_t columns)
{
    struct bytes masked = {0};
    size_t used;
    bool cut;
    mask_add(&masked, text);
    struct slice shown = bytes_slice(&masked);
    shown.len = fit(shown, columns, &used, &cut);
    xml_add_text(out, shown);
    if (cut)
        bytes_add_string(out, "…");
    out->failed = out->failed || masked.failed;
    bytes_free(&masked);
}

size_t svg_text_width(struct slice text, size_t columns)
{
    struct bytes masked = {0};
    size_t used;
    bool cut;
    mask_add(&masked, text);
    fit(bytes_slice(&masked), columns, &used, &cut);
    bytes_free(&masked);
    used += cut;
    return used == 0 ? 1 : used;
}

/* -- records ------------------------------------------------------------ */

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

/* Rows of other records end where something else begins. */
static void end_rows(struct document *d)
{
    struct svg *s = d->own;
    if (s->rows_open)
        svg_end_plot(d);
    s->rows_open = false;
}

static void svg_verdicts(struct document *d, const struct verdict *verdicts,
                         size_t count)
{
    end_rows(d);
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

static void svg_comparison(struct document *d, const struct comparison *c)
{
    struct bytes title = {0};
    end_rows(d);
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

/* -- other records that have numbers ------------------------------------ */

/* What a row is called: who judges what, or what a group has in common. */
static void add_label(struct bytes *label, struct slice type,
                      const json_t *record)
{
    struct slice reviewer = tree_string(json_object_get(record, "reviewer"));
    struct slice name = facts_name(record);
    const char *key;
    json_t *value;
    if (reviewer.len != 0) {
        bytes_add_slice(label, reviewer);
        bytes_add_string(label, name.len != 0 ? ": " : "");
    }
    bytes_add_slice(label, name);
    json_object_foreach(json_object_get(record, "group"), key, value)
    {
        bytes_add_format(label, "%s%s: ", label->len == 0 ? "" : ", ", key);
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
        const json_t *interval = object_array(o, "interval");
        if (score.value != NULL)
            dot->score = object_percentage(&score, "mean");
        object_adopt(o, &score, "score");
        row.share = object_percentage(o, "ship_pct");
        if (json_array_size(interval) == 2) {
            row.low =
                decimal_of_real(json_number_value(json_array_get(interval, 0)));
            row.high =
                decimal_of_real(json_number_value(json_array_get(interval, 1)));
        }
    }
    row.count = dot->score != DECIMAL_UNKNOWN;
    return row;
}

static bool svg_other(struct document *d, struct slice type, struct object *o)
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

static void svg_end(struct document *d)
{
    struct svg *s = d->own;
    struct bytes *out = &d->out;
    if (s == NULL)
        return;
    end_rows(d);
    if (s->parts == 0) {
        bytes_add_string(&s->title, "No verdicts");
        svg_add_part(s, 1, 1);
    }
    bytes_add_format(out,
                     "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" "
                     "width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\">\n"
                     "<title>",
                     s->width, s->height, s->width, s->height);
    bytes_add_slice(out, bytes_slice(&s->title));
    bytes_add_string(out, "</title>\n<desc>");
    bytes_add_slice(out, bytes_slice(&s->description));
    bytes_add_string(out, "</desc>\n");
    bytes_add_string(out, "<style>\n");
    if (s->plots)
        bytes_add_string(out, plot_style);
    if (s->badges)
        bytes_add_string(out, badge_style);
    bytes_add_string(out, "</style>\n");
    bytes_add_slice(out, bytes_slice(&d->body));
    bytes_add_string(out, "</svg>\n");
    out->failed = out->failed || d->body.failed || s->title.failed ||
                  s->description.failed;
}

const struct format format_svg = {
    .name = "svg",
    .extensions = ".svg",
    .begin = svg_begin,
    .comparison = svg_comparison,
    .verdicts = svg_verdicts,
    .other = svg_other,
    .end = svg_end,
    .free = svg_free,
};
