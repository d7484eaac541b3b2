#include "lib/render/html.h"
#include "lib/render/words.h"

/* Pixels of a reviewer's row in the plot; dots are set apart when closer. */
enum {
    ROW_HEIGHT = 52,
    SCALE_HEIGHT = 24,
    LABEL_BASE = 14,
    AXIS = 31,
    CLOSE = 600,
    APART = 6
};

static bool has_score(const struct scorecard_cell *cell)
{
    return cell->known && cell->score != DECIMAL_UNKNOWN;
}

static bool is_plotted(const struct scorecard_row *row)
{
    return has_score(&row->a) || has_score(&row->b);
}

static bool has_interval(const struct verdict *v)
{
    return v->interval_low != DECIMAL_UNKNOWN;
}

/* Per mille of the width, with room for half of a label at both ends. */
static int64_t place_of(int64_t score)
{
    enum { MARGIN = 60, FULL = 10000 };
    int64_t bounded = score < 0 ? 0 : score > FULL ? FULL : score;
    return MARGIN + bounded * (1000 - 2 * MARGIN) / FULL;
}

/*
 * Places are shares of the width while sizes are pixels, so that dots and
 * letters stay readable in windows of any width.
 */
static void add_percent_place(struct document *d, const char *attribute,
                              int64_t score)
{
    int64_t place = place_of(score);
    html_format(d, " %s=\"%d.%d%%\"", attribute, (int)(place / 10),
                (int)(place % 10));
}

static void add_line(struct document *d, const char *class, int64_t from,
                     int64_t to, int y)
{
    html_format(d, "<line class=\"%s\" y1=\"%d\" y2=\"%d\"", class, y, y);
    add_percent_place(d, "x1", from);
    add_percent_place(d, "x2", to);
    html_markup(d, "/>");
}

static void add_dot(struct document *d, const char *letter, int64_t score,
                    int y)
{
    html_format(d, "<circle class=\"dot %s\" r=\"9\" cy=\"%d\"",
                *letter == 'A' ? "a" : "b", y);
    add_percent_place(d, "cx", score);
    html_format(d, "/><text class=\"dot\" y=\"%d\"", y + 4);
    add_percent_place(d, "x", score);
    html_format(d, ">%s</text>", letter);
}

static void add_plot_row(struct document *d, const struct scorecard_row *row,
                         int top)
{
    int y = top + AXIS;
    bool both = has_score(&row->a) && has_score(&row->b);
    int64_t distance = both ? row->a.score - row->b.score : CLOSE;
    int shift = distance > -CLOSE && distance < CLOSE ? APART : 0;
    html_format(d, "<text class=\"name\" y=\"%d\">", top + LABEL_BASE);
    html_text(d, html_reviewer(row));
    html_markup(d, "</text>");
    add_line(d, "axis", 0, 10000, y);
    if (both)
        add_line(d, "span", row->a.score, row->b.score, y);
    if (has_score(&row->a))
        add_dot(d, "A", row->a.score, y - shift);
    if (has_score(&row->b))
        add_dot(d, "B", row->b.score, y + shift);
    html_markup(d, "\n");
}

static void add_spread(struct document *d, const struct verdict *v, int side,
                       int top)
{
    const char *letter = side == 0 ? "A" : "B";
    int y = top + AXIS;
    html_format(d, "<text class=\"name\" y=\"%d\">", top + LABEL_BASE);
    html_text(d, verdict_name(v));
    html_markup(d, "</text>");
    add_line(d, "axis", 0, 10000, y);
    if (has_interval(v))
        add_line(d, "span", v->interval_low, v->interval_high, y);
    add_dot(d, letter, v->ship_pct, y);
    html_markup(d, "\n");
}

/* -- figures ------------------------------------------------------------ */

/* Begins a figure; `what` is the middle of its ids. */
static void open_figure(struct document *d, const char *what, const char *title,
                        int rows)
{
    html_format(d,
                "<figure class=\"plot\">\n<svg role=\"img\" "
                "aria-labelledby=\"s%zu-%s\" aria-describedby=\"s%zu-%s-text\" "
                "width=\"100%%\" height=\"%d\">\n<title id=\"s%zu-%s\">",
                d->sections, what, d->sections, what,
                rows * ROW_HEIGHT + SCALE_HEIGHT, d->sections, what);
    html_format(d, "%s</title>\n<desc id=\"s%zu-%s-text\">", title, d->sections,
                what);
}

/* The scale, at the places of place_of, and what is on it. */
static void close_figure(struct document *d, int rows, const char *unit)
{
    int y = rows * ROW_HEIGHT + LABEL_BASE + 2;
    html_format(d,
                "<text class=\"tick\" x=\"6%%\" y=\"%d\">0</text>"
                "<text class=\"tick\" x=\"28%%\" y=\"%d\">25</text>"
                "<text class=\"tick\" x=\"50%%\" y=\"%d\">50</text>"
                "<text class=\"tick\" x=\"72%%\" y=\"%d\">75</text>"
                "<text class=\"tick\" x=\"94%%\" y=\"%d\">100</text>\n",
                y, y, y, y, y);
    html_format(d, "</svg>\n<figcaption>%s</figcaption>\n</figure>\n", unit);
}

/* What the picture shows, for those who do not see it. */
static void describe_row(struct document *d, const struct scorecard_row *row)
{
    struct bytes words = {0};
    bytes_add_slice(&words, html_reviewer(row));
    bytes_add_string(&words, ": A ");
    words_add_number(&words, row->a.known ? row->a.score : DECIMAL_UNKNOWN);
    bytes_add_string(&words, ", B ");
    words_add_number(&words, row->b.known ? row->b.score : DECIMAL_UNKNOWN);
    bytes_add_string(&words, ".");
    html_words(d, &words);
    html_markup(d, " ");
}

static void describe_spread(struct document *d, const struct verdict *v)
{
    struct bytes words = {0};
    bytes_add_slice(&words, verdict_name(v));
    bytes_add_string(&words, ": ");
    words_add_percent(&words, v->ship_pct);
    if (has_interval(v)) {
        bytes_add_string(&words, ", 95% interval ");
        words_add_interval(&words, v->interval_low, v->interval_high);
    }
    bytes_add_string(&words, ".");
    html_words(d, &words);
    html_markup(d, " ");
}

static void add_scores(struct document *d, const struct comparison *c)
{
    int rows = 0;
    for (size_t i = 0; i < c->scorecard_count; i++)
        rows += is_plotted(&c->scorecard[i]);
    if (rows == 0)
        return;
    open_figure(d, "scores",
                "Each reviewer’s score of A and of B, from 0 to 100", rows);
    for (size_t i = 0; i < c->scorecard_count; i++)
        if (is_plotted(&c->scorecard[i]))
            describe_row(d, &c->scorecard[i]);
    html_markup(d, "</desc>\n");
    rows = 0;
    for (size_t i = 0; i < c->scorecard_count; i++)
        if (is_plotted(&c->scorecard[i]))
            add_plot_row(d, &c->scorecard[i], rows++ * ROW_HEIGHT);
    close_figure(d, rows, "Scores by each reviewer");
}

static void add_shares(struct document *d, const struct verdict *const tools[2])
{
    int rows = 0;
    for (int i = 0; i < 2; i++)
        rows += tools[i]->ship_pct != DECIMAL_UNKNOWN;
    if (rows == 0)
        return;
    open_figure(d, "shares",
                "The panel ship share of A and of B in percent, each with its "
                "95% interval",
                rows);
    for (int i = 0; i < 2; i++)
        if (tools[i]->ship_pct != DECIMAL_UNKNOWN)
            describe_spread(d, tools[i]);
    html_markup(d, "</desc>\n");
    rows = 0;
    for (int i = 0; i < 2; i++)
        if (tools[i]->ship_pct != DECIMAL_UNKNOWN)
            add_spread(d, tools[i], i, rows++ * ROW_HEIGHT);
    close_figure(d, rows,
                 "Panel ship in percent; the line is its 95% interval");
}

static bool has_anything(const struct comparison *c)
{
    bool any =
        c->a.ship_pct != DECIMAL_UNKNOWN || c->b.ship_pct != DECIMAL_UNKNOWN;
    for (size_t i = 0; i < c->scorecard_count && !any; i++)
        any = is_plotted(&c->scorecard[i]);
    return any;
}

void html_plot(struct document *d, const struct comparison *c)
{
    const struct verdict *const tools[2] = {&c->a, &c->b};
    if (!has_anything(c))
        return;
    html_heading(d, 3, "Scores");
    html_markup(d, "<div class=\"plots\">\n");
    add_scores(d, c);
    add_shares(d, tools);
    html_markup(d, "</div>\n");
}
