/* Listings, verdicts and matrices as sections of a page. */
#include "lib/render/html.h"
#include "lib/render/words.h"

void html_listing(struct document *d, const struct listing *l)
{
    if (l->part) {
        html_open_heading(d, 3);
        html_bdi(d, l->title);
        html_close_heading(d, 3);
        html_table(d, l);
        return;
    }
    html_begin_section(d, "list", l->title);
    html_table(d, l);
    html_end_section(d);
}

/* Whether the page is the tool's own, or there is no other. */
static bool is_page_of(const struct document *d, const struct verdict *v)
{
    const struct site_settings *site = d->settings.site;
    return site == NULL || !slice_known(site->tool_page) ||
           slice_equal(d->settings.title, verdict_name(v));
}

/* A tool by itself. */
static void add_tool(struct document *d, const struct verdict *v)
{
    struct slice name = verdict_name(v);
    html_begin_section(
        d, "list",
        slice_equal(d->settings.title, name) ? slice_of("Verdict") : name);
    html_markup(d, "<div class=\"cards alone\">\n");
    html_card(d, v, NULL, 0);
    html_markup(d, "</div>\n");
    html_notes(d, v, 1, false);
    html_sources(d, v, 1);
    html_end_section(d);
}

void html_verdicts(struct document *d, const struct verdict *verdicts,
                   size_t count)
{
    struct listing l = {0};
    if (count == 1 && is_page_of(d, verdicts)) {
        add_tool(d, verdicts);
        return;
    }
    listing_of_verdicts(&l, verdicts, count);
    html_begin_section(d, "list", l.title);
    if (l.failed)
        d->body.failed = true;
    else
        html_table(d, &l);
    listing_free(&l);
    html_notes(d, verdicts, count, true);
    html_sources(d, verdicts, count);
    html_end_section(d);
}

void html_matrix(struct document *d, const struct matrix *m)
{
    struct listing l = {0};
    struct bytes words = {0};
    size_t part = 0;
    words_add_matrix_title(&words, m);
    html_begin_section(d, "comparison", bytes_slice(&words));
    bytes_clear(&words);
    words_add_matrix_winner(&words, m);
    html_why(d, bytes_slice(&words), m->why);
    while (listing_of_matrix(&l, m, &part))
        html_listing(d, &l);
    html_agreement(d, m->agree, m->agree_count, m->split, m->split_count);
    html_notes(d, m->tools, m->tool_count, false);
    html_sources(d, m->tools, m->tool_count);
    html_end_section(d);
    d->body.failed = d->body.failed || l.failed || words.failed;
    bytes_free(&words);
    listing_free(&l);
}
