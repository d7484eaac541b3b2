#include <stdio.h>

#include "lib/render/html.h"
#include "lib/render/words.h"

struct slice html_reviewer(const struct scorecard_row *row)
{
    return slice_known(row->reviewer) && row->reviewer.len != 0
               ? row->reviewer
               : slice_of("Reviewer not named");
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
    html_markup(d, "<p class=\"of\">");
    html_letter(d, side);
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
        html_link(d, SITE_REVIEWER, row->reviewer, html_reviewer(row));
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
