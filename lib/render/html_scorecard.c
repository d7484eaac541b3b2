#include <stdio.h>

#include "lib/render/html.h"
#include "lib/render/words.h"

/* Pixels of a reviewer's row in the plot; dots are set apart when closer. */
enum { ROW_HEIGHT = 46, LABEL_BASE = 14, AXIS = 31, CLOSE = 600, APART = 6 };

static struct slice reviewer_of(const struct scorecard_row *row)
{
    return slice_known(row->reviewer) && row->reviewer.len != 0
               ? row->reviewer
               : slice_of("Reviewer not named");
}

static bool has_score(const struct scorecard_cell *cell)
{
    return cell->known && cell->score != DECIMAL_UNKNOWN;
}

static bool is_plotted(const struct scorecard_row *row)
{
    return has_score(&row->a) || has_score(&row->b);
}

/* Per mille of the width, with room for half a dot at both ends. */
static int64_t place_of(int64_t score)
{
    enum { MARGIN = 45, FULL = 10000 };
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
    html_text(d, reviewer_of(row));
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

/* What the picture shows, for those who do not see it. */
static void add_description(struct document *d, const struct comparison *c)
{
    html_format(d, "<desc id=\"s%zu-scores\">", d->sections);
    for (size_t i = 0; i < c->scorecard_count; i++) {
        const struct scorecard_row *row = &c->scorecard[i];
        struct bytes words = {0};
        if (!is_plotted(row))
            continue;
        bytes_add_slice(&words, reviewer_of(row));
        bytes_add_string(&words, ": A ");
        words_add_number(&words, row->a.known ? row->a.score : DECIMAL_UNKNOWN);
        bytes_add_string(&words, ", B ");
        words_add_number(&words, row->b.known ? row->b.score : DECIMAL_UNKNOWN);
        bytes_add_string(&words, ". ");
        html_words(d, &words);
        html_markup(d, " ");
    }
    html_markup(d, "</desc>\n");
}

void html_plot(struct document *d, const struct comparison *c)
{
    int rows = 0;
    for (size_t i = 0; i < c->scorecard_count; i++)
        rows += is_plotted(&c->scorecard[i]);
    if (rows == 0)
        return;
    html_heading(d, 3, "Scores");
    html_format(d,
                "<figure class=\"plot\">\n<svg role=\"img\" "
                "aria-labelledby=\"s%zu-plot\" "
                "aria-describedby=\"s%zu-scores\" width=\"100%%\" "
                "height=\"%d\">\n<title id=\"s%zu-plot\">Each reviewer’s "
                "score of A and of B, from 0 to 100</title>\n",
                d->sections, d->sections, rows * ROW_HEIGHT, d->sections);
    add_description(d, c);
    rows = 0;
    for (size_t i = 0; i < c->scorecard_count; i++)
        if (is_plotted(&c->scorecard[i]))
            add_plot_row(d, &c->scorecard[i], rows++ * ROW_HEIGHT);
    html_markup(d, "</svg>\n<figcaption><span>0</span><span>Score"
                   "</span><span>100</span></figcaption>\n</figure>\n");
}

static void add_score(struct document *d, int64_t score)
{
    struct bytes words = {0};
    if (score == DECIMAL_UNKNOWN) {
        html_markup(d, "<span class=\"aside\">No score</span>");
        return;
    }
    words_add_number(&words, score);
    html_markup(d, "<span class=\"number\">");
    html_words(d, &words);
    html_markup(d, "</span><span class=\"aside\">/100</span>");
}

void html_review_id(const struct document *d, int side, size_t row, char id[64])
{
    snprintf(id, 64, "s%zu-%c%zu", d->sections, side == 0 ? 'a' : 'b', row + 1);
}

static void add_review(struct document *d, const struct comparison *c, size_t i,
                       int side)
{
    const struct scorecard_row *row = &c->scorecard[i];
    const struct scorecard_cell *cell = side == 0 ? &row->a : &row->b;
    const struct verdict *v = side == 0 ? &c->a : &c->b;
    char id[64];
    html_review_id(d, side, i, id);
    if (cell->known)
        html_open_review(d, id, row);
    else
        html_markup(d, "<div class=\"review\">\n");
    html_format(d, "<p class=\"of\"><span class=\"letter %s\">%s</span> ",
                side == 0 ? "a" : "b", side == 0 ? "A" : "B");
    html_bdi(d, verdict_name(v));
    html_markup(d, "</p>\n");
    if (!cell->known) {
        html_markup(d, "<p class=\"aside\">No review</p>\n</div>\n");
        return;
    }
    html_open_rating(d, cell);
    add_score(d, cell->score);
    html_markup(d, " ");
    html_badge(d, cell->verdict);
    html_markup(d, "</p>\n");
    html_bar(d, cell->score);
    if (cell->text.len != 0) {
        html_markup(d, "<blockquote><p dir=\"auto\" itemprop=\"reviewBody\">");
        html_text(d, cell->text);
        html_markup(d, "</p></blockquote>\n");
    }
    html_markup(d, "</div>\n");
}

void html_scorecard(struct document *d, const struct comparison *c)
{
    if (c->scorecard_count == 0)
        return;
    html_heading(d, 3, "Reviewer scorecard");
    for (size_t i = 0; i < c->scorecard_count; i++) {
        const struct scorecard_row *row = &c->scorecard[i];
        struct bytes words = {0};
        html_markup(d, "<article class=\"reviewer\">\n");
        html_open_heading(d, 4);
        html_bdi(d, reviewer_of(row));
        html_close_heading(d, 4);
        words_add_delta(&words, row);
        if (words.len != 0) {
            html_markup(d, "<p class=\"delta\">");
            html_words(d, &words);
            html_markup(d, "</p>\n");
        }
        add_review(d, c, i, 0);
        add_review(d, c, i, 1);
        html_markup(d, "</article>\n");
    }
}
