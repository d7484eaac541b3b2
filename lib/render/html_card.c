/* A tool as a card: what it is, its verdict, and the facts of it. */
#include "lib/render/html.h"
#include "lib/render/words.h"

void html_letter(struct document *d, int side)
{
    html_format(d, "<span class=\"letter %s\">%s</span> ",
                side == 0 ? "a" : "b", side == 0 ? "A" : "B");
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
        html_markup(d, " <span class=\"aside\">");
        if (v->ship_pct == DECIMAL_UNKNOWN || words_share_is_of_reviews(v))
            html_markup(d, "of ");
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

/* What it is: in a comparison with its name, which alone the page has. */
static void add_introduction(struct document *d, const struct verdict *v,
                             const struct comparison *c, int side)
{
    html_markup(d, "<div>\n<p class=\"category\">");
    html_meta(d, "identifier", v->tool);
    if (c == NULL)
        html_meta(d, "name", verdict_name(v));
    else
        html_letter(d, side);
    if (v->category.len != 0)
        html_bdi_property(d, "applicationCategory", v->category);
    html_markup(d, "</p>\n");
    if (c != NULL) {
        html_open_heading(d, 3);
        bool linked = html_open_link(d, SITE_TOOL, v->tool);
        html_bdi_property(d, "name", verdict_name(v));
        html_close_link(d, linked);
        html_close_heading(d, 3);
    }
    if (v->tagline.len != 0) {
        html_markup(d, "<p class=\"tagline\" dir=\"auto\" "
                       "itemprop=\"slogan\">");
        html_text(d, v->tagline);
        html_markup(d, "</p>\n");
    }
    html_markup(d, "</div>\n");
}

void html_card(struct document *d, const struct verdict *v,
               const struct comparison *c, int side)
{
    bool won = c != NULL && c->winner == (side == 0 ? SIDE_A : SIDE_B);
    html_format(d,
                "<article class=\"card%s\" itemscope "
                "itemtype=\"https://schema.org/SoftwareApplication\"",
                won ? " won" : "");
    if (c != NULL)
        refer_to_reviews(d, c, side);
    html_markup(d, ">\n");
    add_introduction(d, v, c, side);
    html_markup(d, "<p class=\"verdict\">");
    html_badge(d, v->verdict);
    if (v->provisional)
        html_markup(d, " <span class=\"badge plain\">Provisional</span>");
    if (won)
        html_markup(d, " <span class=\"badge plain\">Winner</span>");
    html_markup(d, "</p>\n");
    add_facts(d, v);
    html_markup(d, "</article>\n");
}
