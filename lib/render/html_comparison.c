#include "lib/render/html.h"
#include "lib/render/words.h"

static const char *const letters[2] = {"A", "B"};

static void add_letter(struct document *d, int side)
{
    html_format(d, "<span class=\"letter %s\">%s</span> ",
                side == 0 ? "a" : "b", letters[side]);
}

void html_why(struct document *d, struct slice winner, struct slice why)
{
    if (winner.len == 0 && why.len == 0)
        return;
    html_markup(d, "<div class=\"result\">\n");
    html_paragraph(d, "winner", winner);
    html_paragraph(d, "why", why);
    html_markup(d, "</div>\n");
}

static void open_fact(struct document *d, const char *label)
{
    html_format(d, "<div><dt>%s</dt><dd>", label);
}

static void close_fact(struct document *d)
{
    html_markup(d, "</dd></div>\n");
}

static void add_panel(struct document *d, const struct verdict *v)
{
    struct bytes words = {0};
    open_fact(d, "Panel ship");
    html_stated(d, v);
    html_markup(d, "<span class=\"number\">");
    words_add_percent(&words, v->ship_pct);
    html_words(d, &words);
    html_markup(d, "</span>");
    if (v->reviews >= 0) {
        html_markup(d, " <span class=\"aside\">of ");
        words_add_counted(&words, v->reviews, "review");
        html_words(d, &words);
        html_markup(d, "</span>");
    }
    if (v->interval_low != DECIMAL_UNKNOWN) {
        html_markup(d, " <span class=\"aside\">95% interval ");
        words_add_number(&words, v->interval_low);
        bytes_add_string(&words, " to ");
        words_add_percent(&words, v->interval_high);
        html_words(d, &words);
        html_markup(d, "</span>");
    }
    close_fact(d);
}

static void add_mean(struct document *d, const struct verdict *v)
{
    struct bytes words = {0};
    open_fact(d, "Mean score");
    html_markup(d, "<span class=\"number\">");
    words_add_number(&words, v->score.mean);
    html_words(d, &words);
    html_markup(d, "</span>");
    if (v->score.mean != DECIMAL_UNKNOWN)
        html_markup(d, " <span class=\"aside\">of 100</span>");
    html_bar(d, v->score.mean);
    close_fact(d);
}

static void add_facts(struct document *d, const struct verdict *v)
{
    struct bytes words = {0};
    html_markup(d, "<dl class=\"facts\">\n");
    add_panel(d, v);
    add_mean(d, v);
    open_fact(d, "Community");
    verdict_add_community_words(&words, v);
    html_words(d, &words);
    close_fact(d);
    open_fact(d, "Entry");
    words_add_capitalized(&words, v->entry);
    html_bdi(d, bytes_slice(&words));
    bytes_clear(&words);
    close_fact(d);
    html_markup(d, "<div class=\"wide\"><dt>Pricing</dt>");
    html_open_offer(d, v);
    words_add_capitalized(&words, v->pricing);
    html_bdi(d, bytes_slice(&words));
    close_fact(d);
    html_markup(d, "</dl>\n");
    d->body.failed = d->body.failed || words.failed;
    bytes_free(&words);
}

/* Its reviews stand elsewhere, in the scorecard. */
static void refer_to_reviews(struct document *d, const struct comparison *c,
                             int side)
{
    bool any = false;
    for (size_t i = 0; i < c->scorecard_count; i++) {
        const struct scorecard_row *row = &c->scorecard[i];
        char id[64];
        if (!(side == 0 ? row->a.known : row->b.known))
            continue;
        html_review_id(d, side, i, id);
        html_markup(d, any ? " " : " itemref=\"");
        html_markup(d, id);
        any = true;
    }
    html_markup(d, any ? "\"" : "");
}

static void add_card(struct document *d, const struct comparison *c, int side)
{
    const struct verdict *v = side == 0 ? &c->a : &c->b;
    bool winner = c->winner == (side == 0 ? SIDE_A : SIDE_B);
    html_format(d,
                "<article class=\"card%s\" itemscope "
                "itemtype=\"https://schema.org/SoftwareApplication\"",
                winner ? " won" : "");
    refer_to_reviews(d, c, side);
    html_markup(d, ">\n<div>\n<p class=\"category\">");
    html_meta(d, "identifier", v->tool);
    add_letter(d, side);
    html_bdi_property(d, "applicationCategory", v->category);
    html_markup(d, "</p>\n");
    html_open_heading(d, 3);
    bool linked = html_open_link(d, SITE_TOOL, v->tool);
    html_bdi_property(d, "name", verdict_name(v));
    html_close_link(d, linked);
    html_close_heading(d, 3);
    if (v->tagline.len != 0) {
        html_markup(d, "<p class=\"tagline\" dir=\"auto\" "
                       "itemprop=\"slogan\">");
        html_text(d, v->tagline);
        html_markup(d, "</p>\n");
    }
    html_markup(d, "</div>\n<p class=\"verdict\">");
    html_badge(d, v->verdict);
    if (v->provisional)
        html_markup(d, " <span class=\"badge plain\">Provisional</span>");
    if (winner)
        html_markup(d, " <span class=\"badge plain\">Winner</span>");
    html_markup(d, "</p>\n");
    add_facts(d, v);
    html_markup(d, "</article>\n");
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
    add_letter(d, side);
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
    add_card(d, c, 0);
    add_card(d, c, 1);
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
