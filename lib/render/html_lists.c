#include "lib/render/html.h"
#include "lib/render/words.h"

static const char *const classes[] = {
    [LISTING_NAME] = "",
    [LISTING_WORDS] = " class=\"words\"",
    [LISTING_NUMBER] = " class=\"numeric\"",
    [LISTING_SCORE] = " class=\"numeric scored\"",
    [LISTING_VERDICT] = "",
    [LISTING_PROSE] = " class=\"prose\"",
};

static void add_aside(struct document *d, struct slice aside)
{
    if (aside.len == 0)
        return;
    html_markup(d, " <span class=\"aside\">");
    html_bdi(d, aside);
    html_markup(d, "</span>");
}

/*
 * A cell says its column's title, which is seen where columns are not; the
 * roles say again what the elements mean, as browsers forget that rows that
 * are laid out as grids were rows.
 */
static void add_cell(struct document *d, const struct listing_column *column,
                     const struct listing_cell *cell)
{
    if (column->kind == LISTING_NAME) {
        html_markup(d, "<th role=\"rowheader\" scope=\"row\">");
        html_link(d, cell->page, cell->page_of, cell->text);
        add_aside(d, cell->aside);
        html_markup(d, "</th>\n");
        return;
    }
    html_markup(d, "<td role=\"cell\"");
    html_markup(d, classes[column->kind]);
    html_markup(d, "><span class=\"title\" aria-hidden=\"true\">");
    html_text(d, column->title);
    html_markup(d, "</span> ");
    if (column->kind == LISTING_VERDICT)
        html_badge(d, cell->judgement);
    else
        html_link(d, cell->page, cell->page_of, cell->text);
    add_aside(d, cell->aside);
    if (column->kind == LISTING_SCORE)
        html_bar(d, cell->score);
    html_markup(d, "</td>\n");
}

static void add_titles(struct document *d, const struct listing *l)
{
    html_markup(d, "<thead role=\"rowgroup\">\n<tr role=\"row\">");
    for (size_t i = 0; i < l->column_count; i++) {
        html_markup(d, "<th role=\"columnheader\" scope=\"col\"");
        html_markup(d, classes[l->columns[i].kind]);
        html_markup(d, ">");
        html_text(d, l->columns[i].title);
        html_markup(d, "</th>\n");
    }
    html_markup(d, "</tr>\n</thead>\n");
}

/*
 * A class by how much room the columns take, in rem: in narrower windows the
 * rows are laid out as grids.
 */
static const char *size_of(const struct listing *l)
{
    static const int widths[] = {
        [LISTING_NAME] = 12, [LISTING_WORDS] = 7,   [LISTING_NUMBER] = 4,
        [LISTING_SCORE] = 6, [LISTING_VERDICT] = 7, [LISTING_PROSE] = 18};
    int width = 0;
    for (size_t i = 0; i < l->column_count && width < 100; i++)
        width += widths[l->columns[i].kind];
    return width <= 40   ? "small"
           : width <= 55 ? "medium"
           : width <= 73 ? "large"
                         : "grids";
}

static void add_table(struct document *d, const struct listing *l)
{
    html_format(d, "<table class=\"listing %s\" role=\"table\">\n", size_of(l));
    if (l->hint.len != 0) {
        html_markup(d, "<caption>");
        html_text(d, l->hint);
        html_markup(d, "</caption>\n");
    }
    add_titles(d, l);
    html_markup(d, "<tbody role=\"rowgroup\">\n");
    for (size_t i = 0; i < l->row_count; i++) {
        const struct listing_cell *row = listing_row(l, i);
        html_markup(d, "<tr role=\"row\">");
        for (size_t j = 0; j < l->column_count; j++)
            add_cell(d, &l->columns[j], &row[j]);
        html_markup(d, "</tr>\n");
    }
    html_markup(d, "</tbody>\n</table>\n");
}

void html_listing(struct document *d, const struct listing *l)
{
    if (l->part) {
        html_open_heading(d, 3);
        html_bdi(d, l->title);
        html_close_heading(d, 3);
        add_table(d, l);
        return;
    }
    html_begin_section(d, "list", l->title);
    add_table(d, l);
    html_end_section(d);
}

void html_verdicts(struct document *d, const struct verdict *verdicts,
                   size_t count)
{
    struct listing l = {0};
    listing_of_verdicts(&l, verdicts, count);
    html_begin_section(d, "list", l.title);
    if (l.failed)
        d->body.failed = true;
    else
        add_table(d, &l);
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
