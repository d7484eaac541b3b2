/*
 * The facts of a page as Microdata of schema.org, so that programs find them
 * where readers do; vparse reads them back.  What schema.org has no word for
 * are properties with names of their own.
 */
#include "lib/base/decimal.h"
#include "lib/render/html.h"

void html_meta(struct document *d, const char *property, struct slice value)
{
    if (!slice_known(value))
        return;
    html_format(d, "<meta itemprop=\"%s\" content=\"", property);
    html_text(d, value);
    html_markup(d, "\">");
}

static void add_property(struct document *d, const char *name,
                         struct slice value)
{
    if (!slice_known(value))
        return;
    html_markup(d, "<span itemprop=\"additionalProperty\" itemscope "
                   "itemtype=\"https://schema.org/PropertyValue\">");
    html_meta(d, "name", slice_of(name));
    html_meta(d, "value", value);
    html_markup(d, "</span>");
}

static void add_count(struct document *d, const char *name, int64_t count)
{
    struct bytes text = {0};
    if (count < 0)
        return;
    bytes_add_integer(&text, count);
    add_property(d, name, bytes_slice(&text));
    d->body.failed = d->body.failed || text.failed;
    bytes_free(&text);
}

static void add_percentage(struct document *d, const char *name, int64_t share)
{
    struct bytes text = {0};
    if (share == DECIMAL_UNKNOWN)
        return;
    decimal_add(&text, share);
    add_property(d, name, bytes_slice(&text));
    d->body.failed = d->body.failed || text.failed;
    bytes_free(&text);
}

void html_stated(struct document *d, const struct verdict *v)
{
    add_property(d, "stated.verdict", judgement_word(v->stated.verdict));
    add_count(d, "stated.ship", v->stated.ship);
    add_count(d, "stated.skip", v->stated.skip);
    add_percentage(d, "stated.ship_pct", v->stated.ship_pct);
    add_count(d, "community.votes", v->community.votes);
    add_percentage(d, "community.ship_pct", v->community.ship_pct);
}

void html_bdi_property(struct document *d, const char *property,
                       struct slice text)
{
    if (text.len == 0) {
        html_bdi(d, text);
        return;
    }
    html_format(d, "<bdi itemprop=\"%s\">", property);
    html_text(d, text);
    html_markup(d, "</bdi>");
}

/* A dash where there is neither has no meaning for programs. */
void html_open_offer(struct document *d, const struct verdict *v)
{
    if (v->entry.len == 0 && v->pricing.len == 0) {
        html_markup(d, "<dd>");
        return;
    }
    html_markup(d, "<dd itemprop=\"offers\" itemscope "
                   "itemtype=\"https://schema.org/Offer\">");
    html_meta(d, "category", v->entry);
    html_meta(d, "description", v->pricing);
}

void html_open_review(struct document *d, const char *id,
                      const struct scorecard_row *row)
{
    html_format(d,
                "<div class=\"review\" id=\"%s\" itemprop=\"review\" "
                "itemscope itemtype=\"https://schema.org/Review\">\n",
                id);
    html_meta(d, "author", row->reviewer);
}

/* The scale is said too, as schema.org's own goes from 1 to 5. */
void html_open_rating(struct document *d, const struct scorecard_cell *cell)
{
    struct bytes score = {0};
    if (cell->score == DECIMAL_UNKNOWN && cell->verdict == JUDGEMENT_UNKNOWN) {
        html_markup(d, "<p class=\"score\">");
        return;
    }
    html_markup(d, "<p class=\"score\" itemprop=\"reviewRating\" itemscope "
                   "itemtype=\"https://schema.org/Rating\">");
    html_meta(d, "alternateName", judgement_word(cell->verdict));
    if (cell->score == DECIMAL_UNKNOWN)
        return;
    decimal_add(&score, cell->score);
    html_meta(d, "ratingValue", bytes_slice(&score));
    html_markup(d, "<meta itemprop=\"worstRating\" content=\"0\">"
                   "<meta itemprop=\"bestRating\" content=\"100\">");
    d->body.failed = d->body.failed || score.failed;
    bytes_free(&score);
}
