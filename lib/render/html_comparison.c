#include "lib/render/html.h"
#include "lib/render/words.h"

void html_why(struct document *d, struct slice winner, struct slice why)
{
    if (winner.len == 0 && why.len == 0)
        return;
    html_markup(d, "<div class=\"result\">\n");
    html_paragraph(d, "winner", winner);
    html_paragraph(d, "why", why);
    html_markup(d, "</div>\n");
}

/* The better side has a sign and, for those who do not see it, a word. */
static void add_side(struct document *d, struct slice value, enum side better,
                     enum side side)
{
    bool wins = better == side;
    html_format(d, "<td role=\"cell\"%s>", wins ? " class=\"better\"" : "");
    if (wins)
        html_markup(d, "<span class=\"sign\" aria-hidden=\"true\">✓</span> "
                       "<span class=\"unseen\">Better: </span>");
    else if (better == SIDE_TIE)
        html_markup(d, "<span class=\"sign\" aria-hidden=\"true\">=</span> "
                       "<span class=\"unseen\">Equal: </span>");
    html_bdi(d, value);
    html_markup(d, "</td>\n");
}

static void add_column_title(struct document *d, const struct verdict *v,
                             int side)
{
    html_markup(d, "<th role=\"columnheader\" scope=\"col\">");
    html_letter(d, side);
    html_bdi(d, verdict_name(v));
    html_markup(d, "</th>\n");
}

/*
 * The roles say again what the elements mean: in narrow windows rows become
 * grids, and browsers then forget that they were rows.
 */
static void add_decision(struct document *d, const struct comparison *c)
{
    if (c->decision_count == 0)
        return;
    html_heading(d, 3, "Decision");
    html_markup(d, "<table class=\"decision\" role=\"table\">\n"
                   "<caption>The tools point by point; "
                   "✓ marks the better side, = equal ones.</caption>\n"
                   "<thead role=\"rowgroup\">\n<tr role=\"row\">"
                   "<th role=\"columnheader\" scope=\"col\">"
                   "<span class=\"unseen\">Point</span></th>\n");
    add_column_title(d, &c->a, 0);
    add_column_title(d, &c->b, 1);
    html_markup(d, "</tr>\n</thead>\n<tbody role=\"rowgroup\">\n");
    for (size_t i = 0; i < c->decision_count; i++) {
        const struct decision_row *row = &c->decision[i];
        html_markup(d, "<tr role=\"row\"><th role=\"rowheader\" "
                       "scope=\"row\">");
        html_bdi(d, row->field);
        html_markup(d, "</th>\n");
        add_side(d, row->a, row->better, SIDE_A);
        add_side(d, row->b, row->better, SIDE_B);
        html_markup(d, "</tr>\n");
    }
    html_markup(d, "</tbody>\n</table>\n");
}

static void add_names(struct document *d, const char *label,
                      const struct slice *names, size_t count)
{
    if (count == 0)
        return;
    html_format(d, "<div><dt>%s</dt><dd>", label);
    for (size_t i = 0; i < count; i++) {
        html_markup(d, i == 0 ? "" : ", ");
        html_bdi(d, names[i]);
    }
    html_markup(d, "</dd></div>\n");
}

void html_agreement(struct document *d, const struct slice *agree,
                    size_t agree_count, const struct slice *split,
                    size_t split_count)
{
    if (agree_count == 0 && split_count == 0)
        return;
    html_heading(d, 3, "Agreement");
    html_markup(d, "<dl class=\"agreement\">\n");
    add_names(d, "Judge alike", agree, agree_count);
    add_names(d, "Judge differently", split, split_count);
    html_markup(d, "</dl>\n");
}

void html_comparison(struct document *d, const struct comparison *c)
{
    struct bytes title = {0};
    words_add_title(&title, c);
    html_begin_section(d, "comparison", bytes_slice(&title));
    d->body.failed = d->body.failed || title.failed;
    bytes_free(&title);
    struct bytes winner = {0};
    words_add_winner(&winner, c);
    html_why(d, bytes_slice(&winner), c->why);
    d->body.failed = d->body.failed || winner.failed;
    bytes_free(&winner);
    html_markup(d, "<div class=\"cards\">\n");
    html_card(d, &c->a, c, 0);
    html_card(d, &c->b, c, 1);
    html_markup(d, "</div>\n");
    add_decision(d, c);
    html_plot(d, c);
    html_scorecard(d, c);
    html_agreement(d, c->agree, c->agree_count, c->split, c->split_count);
    const struct verdict tools[2] = {c->a, c->b};
    html_notes(d, tools, 2, false);
    html_sources(d, tools, 2);
    html_end_section(d);
}
